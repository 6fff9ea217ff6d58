import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout. */
export const customersRoutes: RouteConfigEntry[] = [
  route('registrer', 'pages/register.tsx', { id: 'register' }),
  route('en/register', 'pages/register.tsx', { id: 'register-en' }),
  route('registrer/takk', 'pages/registered.tsx', { id: 'registered' }),
  route('en/register/thank-you', 'pages/registered.tsx', { id: 'registered-en' }),
]

/** Under the desk's layout. */
export const customersDeskRoutes: RouteConfigEntry[] = [
  route('desk/personvern/ord', 'pages/desk-screening.tsx', { id: 'desk-screening' }),
  route('desk/kunder', 'pages/desk-customers.tsx', { id: 'desk-customers' }),
  route('desk/kunder/:id', 'pages/desk-customer.tsx', { id: 'desk-customer' }),
  route('desk/kunder/:id/avslutt', 'pages/desk-end.tsx', { id: 'desk-end' }),
]
