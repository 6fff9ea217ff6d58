import { sql } from 'kysely'
import type { For } from '#purposes'
import { stateOf, type State } from './order.ts'

export type Wish = {
  readonly search?: string | undefined
  readonly state?: State | undefined
  readonly sort?: 'confirmed' | 'number' | 'customer' | 'sum' | undefined
  readonly page?: number | undefined
}

const ordersPerPage = 50

/** The orders, newest first, as wished. `more` says that there is a next page. */
export async function orderList(db: For<'administer'>, { search = '', state, sort = 'confirmed', page = 1 }: Wish) {
  let query = db
    .selectFrom('sales_order as o')
    .innerJoin('account as a', 'a.account_id', 'o.account_id')
    .select([
      'o.id',
      'o.number',
      'o.source',
      'o.currency',
      'o.net',
      'o.gross',
      'o.confirmed_at',
      'o.delivered_at',
      'o.cancelled_at',
      'o.purchase_order_number',
      'a.name',
      'a.customer_number',
      'a.account_id',
    ])
  if (search.trim() !== '') {
    const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((or) =>
      or.or([or('o.number', 'ilike', like), or('a.name', 'ilike', like), or('o.purchase_order_number', 'ilike', like)]),
    )
  }
  if (state) query = query.where(inState[state])
  const rows = await query
    .orderBy(sorting[sort])
    .orderBy('o.id', 'desc')
    .limit(ordersPerPage + 1)
    .offset((page - 1) * ordersPerPage)
    .execute()
  const shown = rows.slice(0, ordersPerPage)
  const withInvoice = await invoicedOf(db, shown)
  const orders = shown.map((row) => ({
    ...row,
    state: stateOf({ deliveredAt: row.delivered_at, cancelledAt: row.cancelled_at, invoiced: withInvoice.has(row.id) }),
  }))
  return { orders, more: rows.length > ordersPerPage }
}

/** Asked of a page of orders only: beside the list itself the database would look up the invoices of all orders for it. */
async function invoicedOf(db: For<'administer'>, orders: readonly { readonly account_id: string; readonly id: string }[]) {
  const { rows } = await sql<{ order_id: string }>`select i.order_id from invoice i where (i.account_id, i.order_id) in
    (select * from unnest(${orders.map((each) => each.account_id)}::uuid[], ${orders.map(({ id }) => id)}::uuid[]))`.execute(db)
  return new Set(rows.map((row) => row.order_id))
}

const invoiced = sql<boolean>`exists (select 1 from invoice i where i.account_id = o.account_id and i.order_id = o.id)`

const inState: Record<State, ReturnType<typeof sql<boolean>>> = {
  confirmed: sql<boolean>`o.delivered_at is null and o.cancelled_at is null`,
  delivered: sql<boolean>`o.delivered_at is not null and o.cancelled_at is null and not ${invoiced}`,
  invoiced: sql<boolean>`o.cancelled_at is null and ${invoiced}`,
  cancelled: sql<boolean>`o.cancelled_at is not null`,
}

const sorting = {
  confirmed: sql`o.confirmed_at desc`,
  number: sql`o.number desc`,
  customer: sql`a.name`,
  sum: sql`o.net desc`,
} as const

/** How many wait to be delivered, and how many were delivered before that moment and never invoiced (§ 5-2-2: within a month). */
export async function ordersWaiting(db: For<'administer'>, deliveredBefore: Date) {
  const [open, delivered] = await Promise.all([
    db
      .selectFrom('sales_order as o')
      .select(sql<number>`count(*)::int`.as('toDeliver'))
      .where(inState.confirmed)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('sales_order as o')
      .select([
        sql<number>`count(*)::int`.as('toInvoice'),
        sql<number>`count(*) filter (where o.delivered_at < ${deliveredBefore})::int`.as('lateToInvoice'),
      ])
      .where(inState.delivered)
      .executeTakeFirstOrThrow(),
  ])
  return { ...open, ...delivered }
}
