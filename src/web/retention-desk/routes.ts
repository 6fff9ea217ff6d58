import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const retentionDeskRoutes: RouteConfigEntry[] = [
  route('desk/oppbevaring', 'desk-schedule.tsx', { id: 'desk-schedule' }),
  route('desk/beholdt', 'desk-holds.tsx', { id: 'desk-holds' }),
  route('desk/arkiv', 'desk-archive.tsx', { id: 'desk-archive' }),
]
