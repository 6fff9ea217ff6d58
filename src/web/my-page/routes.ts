import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

const pages = [
  ['', 'my-page.tsx', 'my-page'],
  ['/rett/:field', 'change-field.tsx', 'my-page-change'],
  ['/last-ned', 'download.tsx', 'my-page-download'],
  ['/si-nei', 'say-no.tsx', 'my-page-say-no'],
  ['/slett', 'erase-me.tsx', 'my-page-erase'],
  ['/begrens', 'restrict-me.tsx', 'my-page-restrict'],
  ['/protester', 'object.tsx', 'my-page-object'],
  ['/samtykker', 'consents.tsx', 'my-page-consents'],
  ['/ta-med', 'take-along.tsx', 'my-page-take-along'],
  ['/avslutt', 'end-relationship.tsx', 'my-page-end'],
] as const

/** Under the shop's layout, behind the customers' own door. */
export const myPageRoutes: RouteConfigEntry[] = pages.flatMap(([path, file, id]) => [
  route(`min-side${path}`, file, { id }),
  route(`en/my-page${path}`, file, { id: `${id}-en` }),
])

/** Without a layout: files. Each asks who is there by itself. */
export const myPageFileRoutes: RouteConfigEntry[] = [
  route('min-side/innsyn.zip', 'package-file.ts', { id: 'my-package' }),
  route('en/my-page/innsyn.zip', 'package-file.ts', { id: 'my-package-en' }),
  route('min-side/bytt', 'change-record.ts', { id: 'my-change-record' }),
  route('en/my-page/bytt', 'change-record.ts', { id: 'my-change-record-en' }),
  route('min-side/ta-med.zip', 'portable-file.ts', { id: 'my-portable' }),
  route('en/my-page/ta-med.zip', 'portable-file.ts', { id: 'my-portable-en' }),
  route('min-side/faktura/:id', 'invoice-file.ts', { id: 'my-invoice' }),
  route('min-side/kvittering/:id', 'receipt-file.ts', { id: 'my-receipt' }),
  route('personvern/kvittering/:id', 'erasure-receipt-file.ts', { id: 'erasure-receipt' }),
]
