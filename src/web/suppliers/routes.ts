import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout: for a supplier's people, behind a link of their own. */
export const suppliersRoutes: RouteConfigEntry[] = [
  route('leverandor/svar/:token', 'answer.tsx', { id: 'supplier-answer' }),
  route('en/supplier/answer/:token', 'answer.tsx', { id: 'supplier-answer-en' }),
]

/** Under the desk's layout. */
export const suppliersDeskRoutes: RouteConfigEntry[] = [
  route('desk/leverandorer', 'desk-suppliers.tsx', { id: 'desk-suppliers' }),
  route('desk/leverandorer/ny', 'desk-new-supplier.tsx', { id: 'desk-new-supplier' }),
  route('desk/leverandorer/:id', 'desk-supplier.tsx', { id: 'desk-supplier' }),
]

/** Without a layout: for programs. */
export const suppliersApiRoutes: RouteConfigEntry[] = [
  route('api/v1/suppliers/:id/answers', 'api-answers.ts', { id: 'supplier-answers' }),
]
