import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the shop's layout; not there unless the merchant wishes. */
export const statisticsRoutes: RouteConfigEntry[] = [
  route('statistikk', 'pages/statistics.tsx', { id: 'statistics' }),
  route('en/statistics', 'pages/statistics.tsx', { id: 'statistics-en' }),
]

/** Under the desk's layout. */
export const statisticsDeskRoutes: RouteConfigEntry[] = [
  route('desk/statistikk', 'pages/desk-statistics.tsx', { id: 'desk-statistics' }),
  route('desk/statistikk/oppsett', 'pages/desk-statistics-settings.tsx', { id: 'desk-statistics-settings' }),
]

/** Without a layout. */
export const statisticsFileRoutes: RouteConfigEntry[] = [
  route('desk/statistikk.csv', 'pages/csv-file.ts', { id: 'statistics-csv' }),
]
