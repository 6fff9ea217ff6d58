import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout: who has the link has the quote. */
export const quotesRoutes: RouteConfigEntry[] = [
  route('tilbud/:token', 'pages/quote.tsx', { id: 'quote' }),
  route('en/quote/:token', 'pages/quote.tsx', { id: 'quote-en' }),
]

/** Under the desk's layout. */
export const quotesDeskRoutes: RouteConfigEntry[] = [
  route('desk/tilbud', 'pages/desk-quotes.tsx', { id: 'desk-quotes' }),
  route('desk/tilbud/nytt', 'pages/desk-new-quote.tsx', { id: 'desk-new-quote' }),
  route('desk/tilbud/:id', 'pages/desk-quote.tsx', { id: 'desk-quote' }),
]
