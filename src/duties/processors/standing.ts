import { type Day, daysAfter } from '#clock'
import type { For } from '#purposes'

/** How the yearly review stands: in time, within 30 days over (amber), later (red: what can wait is stopped), never done (red). */
type ReviewState = 'in time' | 'amber' | 'red'

export function reviewState(nextOn: Day | undefined, today: Day): ReviewState {
  if (nextOn === undefined) return 'red'
  if (nextOn >= today) return 'in time'
  return daysAfter(nextOn, 30) >= today ? 'amber' : 'red'
}

/** The paper on one recipient, newest first. */
export async function papersOf(db: For<'legal_obligation'>, recipient: string) {
  const of = { agreements: 'recipient_agreement', reviews: 'recipient_review' } as const
  const [agreements, reviews, subProcessors, exemptions, confirmations] = await Promise.all([
    db.selectFrom(of.agreements).selectAll().where('recipient', '=', recipient).orderBy('signed_on', 'desc').execute(),
    db.selectFrom(of.reviews).selectAll().where('recipient', '=', recipient).orderBy('reviewed_on', 'desc').execute(),
    db.selectFrom('sub_processor').selectAll().where('recipient', '=', recipient).orderBy('told_on', 'desc').execute(),
    db.selectFrom('recipient_exemption').selectAll().where('recipient', '=', recipient).execute(),
    db
      .selectFrom('recipient_confirmation')
      .selectAll()
      .where('recipient', '=', recipient)
      .orderBy('confirmed_on', 'desc')
      .execute(),
  ])
  return { agreements, reviews, subProcessors, exemptions, confirmations }
}

/** When each recipient's next review is due. */
export async function reviewsDue(db: For<'legal_obligation'>): Promise<ReadonlyMap<string, Day>> {
  const rows = await db
    .selectFrom('recipient_review')
    .select((of) => ['recipient', of.fn.max('next_on').as('next')])
    .groupBy('recipient')
    .execute()
  return new Map(rows.map(({ recipient, next }) => [recipient, next]))
}
