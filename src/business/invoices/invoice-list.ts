import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { For } from '#purposes'
import { stateOf, type State } from './invoice.ts'

export type Wish = {
  readonly search?: string | undefined
  readonly state?: State | 'unsent' | undefined
  readonly sort?: 'issued' | 'due' | 'customer' | 'sum' | undefined
  readonly page?: number | undefined
}

const invoicesPerPage = 50

/** Invoices and credit notes, newest first, with what was paid and credited. */
export async function invoiceList(db: For<'invoice'>, now: Date, { search = '', state, sort = 'issued', page = 1 }: Wish) {
  const today = dayOf(now)
  let query = db
    .selectFrom('invoice as i')
    .select([
      'i.id',
      'i.account_id',
      'i.kind',
      'i.series',
      'i.number',
      'i.issue_date',
      'i.due_date',
      'i.gross',
      'i.net',
      'i.currency',
      'i.kid',
    ])
    .select([sql<string>`i.buyer ->> 'name'`.as('name'), paid.as('paid'), credited.as('credited'), unsent.as('unsent')])
  if (search.trim() !== '') query = query.where(matching(search.trim()))
  if (state) query = query.where(state === 'unsent' ? unsent : inState(state, today))
  const rows = await query
    .orderBy(sorting[sort])
    .orderBy('i.id', 'desc')
    .limit(invoicesPerPage + 1)
    .offset((page - 1) * invoicesPerPage)
    .execute()
  const invoices = rows
    .slice(0, invoicesPerPage)
    .map((row) => ({ ...row, state: stateOf({ ...row, dueDate: row.due_date }, today) }))
  return { invoices, more: rows.length > invoicesPerPage }
}

/** A whole number is a document's number or the start of a KID; anything else is the buyer's name. */
function matching(search: string) {
  const digits = search.replace(/\s/g, '')
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  if (/^\d{1,18}$/.test(digits))
    return sql<boolean>`(i.number = ${digits}::bigint or i.kid = ${digits} or i.buyer ->> 'name' ilike ${like} or i.purchase_order_number = ${search})`
  return sql<boolean>`(i.buyer ->> 'name' ilike ${like} or i.purchase_order_number ilike ${like})`
}

const paid = sql<bigint>`(select coalesce(sum(p.amount), 0)::bigint from payment p where p.account_id = i.account_id and p.invoice_id = i.id)`
const credited = sql<bigint>`(select coalesce(sum(c.gross), 0)::bigint from invoice c where c.account_id = i.account_id and c.credits_invoice_id = i.id)`

// Our own documents, issued and neither mailed nor printed. What an import brought was sent by whoever issued it.
const unsent = sql<boolean>`(i.series in ('invoice', 'credit_note')
  and not exists (select from invoice_dispatch d where d.account_id = i.account_id and d.invoice_id = i.id))`

/** The same order of questions as stateOf, in SQL; invoice-list.test.ts holds the two together. */
function inState(state: State, today: string) {
  const own = sql`i.series = 'invoice'`
  const rest = sql`(i.gross - ${paid} - ${credited})`
  return {
    imported: sql<boolean>`i.series like 'import-%'`,
    credit_note: sql<boolean>`i.series = 'credit_note'`,
    credited: sql<boolean>`${own} and ${rest} <= 0 and ${credited} >= i.gross`,
    paid: sql<boolean>`${own} and ${rest} <= 0 and ${credited} < i.gross`,
    overdue: sql<boolean>`${own} and ${rest} > 0 and i.due_date < ${today}::date`,
    open: sql<boolean>`${own} and ${rest} > 0 and i.due_date >= ${today}::date`,
  }[state]
}

const sorting = {
  issued: sql`i.issued_at desc`,
  due: sql`i.due_date`,
  customer: sql`i.buyer ->> 'name'`,
  sum: sql`i.gross desc`,
} as const

/** How many invoices are overdue and what is owed on them, the same for those not due yet, and how many documents nobody has sent. */
export async function invoicesWaiting(db: For<'invoice'>, now: Date) {
  const today = dayOf(now)
  const rest = sql`(i.gross - ${paid} - ${credited})`
  return db
    .selectFrom('invoice as i')
    .where('i.series', 'in', ['invoice', 'credit_note'])
    .select([
      sql<number>`count(*) filter (where ${unsent})::int`.as('unsent'),
      sql<number>`count(*) filter (where ${inState('overdue', today)})::int`.as('overdue'),
      sql<bigint>`coalesce(sum(${rest}) filter (where ${inState('overdue', today)}), 0)::bigint`.as('overdueSum'),
      sql<number>`count(*) filter (where ${inState('open', today)})::int`.as('open'),
      sql<bigint>`coalesce(sum(${rest}) filter (where ${inState('open', today)}), 0)::bigint`.as('openSum'),
    ])
    .executeTakeFirstOrThrow()
}
