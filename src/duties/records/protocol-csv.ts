import type { Protocol } from './protocol.ts'

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

/** The record as a spreadsheet opens it: semicolons, a byte order mark, a row an activity (RFC 4180 otherwise). */
export function protocolCsv({ activities, measures }: Protocol): string {
  const rows = activities.map(({ what, ground, people, data, recipients, outsideEea, kept }) => [
    what,
    ground,
    ...[people, data, recipients, outsideEea, kept, measures].map((list) => list.join('\n') || 'ingen'),
  ])
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
