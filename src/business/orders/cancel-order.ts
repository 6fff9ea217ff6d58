import { lockOrder } from '#invoices'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { may, stateOf } from './order.ts'

type Which = { readonly accountId: string; readonly orderId: string }

/** Called off, which can be done until something is invoiced; then a credit note is what corrects it. */
export function cancelOrder(db: For<'invoice'>, now: Date, { accountId, orderId }: Which) {
  return db.transaction().execute(async (tx): Promise<{ readonly cancelled: true } | Refusal<'not found' | 'not now'>> => {
    await lockOrder(tx, orderId)
    const order = await tx
      .selectFrom('sales_order')
      .select(['delivered_at', 'cancelled_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', orderId)
      .executeTakeFirst()
    if (!order) return refuse('not found')
    const invoice = await tx
      .selectFrom('invoice')
      .select('id')
      .where('account_id', '=', accountId)
      .where('order_id', '=', orderId)
      .executeTakeFirst()
    if (
      !may(
        'cancel',
        stateOf({ deliveredAt: order.delivered_at, cancelledAt: order.cancelled_at, invoiced: invoice !== undefined }),
      )
    )
      return refuse('not now')
    await tx
      .updateTable('core.sales_order')
      .set({ cancelled_at: now })
      .where('account_id', '=', accountId)
      .where('id', '=', orderId)
      .execute()
    return { cancelled: true }
  })
}
