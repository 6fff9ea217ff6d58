import { dayOf } from '#clock'
import type { For } from '#purposes'
import { documentOf } from './credit-invoice.ts'
import { owed, stateOf } from './invoice.ts'
import { moneyFacts } from './register-payment.ts'

/** A document whole: what it says, what was paid and credited, and what it belongs to. */
export async function oneInvoice(db: For<'invoice'>, now: Date, id: string) {
  const invoice = await db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!invoice) return undefined
  const { account_id: accountId, order_id: orderId, credits_invoice_id: creditsId } = invoice
  const [content, facts, payments, credits, order, credited] = await Promise.all([
    documentOf(db, accountId, id),
    moneyFacts(db, accountId, id),
    db
      .selectFrom('payment')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('invoice_id', '=', id)
      .orderBy('paid_on')
      .execute(),
    db
      .selectFrom('invoice')
      .select(['id', 'number', 'kind', 'gross', 'issue_date', 'credit_reason'])
      .where('account_id', '=', accountId)
      .where('credits_invoice_id', '=', id)
      .orderBy('number')
      .execute(),
    orderId === null
      ? undefined
      : db
          .selectFrom('sales_order')
          .select(['id', 'number'])
          .where('account_id', '=', accountId)
          .where('id', '=', orderId)
          .executeTakeFirst(),
    creditsId === null
      ? undefined
      : db
          .selectFrom('invoice')
          .select(['id', 'number', 'kind', 'issue_date'])
          .where('account_id', '=', accountId)
          .where('id', '=', creditsId)
          .executeTakeFirst(),
  ])
  const money = facts!
  return { invoice, ...content, payments, credits, order, credited, money, owed: owed(money), state: stateOf(money, dayOf(now)) }
}

export type OneInvoice = NonNullable<Awaited<ReturnType<typeof oneInvoice>>>
