import { sql } from 'kysely'
import type { For } from '#purposes'

/** What an invoice is made of: the order, its lines, and the company that owes. */
export async function invoiceBasis(db: For<'invoice'>, accountId: string, orderId: string) {
  const order = await db
    .selectFrom('sales_order')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) return undefined
  const [account, lines, invoice] = await Promise.all([
    db.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirstOrThrow(),
    db
      .selectFrom('order_line')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('order_id', '=', orderId)
      .orderBy('line')
      .execute(),
    standingInvoice(db, accountId, orderId),
  ])
  return { order, account, lines, alreadyInvoiced: invoice !== undefined }
}

export type Basis = NonNullable<Awaited<ReturnType<typeof invoiceBasis>>>

/** An invoice of the order that has not been credited in full; a fully credited one may be issued anew. */
function standingInvoice(db: For<'invoice'>, accountId: string, orderId: string) {
  return db
    .selectFrom('invoice as i')
    .select('i.id')
    .where('i.account_id', '=', accountId)
    .where('i.order_id', '=', orderId)
    .where('i.kind', '=', 'invoice')
    .where(
      sql<boolean>`i.gross > (select coalesce(sum(c.gross), 0) from invoice c where c.account_id = i.account_id and c.credits_invoice_id = i.id)`,
    )
    .executeTakeFirst()
}
