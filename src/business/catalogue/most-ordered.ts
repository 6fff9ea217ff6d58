import { sql } from 'kysely'
import type { For } from '#purposes'
import { productsFrom, type Product } from './products.ts'

/** The orders that were counted; the products in them, and in how many each is: as arrays that the database reads. */
type Counted = { readonly orders: string; readonly products: string; readonly times: string }

let counted: Counted = { orders: '{}', products: '{}', times: '{}' }

/** What is in stock and stands in most of the latest hundred orders; topped up with the rest. Counts orders, not people. */
export async function mostOrdered(db: For<'deliver'>, wanted: number): Promise<readonly Product[]> {
  const { products, times } = await ofTheLatest(db)
  const from = sql`from product p left join unnest(${products}::uuid[], ${times}::int[]) o (product_id, orders) on o.product_id = p.id`
  const first = sql`o.orders desc nulls last, p.stock desc, p.sku limit ${wanted}`
  // Most often there is enough in stock, and the rest of the catalogue need not be sorted.
  const inStock = await productsFrom(db, sql`${from} where p.listed and p.stock > 0 order by ${first}`)
  if (inStock.length === wanted) return inStock
  return productsFrom(db, sql`${from} where p.listed order by (p.stock > 0) desc, ${first}`)
}

/** The lines of an order never change: they are counted anew when other orders are the latest hundred, and not for each reader. */
async function ofTheLatest(db: For<'deliver'>): Promise<Counted> {
  const { rows } = await sql<{ orders: string }>`select array(select id from (${latest}) o)::text as orders`.execute(db)
  const known = counted
  if (rows[0]!.orders === known.orders) return known
  const { rows: anew } = await sql<Counted>`
    with latest as materialized (${latest}), sums as (
      select l.product_id, count(distinct l.order_id)::int as orders from order_line l join latest o on o.account_id = l.account_id and o.id = l.order_id
      where l.product_id is not null group by l.product_id)
    select array(select id from latest)::text as orders,
      coalesce(array_agg(product_id)::text, '{}') as products, coalesce(array_agg(orders)::text, '{}') as times from sums`.execute(
    db,
  )
  counted = anew[0]!
  return counted
}

const latest = sql`select account_id, id from sales_order where cancelled_at is null order by confirmed_at desc, id limit ${100}`
