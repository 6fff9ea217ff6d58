import { newId } from '#database'
import type { Language } from '#languages'
import { sendLater } from '#mail'
import { controller } from '#merchant'
import type { Totals } from '#money'
import { nextNumber } from '#numbering'
import type { For } from '#purposes'
import { noteActivity } from '#relationship'
import { becomeCustomer } from './become-customer.ts'
import { documentNumber } from './document-number.ts'
import { orderConfirmed } from './mails/order-confirmed.ts'
import { lineRow, type OrderedLine } from './order-line.ts'

export type Ordered = {
  readonly accountId: string
  readonly personId: string | null
  readonly quoteId: string
  readonly quoteNumber: string
  readonly purchaseOrderNumber: string | null
  /** Where it goes; null: to the address we have. */
  readonly deliveryAddress: string | null
  readonly currency: string
  readonly lines: readonly OrderedLine[]
  readonly totals: Totals
  readonly deliveryDays: number | null
  /** Our own address, for the link to the statement. */
  readonly website?: string | undefined
  /** Who is told; undefined when we know no address. */
  readonly receiver: { readonly to: string; readonly name: string; readonly language: Language } | undefined
}

export type Order = { readonly accountId: string; readonly id: string; readonly number: string }

/** An accepted quote becomes an order with the same lines and sums, and the customer is told. In the caller's transaction. */
export async function placeOrder(tx: For<'deliver'>, now: Date, ordered: Ordered): Promise<Order> {
  const { accountId, personId, receiver } = ordered
  await becomeCustomer(tx, accountId, personId)
  if (personId) await noteActivity(tx, now, { accountId, personId }, 'ordered')
  const deliveryAddress = ordered.deliveryAddress ?? (await knownAddress(tx, accountId, personId))
  const id = newId(now)
  const number = documentNumber('O', now, await nextNumber(tx, 'order'))
  await insertOrder(tx, now, { ...ordered, id, number, deliveryAddress })
  if (receiver) await sendLater(tx, now, orderConfirmed(await controller(tx), { ...ordered, receiver, number, deliveryAddress }))
  return { accountId, id, number }
}

/** Where a customer's goods go unless they say otherwise. */
export async function knownAddress(tx: For<'deliver'>, accountId: string, personId: string | null): Promise<string | null> {
  const account = await tx.selectFrom('account').select('company_address').where('account_id', '=', accountId).executeTakeFirst()
  if (account?.company_address || !personId) return account?.company_address ?? null
  const person = await tx
    .selectFrom('person')
    .select('company_address')
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.company_address ?? null
}

async function insertOrder(
  tx: For<'deliver'>,
  now: Date,
  order: Ordered & { readonly id: string; readonly number: string },
): Promise<void> {
  const { accountId, id, lines, totals } = order
  await tx
    .insertInto('core.sales_order')
    .values({
      account_id: accountId,
      id,
      number: order.number,
      quote_id: order.quoteId,
      person_id: order.personId,
      source: 'quote',
      purchase_order_number: order.purchaseOrderNumber,
      currency: order.currency,
      delivery_address: order.deliveryAddress,
      net: totals.net,
      vat: totals.vat,
      gross: totals.gross,
      confirmed_at: now,
    })
    .execute()
  await tx
    .insertInto('core.order_line')
    .values(lines.map((line) => ({ account_id: accountId, order_id: id, ...lineRow(line) })))
    .execute()
}
