import { sql, type QueryExecutorProvider } from 'kysely'
import type { Subject } from '#purposes'

/**
 * SQL that is true where nothing between us is open: no order to deliver, nothing to pay (stop O). While something is, a
 * relationship that has ended is `ending`: it waits, and nobody is advertised to meanwhile. Asks the purpose's own views.
 */
export function nothingOpen(account: string, person?: string): string {
  const theirs = person === undefined ? '' : ` and o.person_id = ${person}`
  const orders = `sales_order o where o.account_id = ${account}${theirs}`
  return `not exists (select 1 from ${orders} and o.delivered_at is null and o.cancelled_at is null)
    and not exists (select 1 from ${orders} and exists (select 1 from invoice i where i.account_id = o.account_id and i.order_id = o.id
      and i.kind = 'invoice' and i.series not like 'import-%' and i.gross
        > coalesce((select sum(p.amount) from payment p where p.account_id = i.account_id and p.invoice_id = i.id), 0)
        + coalesce((select sum(c.gross) from invoice c where c.account_id = i.account_id and c.credits_invoice_id = i.id), 0)))`
}

/** The same, asked of one person. */
export async function nothingIsOpen(db: QueryExecutorProvider, { accountId, personId }: Subject): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select ${sql.raw(nothingOpen('x.account_id', 'x.person_id'))} as settled
    from (select ${accountId}::uuid as account_id, ${personId}::uuid as person_id) x`.execute(db)
  return rows[0]!.settled
}
