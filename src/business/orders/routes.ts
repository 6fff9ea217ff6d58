import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const ordersDeskRoutes: RouteConfigEntry[] = [
  route('desk/ordre', 'pages/desk-orders.tsx', { id: 'desk-orders' }),
  route('desk/ordre/:id', 'pages/desk-order.tsx', { id: 'desk-order' }),
]
