import type { For } from '#purposes'
import { lineOf } from './order-line.ts'
import { stateOf } from './order.ts'

/** An order with its lines, its invoices and whose it is; undefined when it is not there or a stop hides it. */
export async function oneOrder(db: For<'administer'>, id: string) {
  const order = await db.selectFrom('sales_order').selectAll().where('id', '=', id).executeTakeFirst()
  if (!order) return undefined
  const { account_id: accountId } = order
  const [account, person, quote, lines, invoices] = await Promise.all([
    db.selectFrom('account').selectAll().where('account_id', '=', accountId).executeTakeFirst(),
    order.person_id === null
      ? undefined
      : db
          .selectFrom('person')
          .select(['id', 'first_name', 'last_name', 'email', 'phone'])
          .where('account_id', '=', accountId)
          .where('id', '=', order.person_id)
          .executeTakeFirst(),
    order.quote_id === null
      ? undefined
      : db
          .selectFrom('quote')
          .select(['id', 'number', 'created_at'])
          .where('account_id', '=', accountId)
          .where('id', '=', order.quote_id)
          .executeTakeFirst(),
    db
      .selectFrom('order_line')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('order_id', '=', id)
      .orderBy('line')
      .execute(),
    db
      .selectFrom('invoice')
      .select(['id', 'kind', 'series', 'number', 'issue_date', 'gross', 'currency'])
      .where('account_id', '=', accountId)
      .where('order_id', '=', id)
      .orderBy('issued_at')
      .execute(),
  ])
  const state = stateOf({ deliveredAt: order.delivered_at, cancelledAt: order.cancelled_at, invoiced: invoices.length > 0 })
  return { order, state, account, person, quote, lines: lines.map(lineOf), invoices }
}

export type OneOrder = NonNullable<Awaited<ReturnType<typeof oneOrder>>>
