import { sql } from 'kysely'
import type { For } from '#purposes'
import { productsFrom, type Product } from './products.ts'

/** Products, and how many of the latest orders have each; as arrays that the database reads. */
type Times = { readonly products: string; readonly times: string }

/** `most`: none of the others is in more of them. */
type Counted = { readonly orders: string; readonly all: Times; readonly most: Times }

const none: Times = { products: '{}', times: '{}' }
let counted: Counted = { orders: '{}', all: none, most: none }

/** What is in stock and stands in most of the latest hundred orders; topped up with the rest. Counts orders, not people. */
export async function mostOrdered(db: For<'deliver'>, wanted: number): Promise<readonly Product[]> {
  const { all, most } = await ofTheLatest(db)
  const found = await productsFrom(
    db,
    sql`from ${timesOf(most)} join product p on p.id = o.product_id where p.listed and p.stock > 0
      order by o.orders desc, p.stock desc, p.sku limit ${wanted}`,
  )
  if (found.length === wanted) return found
  return productsFrom(
    db,
    sql`from product p left join ${timesOf(all)} on o.product_id = p.id where p.listed
      order by (p.stock > 0) desc, o.orders desc nulls last, p.stock desc, p.sku limit ${wanted}`,
  )
}

function timesOf({ products, times }: Times) {
  return sql`unnest(${products}::uuid[], ${times}::int[]) o (product_id, orders)`
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
    select array(select id from latest)::text as orders, (${arrays} from sums) as "all",
      (${arrays} from (select * from sums order by orders desc fetch first 50 rows with ties) m) as most`.execute(db)
  counted = anew[0]!
  return counted
}

const latest = sql`select account_id, id from sales_order where cancelled_at is null order by confirmed_at desc, id limit ${100}`

const arrays = sql.raw(
  `select json_build_object('products', coalesce(array_agg(product_id)::text, '{}'), 'times', coalesce(array_agg(orders)::text, '{}'))`,
)
