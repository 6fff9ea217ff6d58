import { dayOf } from '#clock'
import type { For } from '#purposes'
import { stateOf, type State } from './quote.ts'

export type QuoteFacts = {
  readonly accountId: string
  readonly id: string
  readonly number: string
  readonly inquiryId: string | null
  readonly personId: string | null
  readonly currency: string
  /** The newest version that was sent; 0 while none was. */
  readonly newest: number
  readonly state: State
  readonly createdAt: Date
  readonly viewedAt: Date | null
  readonly acceptedAt: Date | null
  readonly declinedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** What a quote is now, for whoever will act on it or look at it; undefined when it is not there or a stop hides it. */
export async function quoteFacts(db: For<'deliver'>, now: Date, accountId: string, id: string): Promise<QuoteFacts | undefined> {
  const quote = await db
    .selectFrom('quote as q')
    .leftJoin('quote_acceptance as a', (join) => join.onRef('a.account_id', '=', 'q.account_id').onRef('a.quote_id', '=', 'q.id'))
    .select([
      'q.number',
      'q.inquiry_id',
      'q.person_id',
      'q.currency',
      'q.created_at',
      'q.viewed_at',
      'q.declined_at',
      'q.withdrawn_at',
      'a.accepted_at',
    ])
    .where('q.account_id', '=', accountId)
    .where('q.id', '=', id)
    .executeTakeFirst()
  if (!quote) return undefined
  const newest = await db
    .selectFrom('quote_version')
    .select(['version', 'valid_until'])
    .where('account_id', '=', accountId)
    .where('quote_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const times = {
    viewedAt: quote.viewed_at,
    acceptedAt: quote.accepted_at,
    declinedAt: quote.declined_at,
    withdrawnAt: quote.withdrawn_at,
  }
  return {
    accountId,
    id,
    number: quote.number,
    inquiryId: quote.inquiry_id,
    personId: quote.person_id,
    currency: quote.currency,
    createdAt: quote.created_at,
    newest: newest?.version ?? 0,
    state: stateOf({ ...times, validUntil: newest?.valid_until ?? null }, dayOf(now)),
    ...times,
  }
}
