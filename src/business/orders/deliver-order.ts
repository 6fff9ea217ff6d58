import { dayOf } from '#clock'
import { lockOrder } from '#invoices'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { may, stateOf } from './order.ts'

export type Delivered = {
  readonly accountId: string
  readonly orderId: string
  /** When it arrived, which the invoice must say (bokføringsforskriften § 5-1-1 no. 4). */
  readonly deliveredAt: Date
}
type NotDelivered = Refusal<'not found' | 'not now' | 'delivered in the future' | 'delivered before it was ordered'>

/** The goods have arrived. */
export function deliverOrder(
  db: For<'deliver'>,
  now: Date,
  { accountId, orderId, deliveredAt }: Delivered,
): Promise<{ readonly delivered: true } | NotDelivered> {
  return db.transaction().execute(async (tx) => {
    await lockOrder(tx, orderId)
    const order = await tx
      .selectFrom('sales_order')
      .select(['confirmed_at', 'delivered_at', 'cancelled_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', orderId)
      .executeTakeFirst()
    if (!order) return refuse('not found')
    // This purpose sees no invoices, and needs none: what is invoiced has been delivered.
    if (!may('deliver', stateOf({ deliveredAt: order.delivered_at, cancelledAt: order.cancelled_at, invoiced: false })))
      return refuse('not now')
    if (dayOf(deliveredAt) > dayOf(now)) return refuse('delivered in the future', 'deliveredOn')
    if (dayOf(deliveredAt) < dayOf(order.confirmed_at)) return refuse('delivered before it was ordered', 'deliveredOn')
    await tx
      .updateTable('core.sales_order')
      .set({ delivered_at: deliveredAt })
      .where('account_id', '=', accountId)
      .where('id', '=', orderId)
      .execute()
    return { delivered: true }
  })
}
