import { dayOf } from '#clock'
import { screenFields, type Unlawful } from '#customers'
import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { lockOrder } from './lock-order.ts'
import { may, owed, stateOf } from './invoice.ts'

export type Payment = {
  readonly accountId: string
  readonly invoiceId: string
  readonly staffId: string
  /** Minor units of the invoice's currency. */
  readonly amount: bigint
  /** YYYY-MM-DD */
  readonly paidOn: string
  readonly reference: string | null
}
type NotPaid = Refusal<
  'not found' | 'not now' | 'amount must be more than nothing' | 'more than is owed' | 'paid in the future' | Unlawful
>

/** Notes that money came in. The invoice is not touched: what is owed is derived. */
export function registerPayment(db: For<'invoice'>, now: Date, payment: Payment): Promise<{ readonly owed: bigint } | NotPaid> {
  return db.transaction().execute(async (tx) => {
    const { accountId, invoiceId, staffId, amount, paidOn, reference } = payment
    const unlawful = await screenFields(tx, now, 'payment', { reference })
    if (unlawful) return unlawful
    await lockOrder(tx, invoiceId)
    const facts = await moneyFacts(tx, accountId, invoiceId)
    if (!facts) return refuse('not found')
    if (!may('pay', stateOf(facts, dayOf(now)))) return refuse('not now')
    if (amount <= 0n) return refuse('amount must be more than nothing', 'amount')
    if (amount > owed(facts)) return refuse('more than is owed', 'amount')
    if (paidOn > dayOf(now)) return refuse('paid in the future', 'paidOn')
    const row = {
      account_id: accountId,
      id: newId(now),
      invoice_id: invoiceId,
      amount,
      paid_on: paidOn,
      reference,
      registered_by: staffId,
      registered_at: now,
    }
    await tx.insertInto('core.payment').values(row).execute()
    const { series, number } = facts
    const told = { payment: row.id, series, number: number.toString(), amount: amount.toString(), paidOn }
    await witness(tx, now, { kind: 'payment registered', body: told })
    return { owed: owed(facts) - amount }
  })
}

/** What decides an invoice's state. */
export async function moneyFacts(db: For<'invoice'>, accountId: string, id: string) {
  const invoice = await db
    .selectFrom('invoice')
    .select(['kind', 'series', 'number', 'gross', 'due_date'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!invoice) return undefined
  const paid = await db
    .selectFrom('payment')
    .select('amount')
    .where('account_id', '=', accountId)
    .where('invoice_id', '=', id)
    .execute()
  const credits = await db
    .selectFrom('invoice')
    .select('gross')
    .where('account_id', '=', accountId)
    .where('credits_invoice_id', '=', id)
    .execute()
  return {
    kind: invoice.kind,
    series: invoice.series,
    number: invoice.number,
    gross: invoice.gross,
    dueDate: invoice.due_date,
    paid: paid.reduce((sum, { amount }) => sum + amount, 0n),
    credited: credits.reduce((sum, { gross }) => sum + gross, 0n),
  }
}
