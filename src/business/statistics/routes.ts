import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const statisticsDeskRoutes: RouteConfigEntry[] = [
  route('desk/statistikk', 'pages/desk-statistics.tsx', { id: 'desk-statistics' }),
]

/** Without a layout. */
export const statisticsFileRoutes: RouteConfigEntry[] = [
  route('desk/statistikk.csv', 'pages/csv-file.ts', { id: 'statistics-csv' }),
]
