import type { Tier } from '#catalogue'
import type { For } from '#purposes'
import { laddersOf } from './inquired-lines.ts'
import { draftLines } from './quote-line.ts'
import { quoteFacts } from './quote-facts.ts'
import { quotePaper } from './quote-paper.ts'

/** A quote as staff work with it: what it is now, the draft being written, the newest version, for whom, and its history. */
export async function quoteForDesk(db: For<'deliver'>, now: Date, id: string) {
  const found = await db.selectFrom('quote').select(['account_id', 'inquiry_id']).where('id', '=', id).executeTakeFirst()
  if (!found) return undefined
  const { account_id: accountId } = found
  const quote = (await quoteFacts(db, now, accountId, id))!
  const [draft, paper, account, person, versions, order, inquiry] = await Promise.all([
    db.selectFrom('quote_draft').selectAll().where('account_id', '=', accountId).where('quote_id', '=', id).executeTakeFirst(),
    quote.newest === 0 ? undefined : quotePaper(db, accountId, id, quote.newest),
    db
      .selectFrom('account')
      .select(['name', 'organisation_number', 'customer_number'])
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
    quote.personId === null
      ? undefined
      : db
          .selectFrom('person')
          .select(['id', 'first_name', 'last_name', 'email', 'phone', 'job_title'])
          .where('account_id', '=', accountId)
          .where('id', '=', quote.personId)
          .executeTakeFirst(),
    db
      .selectFrom('quote_version')
      .select(['version', 'sent_at', 'net'])
      .where('account_id', '=', accountId)
      .where('quote_id', '=', id)
      .orderBy('version', 'desc')
      .execute(),
    db
      .selectFrom('sales_order')
      .select(['id', 'number'])
      .where('account_id', '=', accountId)
      .where('quote_id', '=', id)
      .executeTakeFirst(),
    found.inquiry_id === null
      ? undefined
      : db
          .selectFrom('inquiry')
          .select(['id', 'number', 'received_at'])
          .where('account_id', '=', accountId)
          .where('id', '=', found.inquiry_id)
          .executeTakeFirst(),
  ])
  const lines = draftLines.parse(draft?.lines ?? [])
  const ladders: Record<string, readonly Tier[]> = Object.fromEntries(
    await laddersOf(
      db,
      lines.flatMap(({ productId }) => (productId ? [productId] : [])),
    ),
  )
  return { quote, draft: draft && { ...draft, lines }, paper, account, person, versions, order, inquiry, ladders }
}

export type QuoteForDesk = NonNullable<Awaited<ReturnType<typeof quoteForDesk>>>
