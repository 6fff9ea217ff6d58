import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout. */
export const inquiriesRoutes: RouteConfigEntry[] = [
  route('foresporsel', 'pages/ask.tsx', { id: 'ask' }),
  route('en/inquiry', 'pages/ask.tsx', { id: 'ask-en' }),
  route('foresporsel/takk', 'pages/asked.tsx', { id: 'asked' }),
  route('en/inquiry/thank-you', 'pages/asked.tsx', { id: 'asked-en' }),
]

/** Under the desk's layout. */
export const inquiriesDeskRoutes: RouteConfigEntry[] = [
  route('desk/foresporsler', 'pages/desk-inbox.tsx', { id: 'desk-inbox' }),
  route('desk/foresporsler/ny', 'pages/desk-new-inquiry.tsx', { id: 'desk-new-inquiry' }),
  route('desk/foresporsler/gjennomgang', 'pages/desk-review.tsx', { id: 'desk-review' }),
  route('desk/foresporsler/:id', 'pages/desk-inquiry.tsx', { id: 'desk-inquiry' }),
]

/** Under no layout: JSON. */
export const inquiriesApiRoutes: RouteConfigEntry[] = [
  route('api/v1/inquiries', 'pages/api-inquiries.ts', { id: 'api-inquiries' }),
]
