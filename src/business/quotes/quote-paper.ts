import type { Totals } from '#money'
import { lineOf } from '#orders'
import type { For } from '#purposes'
import { totalsOf, type QuoteLine } from './quote-line.ts'

/** A version as the customer sees it. */
export type QuotePaper = {
  readonly number: string
  readonly version: number
  readonly currency: string
  readonly intro: string
  readonly validUntil: string
  readonly deliveryDays: number | null
  readonly sentAt: Date
  readonly contentHash: string
  readonly lines: readonly QuoteLine[]
  readonly totals: Totals
  /** Who it was made for: the company, or the person when there is none. */
  readonly buyer: string
}

/** Reads a sent version; it never changes. */
export async function quotePaper(
  db: For<'deliver'>,
  accountId: string,
  quoteId: string,
  version: number,
): Promise<QuotePaper | undefined> {
  const found = await db
    .selectFrom('quote_version as v')
    .innerJoin('quote as q', (join) => join.onRef('q.account_id', '=', 'v.account_id').onRef('q.id', '=', 'v.quote_id'))
    .innerJoin('account as a', 'a.account_id', 'v.account_id')
    .select(['q.number', 'q.currency', 'v.intro', 'v.valid_until', 'v.delivery_days', 'v.sent_at', 'v.content_hash', 'a.name'])
    .where('v.account_id', '=', accountId)
    .where('v.quote_id', '=', quoteId)
    .where('v.version', '=', version)
    .executeTakeFirst()
  if (!found) return undefined
  const lines = await quoteLines(db, accountId, quoteId, version)
  const { number, currency, intro } = found
  const times = { validUntil: found.valid_until, deliveryDays: found.delivery_days, sentAt: found.sent_at }
  return {
    number,
    version,
    currency,
    intro,
    ...times,
    contentHash: found.content_hash,
    lines,
    totals: totalsOf(lines),
    buyer: found.name ?? '',
  }
}

export async function quoteLines(db: For<'deliver'>, accountId: string, quoteId: string, version: number): Promise<QuoteLine[]> {
  const rows = await db
    .selectFrom('quote_line')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('quote_id', '=', quoteId)
    .where('version', '=', version)
    .orderBy('line')
    .execute()
  return rows.map(lineOf)
}
