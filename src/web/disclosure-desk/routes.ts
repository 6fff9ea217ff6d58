import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const disclosureDeskRoutes: RouteConfigEntry[] = [
  route('desk/utlevering', 'desk-disclosures.tsx', { id: 'desk-disclosures' }),
  route('desk/utlevering/ny', 'desk-new-disclosure.tsx', { id: 'desk-new-disclosure' }),
  route('desk/utlevering/:account/:id', 'desk-disclosure.tsx', { id: 'desk-disclosure' }),
]
