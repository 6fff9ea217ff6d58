import { type Day, daysAfter } from '#clock'

/** What is known of a claim when somebody wants it collected; read from the invoice itself, and said by staff where it cannot be. */
export type ClaimFacts = {
  readonly isInvoice: boolean
  readonly delivered: boolean
  readonly dueOn: Day
  /** Øre still owed. */
  readonly balance: number
  readonly disputed: boolean
  readonly onHold: boolean
  readonly remindedOn: Day | null
  /** When the statutory warning was sent, and by whom: from the new act on only a collection agency may. */
  readonly warnedOn: Day | null
  readonly warnedBy: 'us' | 'collector' | null
  readonly debtorVerified: boolean
  readonly licence: string
}

/** Below this the trouble is greater than the claim: 500 kr. A setting out of the law's reach (section 5.7). */
export const smallest = 50_000

/**
 * Which act applies on a day. The new one (LOV-2026-05-22-19) is adopted and not yet in force; its day is entered here when it
 * is known, and nothing else changes (section 3.10).
 */
export const acts = [
  { name: 'inkassoloven 1988', from: '1989-07-01', warnsFirst: ['us', 'collector'] },
  { name: 'inkassoloven 2026', from: undefined, warnsFirst: ['collector'] },
] as const

export type DatedAct = {
  readonly name: string
  readonly from: Day | undefined
  readonly warnsFirst: readonly ('us' | 'collector')[]
}

export function actOn(day: Day, known: readonly DatedAct[] = acts): DatedAct {
  const inForce = known.filter(({ from }) => from !== undefined && from <= day)
  return inForce.toSorted((a, b) => (a.from! < b.from! ? 1 : -1))[0]!
}

/** Why the claim may not be handed over today, or undefined when every condition holds (promise 6-g; inkassoloven § 9). */
export function whyNotCollect(claim: ClaimFacts, today: Day, known: readonly DatedAct[] = acts): string | undefined {
  const act = actOn(today, known)
  const rules: readonly (readonly [boolean, string])[] = [
    [claim.isInvoice, 'Kravet er ikke en utstedt faktura.'],
    [claim.delivered, 'Varen er ikke levert.'],
    [claim.balance > 0, 'Kravet er betalt.'],
    [claim.balance >= smallest, 'Kravet er for lite.'],
    [claim.dueOn < today, 'Kravet er ikke forfalt.'],
    [!claim.disputed, 'Kravet er bestridt, eller det er en åpen reklamasjon.'],
    [!claim.onHold, 'Kravet er utsatt eller betales etter en plan.'],
    [claim.debtorVerified, 'Det er ikke kontrollert at det er rett skyldner.'],
    [claim.remindedOn !== null && claim.remindedOn > claim.dueOn, 'Det er ikke purret etter forfall.'],
    [claim.warnedOn !== null && claim.warnedOn > claim.dueOn, 'Det er ikke sendt inkassovarsel etter forfall.'],
    [
      claim.warnedBy !== null && act.warnsFirst.includes(claim.warnedBy),
      `Etter ${act.name} må varselet komme fra inkassoforetaket.`,
    ],
    [claim.warnedOn !== null && daysAfter(claim.warnedOn, 14) < today, 'Fristen i inkassovarselet, minst 14 dager, er ikke ute.'],
    [/^\d{4,}$/.test(claim.licence.replace(/\s/g, '')), 'Inkassoforetaket mangler bevilling.'],
  ]
  return rules.find(([holds]) => !holds)?.[1]
}

/** All that a collector gets (section 5.7). No contact person of a company, no dialogue, no history. */
export const collectionFields = [
  'account.name',
  'account.organisation_number',
  'invoice.buyer',
  'invoice.number',
  'invoice.issue_date',
  'invoice.due_date',
  'invoice.gross',
  'payment.amount',
] as const
