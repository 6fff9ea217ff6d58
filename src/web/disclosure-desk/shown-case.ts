import { writtenDay, writtenMoment } from '#clock'
import { grounds, missing, type DisclosureCase, type OnFile } from '#disclosure'
import { countryName } from '#languages'
import type { WrittenEnd } from '#retention'
import { fieldWord } from '#rights'

/** A case as its page shows it. */
export type Shown = Pick<
  DisclosureCase,
  'ground' | 'state' | 'filed' | 'fields' | 'necessity' | 'asked_for' | 'recipient_name' | 'withheld_until'
> & {
  /** Whom it is about, and their customer card. */
  readonly about: { readonly name: string; readonly href: string } | undefined
  /** The assessment that is shown, by its moment: whoever approves says yes to this one. */
  readonly assessedAt: string | undefined
  readonly end: WrittenEnd | undefined
  /** What is on file, by its label, once nobody assesses any more. */
  readonly facts: readonly (readonly [string, string])[]
  readonly maybeTold: boolean
  readonly recipient: string
  readonly requested: string
  readonly missing: readonly string[]
  readonly approvals: readonly string[]
  readonly own: boolean
  readonly informed: string | null
  readonly notInformed: string | null
  readonly refusedBecause: string | null
  readonly recalled: boolean
}

type Reader = { readonly userId: string; readonly today: string }

export function shownCase(found: DisclosureCase, { userId, today }: Reader, end: WrittenEnd | undefined): Shown {
  const { ground, state, filed, fields, necessity, asked_for, recipient_name, withheld_until, person } = found
  const name = [person?.first_name, person?.last_name].filter(Boolean).join(' ')
  return {
    ground,
    state,
    filed,
    fields,
    necessity,
    asked_for,
    recipient_name,
    withheld_until,
    about: person && { name: name || 'uten navn', href: `/desk/kunder/${found.account_id}` },
    assessedAt: found.assessed_at?.toISOString(),
    end,
    facts: factsOf(found),
    maybeTold: found.informed_at === null && (withheld_until === null || withheld_until <= today),
    recipient: [recipient_name, found.recipient_number, countryName(found.recipient_country, 'nb')].filter(Boolean).join(', '),
    requested: writtenMoment(found.requested_at, 'nb'),
    missing: missing(ground, filed),
    approvals: found.approvals.map(({ at }) => writtenMoment(at, 'nb')),
    own: [found.requested_by, found.assessed_by].includes(userId),
    informed: found.informed_at ? writtenMoment(found.informed_at, 'nb') : null,
    notInformed: found.not_informed_because,
    refusedBecause: found.refused_because,
    recalled: found.recalled_at !== null,
  }
}

/** What was decided on, and what came of it: the case goes on saying it when there is nothing more to do. */
function factsOf({ ground, filed, fields, necessity, lines }: DisclosureCase): (readonly [string, string])[] {
  const wanted: readonly OnFile[] = grounds[ground].onFile
  const onFile = wanted.map(
    ({ name, label, kind }) => [label, kind === 'day' ? dayIn(filed[name]) : (filed[name] ?? '')] as const,
  )
  const came = lines.flatMap(({ outcome, at, method, handed_hash: sum }) => [
    [outcomes[outcome] ?? outcome, `${writtenMoment(at, 'nb')}: ${method}`] as const,
    ['Kontrollsummen av det som ble utlevert', sum ?? ''] as const,
  ])
  return [
    ['Opplysningene', fields.map((field) => fieldWord(field, 'nb')).join('; ')] as const,
    ['Hvorfor nødvendige', necessity ?? ''] as const,
    ...onFile,
    ...came,
  ].filter(([, value]) => value !== '')
}

const outcomes: Readonly<Record<string, string>> = { executed: 'Utlevert', refused: 'Avslått', recalled: 'Kalt tilbake' }

function dayIn(day: string | undefined): string {
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? writtenDay(day, 'nb') : (day ?? '')
}
