import type { Protocol } from './protocol.ts'
import { sheet } from './sheet.ts'

const heads = [
  'Formål',
  'Behandlingsgrunnlag',
  'Hvem',
  'Opplysninger',
  'Mottakere',
  'Utenfor EØS',
  'Lagringstid',
  'Sikkerhetstiltak',
] as const

/** The record as a sheet: a row an activity. */
export function protocolCsv({ activities, measures }: Protocol): string {
  const rows = activities.map(({ what, ground, people, data, recipients, outsideEea, kept }) => [
    what,
    ground,
    ...[people, data, recipients, outsideEea, kept, measures].map((list) => list.join('\n') || 'ingen'),
  ])
  return sheet([heads, ...rows])
}
