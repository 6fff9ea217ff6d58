import type { Role } from '#auth'

export type Entry = { readonly to: string; readonly label: string }

/** The lists of the desk, in the order of the side bar. */
export const deskLists: readonly (readonly Entry[])[] = [
  [{ to: '/desk', label: 'I dag' }],
  [
    { to: '/desk/kunder', label: 'Kunder' },
    { to: '/desk/foresporsler', label: 'Forespørsler' },
    { to: '/desk/tilbud', label: 'Tilbud' },
    { to: '/desk/ordre', label: 'Ordre' },
    { to: '/desk/faktura', label: 'Faktura' },
  ],
  [
    { to: '/desk/katalog', label: 'Katalog' },
    { to: '/desk/statistikk', label: 'Statistikk' },
    { to: '/desk/utboks', label: 'Utboks' },
  ],
  [
    { to: '/desk/rettigheter', label: 'Rettigheter' },
    { to: '/desk/leverandorer', label: 'Leverandører' },
    { to: '/desk/utlevering', label: 'Utlevering' },
    { to: '/desk/personvern', label: 'Personvern' },
    { to: '/desk/oppbevaring', label: 'Oppbevaring' },
    { to: '/desk/avvik', label: 'Avvik' },
    { to: '/desk/ansatte', label: 'Ansatte' },
  ],
]

/** What lies within a list, in the order of the bar above its pages; the first is the list itself. */
const within: Readonly<Record<string, readonly Entry[]>> = {
  '/desk/personvern': [
    { to: '/desk/personvern', label: 'Løftene' },
    { to: '/desk/personvern/versjoner', label: 'Versjoner' },
    { to: '/desk/personvern/utkast', label: 'Neste versjon' },
    { to: '/desk/personvern/protokoll', label: 'Protokoll' },
    { to: '/desk/personvern/tiltak', label: 'Tiltak' },
    { to: '/desk/personvern/regler', label: 'Regler' },
    { to: '/desk/personvern/vurderinger', label: 'Vurderinger' },
    { to: '/desk/personvern/varsler', label: 'Ikke varslet' },
    { to: '/desk/personvern/ord', label: 'Sperreord' },
    { to: '/desk/personvern/drift', label: 'Drift' },
  ],
  '/desk/oppbevaring': [
    { to: '/desk/oppbevaring', label: 'Frister' },
    { to: '/desk/beholdt', label: 'Beholdt lenger' },
    { to: '/desk/arkiv', label: 'Låst arkiv' },
  ],
  '/desk/avvik': [
    { to: '/desk/avvik', label: 'Avvik' },
    { to: '/desk/avvik/oppslag', label: 'Uvanlige oppslag' },
  ],
}

/** The list an address belongs to, also where it does not begin with the list's own. */
export function listOf(path: string): string | undefined {
  const home = Object.keys(within).find((list) => within[list]!.some(({ to }) => to === path))
  if (home) return home
  const lists = deskLists.flat().map(({ to }) => to)
  return lists.filter((to) => path === to || path.startsWith(`${to}/`)).toSorted((a, b) => b.length - a.length)[0]
}

/** The pages beside that one which open for the role; none where it would be alone. */
export function roomsBeside(role: Role, path: string): readonly Entry[] {
  const rooms = (within[listOf(path) ?? ''] ?? []).filter(({ to }) => opensFor(role, to))
  return rooms.length > 1 ? rooms : []
}

const officersOnly = [
  ...within['/desk/personvern']!.slice(1).map(({ to }) => to),
  '/desk/beholdt',
  '/desk/arkiv',
  '/desk/avvik/oppslag',
]

/** The pages guard themselves; this only keeps links to shut doors out of sight. house/doors.test.ts holds one against the other. */
const closedTo: Record<Role, readonly string[]> = {
  salesperson: ['/desk/leverandorer', '/desk/ansatte', ...officersOnly],
  marketer: [
    '/desk/kunder',
    '/desk/foresporsler',
    '/desk/tilbud',
    '/desk/ordre',
    '/desk/faktura',
    '/desk/utboks',
    '/desk/leverandorer',
    '/desk/utlevering',
    '/desk/ansatte',
    ...officersOnly,
  ],
  privacy_officer: [],
  accountant: [
    '/desk/foresporsler',
    '/desk/tilbud',
    '/desk/statistikk',
    '/desk/utboks',
    '/desk/utlevering',
    '/desk/ansatte',
    ...officersOnly,
  ],
  host: [],
}

/** Whether a list, or something on it, opens for that role. Takes an address, with its query or not. */
export function opensFor(role: Role, address: string): boolean {
  return !closedTo[role].some(
    (list) =>
      address === list || address.startsWith(`${list}/`) || address.startsWith(`${list}?`) || address.startsWith(`${list}#`),
  )
}
