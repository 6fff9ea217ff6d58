import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const breachDeskRoutes: RouteConfigEntry[] = [
  route('desk/avvik', 'desk-breaches.tsx', { id: 'desk-breaches' }),
  route('desk/avvik/oppslag', 'desk-unusual.tsx', { id: 'desk-unusual' }),
  route('desk/avvik/:id', 'desk-breach.tsx', { id: 'desk-breach' }),
]

/** Without a layout: the notice as a file. */
export const breachFileRoutes: RouteConfigEntry[] = [
  route('desk/avvik/:id/melding.txt', 'notice-file.ts', { id: 'breach-notice-text' }),
  route('desk/avvik/:id/melding.json', 'notice-file.ts', { id: 'breach-notice-json' }),
]
