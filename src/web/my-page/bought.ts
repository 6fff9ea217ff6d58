import { dayOf, writtenDay } from '#clock'
import { stateOf as invoiceState, stateWords as invoiceWords, writtenDocument } from '#invoices'
import type { Language } from '#languages'
import { written } from '#money'
import { stateOf as orderState, stateWords as orderWords } from '#orders'
import type { For } from '#purposes'
import { stateOf as quoteState, stateWords as quoteWords } from '#quotes'

/** A quote, an order or an invoice as one line: what, when, state, sum. `pdf` is an address where there is a paper. */
export type Bought = {
  readonly id: string
  readonly name: string
  readonly day: string
  readonly state: string
  readonly sum: string
  readonly pdf?: string
}
export type AllBought = {
  readonly quotes: readonly Bought[]
  readonly orders: readonly Bought[]
  readonly invoices: readonly Bought[]
  /** What others of the company have ordered, without who: the newest, by number, day, state and sum (promise 6-b). */
  readonly company: readonly Bought[]
}

const shownOfCompany = 25

/** Of the person fixed in the transaction, newest first. */
export async function bought(tx: For<'rights_handling'>, now: Date, language: Language): Promise<AllBought> {
  return {
    quotes: await quotes(tx, now, language),
    orders: await orders(tx, language),
    invoices: await invoices(tx, now, language),
    company: await companyOrders(tx, language),
  }
}

async function quotes(tx: For<'rights_handling'>, now: Date, language: Language): Promise<Bought[]> {
  const rows = await tx
    .selectFrom('quote as q')
    .leftJoin('quote_acceptance as a', (join) => join.onRef('a.account_id', '=', 'q.account_id').onRef('a.quote_id', '=', 'q.id'))
    .select(['q.id', 'q.number', 'q.currency', 'q.created_at', 'q.viewed_at', 'q.declined_at', 'q.withdrawn_at', 'a.accepted_at'])
    .orderBy('q.created_at', 'desc')
    .execute()
  const versions = await tx
    .selectFrom('quote_version')
    .select(['quote_id', 'version', 'valid_until', 'gross'])
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const newest = versions.find((version) => version.quote_id === row.id)
    if (!newest) return [] // still being written: the person has not been sent it; it stands among the values below
    const facts = {
      validUntil: newest.valid_until,
      viewedAt: row.viewed_at,
      acceptedAt: row.accepted_at,
      declinedAt: row.declined_at,
      withdrawnAt: row.withdrawn_at,
    }
    return [
      {
        id: row.id,
        name: row.number,
        day: writtenDay(row.created_at, language),
        state: quoteWords[quoteState(facts, dayOf(now))][language],
        sum: written(newest.gross, language, row.currency),
      },
    ]
  })
}

async function orders(tx: For<'rights_handling'>, language: Language): Promise<Bought[]> {
  const rows = await tx.selectFrom('sales_order').selectAll().orderBy('confirmed_at', 'desc').execute()
  const invoiced = new Set((await tx.selectFrom('invoice').select('order_id').execute()).map(({ order_id }) => order_id))
  return rows.map((row) => ({
    id: row.id,
    name: row.number,
    day: writtenDay(row.confirmed_at, language),
    state:
      orderWords[orderState({ deliveredAt: row.delivered_at, cancelledAt: row.cancelled_at, invoiced: invoiced.has(row.id) })][
        language
      ],
    sum: written(row.gross, language, row.currency),
  }))
}

async function companyOrders(tx: For<'rights_handling'>, language: Language): Promise<Bought[]> {
  const rows = await tx
    .selectFrom('company_sales_order as o')
    .selectAll()
    .where((of) => of.not(of.exists(of.selectFrom('sales_order as own').select('own.id').whereRef('own.id', '=', 'o.id'))))
    .orderBy('o.confirmed_at', 'desc')
    .limit(shownOfCompany)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.number,
    day: writtenDay(row.confirmed_at, language),
    state: companyWords[companyState(row)][language],
    sum: written(row.gross, language, row.currency),
  }))
}

// Whether an invoice was sent for it is between us and whoever ordered.
function companyState(row: { readonly delivered_at: Date | null; readonly cancelled_at: Date | null }) {
  if (row.cancelled_at) return 'cancelled'
  return row.delivered_at ? 'delivered' : 'confirmed'
}

const companyWords = {
  confirmed: orderWords.confirmed,
  delivered: { nb: 'levert', en: 'delivered' },
  cancelled: orderWords.cancelled,
}

async function invoices(tx: For<'rights_handling'>, now: Date, language: Language): Promise<Bought[]> {
  const rows = await tx.selectFrom('invoice').selectAll().orderBy('issued_at', 'desc').execute()
  const payments = await tx.selectFrom('payment').select(['invoice_id', 'amount']).execute()
  return rows.map((row) => {
    const paid = total(payments.filter((each) => each.invoice_id === row.id).map(({ amount }) => amount))
    const credited = total(rows.filter((each) => each.credits_invoice_id === row.id).map(({ gross }) => gross))
    return {
      id: row.id,
      name: writtenDocument(row, language),
      day: writtenDay(row.issue_date, language),
      state: invoiceWords[invoiceState({ ...row, paid, credited, dueDate: row.due_date }, dayOf(now))][language],
      sum: written(row.gross, language, row.currency),
      pdf: `/min-side/faktura/${row.id}`,
    }
  })
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}
