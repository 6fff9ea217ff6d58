import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const rightsDeskRoutes: RouteConfigEntry[] = [
  route('desk/rettigheter', 'desk-rights.tsx', { id: 'desk-rights' }),
  route('desk/rettigheter/:account/:id', 'desk-claim.tsx', { id: 'desk-claim' }),
]

/** Without a layout: files. */
export const rightsDeskFileRoutes: RouteConfigEntry[] = [
  route('desk/rettigheter/:account/:id/sak.zip', 'case-file-zip.ts', { id: 'desk-claim-file' }),
]
