import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/**
 * Since when the person is a customer at that moment: the first delivery of an order in which they acted themselves, until
 * the relationship ends (promise 2.5-m). Undefined: no customer, whatever their company bought and whatever was cancelled.
 */
export async function customerSince(
  db: For<'administer'>,
  at: Date,
  { accountId, personId }: Subject,
): Promise<Date | undefined> {
  const found = await db
    .selectFrom('account as a')
    .innerJoin('sales_order as o', 'o.account_id', 'a.account_id')
    .select(({ fn }) => fn.min('o.delivered_at').as('since'))
    .where('a.account_id', '=', accountId)
    .where('o.person_id', '=', personId)
    .where('o.cancelled_at', 'is', null)
    .where('o.delivered_at', '<=', at)
    .where(({ or, eb }) => or([eb('a.ended_at', 'is', null), eb('a.ended_at', '>', at)]))
    .where(
      sql<boolean>`exists (select 1 from person p where p.account_id = a.account_id and p.id = ${personId} and (p.left_on is null or p.left_on > (${at}::timestamptz at time zone 'Europe/Oslo')::date))`,
    )
    .executeTakeFirst()
  return found?.since ?? undefined
}
