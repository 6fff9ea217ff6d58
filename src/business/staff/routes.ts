import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout: how customers come in and go out. */
export const signInRoutes: RouteConfigEntry[] = [
  route('logg-inn', 'pages/sign-in.tsx', { id: 'sign-in' }),
  route('en/sign-in', 'pages/sign-in.tsx', { id: 'sign-in-en' }),
  route('logg-inn/:token', 'pages/sign-in-link.tsx', { id: 'sign-in-link' }),
  route('en/sign-in/:token', 'pages/sign-in-link.tsx', { id: 'sign-in-link-en' }),
]

/** Under no layout: sign out. */
export const signOutRoutes: RouteConfigEntry[] = [
  route('logg-ut', 'pages/sign-out.ts', { id: 'sign-out' }),
  route('en/sign-out', 'pages/sign-out.ts', { id: 'sign-out-en' }),
  route('desk/logg-ut', 'pages/sign-out.ts', { id: 'desk-sign-out' }),
]

/** Under the door's layout: how staff come in. */
export const doorRoutes: RouteConfigEntry[] = [
  route('desk/logg-inn', 'pages/desk-sign-in.tsx', { id: 'desk-sign-in' }),
  route('desk/logg-inn/kode', 'pages/desk-code.tsx', { id: 'desk-code' }),
  route('desk/velkommen/:token', 'pages/desk-welcome.tsx', { id: 'desk-welcome' }),
  route('desk/totrinn', 'pages/desk-second-factor.tsx', { id: 'desk-second-factor' }),
]

/** Under the desk's layout. */
export const staffDeskRoutes: RouteConfigEntry[] = [route('desk/ansatte', 'pages/desk-staff.tsx', { id: 'desk-staff' })]
