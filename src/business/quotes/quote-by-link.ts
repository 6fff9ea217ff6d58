import type { For } from '#purposes'
import { linkHash } from './link.ts'
import { versionStateOf, type State } from './quote.ts'
import { quoteFacts } from './quote-facts.ts'
import { quotePaper, type QuotePaper } from './quote-paper.ts'

export type LinkedQuote = {
  readonly accountId: string
  readonly personId: string | null
  readonly quoteId: string
  readonly inquiryId: string | null
  readonly state: State | 'superseded'
  readonly viewedAt: Date | null
  readonly paper: QuotePaper
  /** The order it became, when it was accepted. */
  readonly orderNumber: string | null
}

/** The version the link was sent for, and what has become of it; undefined when there is no such link. */
export async function quoteByLink(db: For<'deliver'>, now: Date, token: string): Promise<LinkedQuote | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const found = await db
    .selectFrom('quote_version')
    .select(['account_id', 'quote_id', 'version'])
    .where('link_hash', '=', linkHash(token))
    .executeTakeFirst()
  if (!found) return undefined
  const { account_id: accountId, quote_id: quoteId, version } = found
  const quote = await quoteFacts(db, now, accountId, quoteId)
  const paper = await quotePaper(db, accountId, quoteId, version)
  if (!quote || !paper) return undefined
  const order = await db
    .selectFrom('sales_order')
    .select('number')
    .where('account_id', '=', accountId)
    .where('quote_id', '=', quoteId)
    .executeTakeFirst()
  const state = versionStateOf(version, quote.newest, quote.state)
  return {
    accountId,
    personId: quote.personId,
    quoteId,
    inquiryId: quote.inquiryId,
    state,
    viewedAt: quote.viewedAt,
    paper,
    orderNumber: order?.number ?? null,
  }
}

/** The customer opened the newest version: noted the first time, so that we know whether it came through. */
export async function noteViewed(db: For<'deliver'>, now: Date, { accountId, quoteId, state }: LinkedQuote): Promise<void> {
  if (state !== 'sent') return
  await db
    .updateTable('core.quote')
    .set({ viewed_at: now })
    .where('account_id', '=', accountId)
    .where('id', '=', quoteId)
    .execute()
}
