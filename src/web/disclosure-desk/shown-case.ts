import { writtenMoment } from '#clock'
import { missing, type DisclosureCase } from '#disclosure'
import { countryName } from '#languages'
import type { WrittenEnd } from '#retention'

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

export function shownCase(found: DisclosureCase, userId: string, end: WrittenEnd | undefined): Shown {
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
