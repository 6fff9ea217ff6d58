import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Without a layout: for programs. */
export const suppliersApiRoutes: RouteConfigEntry[] = [
  route('api/v1/suppliers/:id/answers', 'api-answers.ts', { id: 'supplier-answers' }),
]
