import { layout, route, type RouteConfig } from '@react-router/dev/routes'
import { catalogueApiRoutes, catalogueDeskRoutes, catalogueRoutes } from './business/catalogue/routes.ts'
import { customersDeskRoutes, customersRoutes } from './business/customers/routes.ts'
import { inquiriesApiRoutes, inquiriesDeskRoutes, inquiriesRoutes } from './business/inquiries/routes.ts'
import { invoicesDeskRoutes } from './business/invoices/routes.ts'
import { ordersDeskRoutes } from './business/orders/routes.ts'
import { quotesDeskRoutes, quotesRoutes } from './business/quotes/routes.ts'
import { doorRoutes, signInRoutes, signOutRoutes, staffDeskRoutes } from './business/staff/routes.ts'
import { disclosureDeskRoutes } from './web/disclosure-desk/routes.ts'
import { statisticsDeskRoutes, statisticsFileRoutes, statisticsRoutes } from './business/statistics/routes.ts'
import { suppliersApiRoutes, suppliersDeskRoutes, suppliersRoutes } from './web/suppliers/routes.ts'
import { myPageFileRoutes, myPageRoutes } from './web/my-page/routes.ts'
import { rightsDeskFileRoutes, rightsDeskRoutes } from './web/rights-desk/routes.ts'
import { rightsFormFileRoutes, rightsFormRoutes } from './web/rights-form/routes.ts'
import { recordsDeskRoutes, recordsFileRoutes } from './web/records-desk/routes.ts'
import { retentionDeskRoutes } from './web/retention-desk/routes.ts'
import { breachDeskRoutes, breachFileRoutes } from './web/breach-desk/routes.ts'
import { statementDeskRoutes, statementFileRoutes, statementMyPageRoutes, statementRoutes } from './statement/routes.ts'

/** The rooms' pages, joined under the layouts that guard and frame them. */
const shop = [
  ...catalogueRoutes,
  ...inquiriesRoutes,
  ...customersRoutes,
  ...quotesRoutes,
  ...signInRoutes,
  layout('web/my-page-layout.tsx', [...myPageRoutes, ...statementMyPageRoutes]),
  ...rightsFormRoutes,
  ...statementRoutes,
  ...statisticsRoutes,
  ...suppliersRoutes,
  route('nei-takk/:token', 'web/no-thanks.tsx', { id: 'no-thanks' }),
  route('en/no-thanks/:token', 'web/no-thanks.tsx', { id: 'no-thanks-en' }),
  route('*', 'web/not-found.tsx'),
]

const desk = [
  ...catalogueDeskRoutes,
  ...inquiriesDeskRoutes,
  ...customersDeskRoutes,
  ...quotesDeskRoutes,
  ...ordersDeskRoutes,
  ...invoicesDeskRoutes,
  ...statisticsDeskRoutes,
  ...statementDeskRoutes,
  ...rightsDeskRoutes,
  ...suppliersDeskRoutes,
  ...retentionDeskRoutes,
  ...breachDeskRoutes,
  ...recordsDeskRoutes,
  ...disclosureDeskRoutes,
  ...staffDeskRoutes,
  route('desk', 'web/desk-today.tsx'),
  route('desk/sok', 'web/desk-search.tsx'),
  route('desk/utboks', 'web/outbox.tsx'),
  route('desk/utboks/:id', 'web/outbox-letter.tsx'),
  route('desk/*', 'web/not-found.tsx', { id: 'desk-not-found' }),
]

const withoutLayout = [
  route('valg', 'web/choice/choose.ts', { id: 'choose' }),
  route('en/choice', 'web/choice/choose.ts', { id: 'choose-en' }),
  ...signOutRoutes,
  ...catalogueApiRoutes,
  ...inquiriesApiRoutes,
  ...suppliersApiRoutes,
  ...statisticsFileRoutes,
  ...statementFileRoutes,
  ...breachFileRoutes,
  ...recordsFileRoutes,
  ...myPageFileRoutes,
  ...rightsFormFileRoutes,
  ...rightsDeskFileRoutes,
]

export default [
  layout('web/shop-layout.tsx', shop),
  layout('web/door-layout.tsx', doorRoutes),
  layout('web/desk-layout.tsx', desk),
  ...withoutLayout,
] satisfies RouteConfig
