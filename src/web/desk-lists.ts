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

/** The pages guard themselves; this only keeps links to shut doors out of sight. house/doors.test.ts holds one against the other. */
const closedTo: Record<Role, readonly string[]> = {
  salesperson: ['/desk/leverandorer', '/desk/ansatte', '/desk/beholdt', '/desk/arkiv'],
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
    '/desk/beholdt',
    '/desk/arkiv',
  ],
  privacy_officer: [],
  accountant: [
    '/desk/foresporsler',
    '/desk/tilbud',
    '/desk/statistikk',
    '/desk/utboks',
    '/desk/utlevering',
    '/desk/ansatte',
    '/desk/beholdt',
    '/desk/arkiv',
  ],
  host: [],
}

/** Whether a list, or something on it, opens for that role. Takes an address, with its query or not. */
export function opensFor(role: Role, address: string): boolean {
  return !closedTo[role].some((list) => address === list || address.startsWith(`${list}/`) || address.startsWith(`${list}?`))
}
