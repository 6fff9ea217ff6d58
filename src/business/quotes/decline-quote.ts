import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { lockQuote } from './lock-quote.ts'
import { quoteByLink } from './quote-by-link.ts'
import { may } from './quote.ts'

type NotDeclined = Refusal<'no such link' | 'no longer open'>

/** The customer says no thanks; asked twice it is one no. */
export function declineQuote(db: For<'deliver'>, now: Date, token: string): Promise<{ readonly declined: true } | NotDeclined> {
  return db.transaction().execute(async (tx) => {
    const found = await quoteByLink(tx, now, token)
    if (!found) return refuse('no such link')
    await lockQuote(tx, found.quoteId)
    const quote = await quoteByLink(tx, now, token)
    if (quote?.state === 'declined') return { declined: true }
    if (!quote || quote.state === 'superseded' || !may('decline', quote.state)) return refuse('no longer open')
    await tx
      .updateTable('core.quote')
      .set({ declined_at: now })
      .where('account_id', '=', quote.accountId)
      .where('id', '=', quote.quoteId)
      .execute()
    return { declined: true }
  })
}
