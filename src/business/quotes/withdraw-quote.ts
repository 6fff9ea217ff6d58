import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { lockQuote } from './lock-quote.ts'
import { may } from './quote.ts'
import { quoteFacts } from './quote-facts.ts'

type Which = { readonly accountId: string; readonly quoteId: string }

/** We take the quote back; whoever opens the link is told so. */
export function withdrawQuote(db: For<'deliver'>, now: Date, { accountId, quoteId }: Which) {
  return db
    .transaction()
    .execute(async (tx): Promise<{ readonly withdrawn: true } | Refusal<'not found' | 'no longer to be withdrawn'>> => {
      await lockQuote(tx, quoteId)
      const quote = await quoteFacts(tx, now, accountId, quoteId)
      if (!quote) return refuse('not found')
      if (!may('withdraw', quote.state)) return refuse('no longer to be withdrawn')
      await tx
        .updateTable('core.quote')
        .set({ withdrawn_at: now })
        .where('account_id', '=', accountId)
        .where('id', '=', quoteId)
        .execute()
      return { withdrawn: true }
    })
}
