import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** Under the desk's layout. */
export const recordsDeskRoutes: RouteConfigEntry[] = [
  route('desk/personvern/protokoll', 'desk-protocol.tsx', { id: 'desk-protocol' }),
  route('desk/personvern/tiltak', 'desk-measures.tsx', { id: 'desk-measures' }),
  route('desk/personvern/regler', 'desk-law-watch.tsx', { id: 'desk-law-watch' }),
  route('desk/personvern/vurderinger', 'desk-assessments.tsx', { id: 'desk-assessments' }),
  route('desk/personvern/drift', 'desk-operators.tsx', { id: 'desk-operators' }),
  route('desk/personvern/varsler', 'desk-not-reached.tsx', { id: 'desk-not-reached' }),
]

/** Without a layout: the record and the measures as files. */
export const recordsFileRoutes: RouteConfigEntry[] = [
  route('desk/personvern/protokoll.json', 'protocol-file.ts', { id: 'protocol-json' }),
  route('desk/personvern/protokoll.csv', 'protocol-file.ts', { id: 'protocol-csv' }),
  route('desk/personvern/tiltak.json', 'measures-file.ts', { id: 'measures-json' }),
  route('desk/personvern/tiltak.csv', 'measures-file.ts', { id: 'measures-csv' }),
]
