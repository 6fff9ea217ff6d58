import { dayOf } from '#clock'
import type { ClaimFacts } from '#disclosure'
import { oneInvoice } from '#invoices'
import type { For } from '#purposes'

/** What the books know of the claim, read at this moment, and what staff have filed where the books know nothing. */
export async function claimFacts(
  db: For<'invoice'>,
  now: Date,
  accountId: string,
  filed: Readonly<Record<string, string>>,
): Promise<ClaimFacts | undefined> {
  const row = await db
    .selectFrom('invoice')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'invoice')
    .where((of) => of(of.cast<string>('number', 'text'), '=', (filed.invoice ?? '').trim()))
    .executeTakeFirst()
  const found = row && (await oneInvoice(db, now, row.id))
  if (!found) return undefined
  const order = await db
    .selectFrom('sales_order')
    .select('delivered_at')
    .where('account_id', '=', accountId)
    .where('id', '=', found.invoice.order_id)
    .executeTakeFirst()
  return {
    isInvoice: true,
    delivered: order?.delivered_at ? dayOf(order.delivered_at) <= dayOf(now) : found.invoice.delivery_date !== null,
    dueOn: found.invoice.due_date!,
    balance: Number(found.owed),
    disputed: filed.dispute?.trim().toLowerCase() !== 'ingen',
    onHold: false,
    remindedOn: filed.remindedOn || null,
    warnedOn: filed.warnedOn || null,
    warnedBy: filed.warnedBy?.trim().toLowerCase() === 'oss' ? 'us' : filed.warnedBy ? 'collector' : null,
    debtorVerified: Boolean(filed.debtorVerified?.trim()),
    licence: filed.licence ?? '',
  }
}
