import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

const pages = [
  ['', 'pages/statement.tsx', 'statement'],
  ['/versjoner', 'pages/versions.tsx', 'statement-versions'],
  ['/versjoner/:revision', 'pages/version.tsx', 'statement-version'],
  ['/sammenlign', 'pages/compare.tsx', 'statement-compare'],
  ['/bevis/:sentence', 'pages/proof.tsx', 'statement-proof'],
  ['/logg', 'pages/log.tsx', 'statement-log'],
  ['/informasjonskapsler', 'pages/device-storage.tsx', 'statement-device-storage'],
] as const

/** Under the shop's layout: the same pages in both languages; what follows the first word is the same in both. */
export const statementRoutes: RouteConfigEntry[] = pages.flatMap(([path, file, id]) => [
  route(`personvern${path}`, file, { id }),
  route(`en/privacy${path}`, file, { id: `${id}-en` }),
])

/** Without a layout: what programs read. */
export const statementFileRoutes: RouteConfigEntry[] = [
  route('personvern/logg.json', 'pages/log-file.ts'),
  route('personvern/informasjon.json', 'pages/information-file.ts'),
  route('personvern/status.json', 'pages/status-file.ts'),
  route('personvern/verify-receipt.mjs', 'pages/verifier-file.ts'),
]

/** Under the desk's layout. */
export const statementDeskRoutes: RouteConfigEntry[] = [
  route('desk/personvern', 'pages/desk-privacy.tsx', { id: 'desk-privacy' }),
  route('desk/personvern/versjoner', 'pages/desk-versions.tsx', { id: 'desk-versions' }),
  route('desk/personvern/utkast', 'pages/desk-draft.tsx', { id: 'desk-draft' }),
]

/** Under the shop's layout, behind the customers' own door. */
export const statementMyPageRoutes: RouteConfigEntry[] = [
  route('min-side/erklaering', 'pages/my-statement.tsx', { id: 'my-statement' }),
  route('en/my-page/erklaering', 'pages/my-statement.tsx', { id: 'my-statement-en' }),
]
