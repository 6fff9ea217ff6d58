import { sql } from 'kysely'
import type { For } from '#purposes'
import { withLadders, type Product } from './products.ts'

/** What is in stock and stands in most of the latest hundred orders; topped up with the rest. Counts orders, not people. */
export async function mostOrdered(db: For<'deliver'>, most: number): Promise<readonly Product[]> {
  const { rows } = await sql<Omit<Product, 'ladder'>>`
    with latest as (select account_id, id from sales_order where cancelled_at is null order by confirmed_at desc limit 100),
    ordered as (
      select l.product_id, count(distinct l.order_id) as orders from order_line l join latest o on o.account_id = l.account_id and o.id = l.order_id
      where l.product_id is not null group by l.product_id)
    select p.id, p.sku, p.name, p.name_nb, p.category, p.description, p.currency, p.vat_rate, p.stock, p.lead_days, p.decoration, p.setup_cost, p.listed
    from product p left join ordered o on o.product_id = p.id
    where p.listed order by (p.stock > 0) desc, o.orders desc nulls last, p.stock desc, p.sku limit ${most}`.execute(db)
  return withLadders(db, rows)
}

/** How many products can be had, for the front page's first line. */
export async function listedProducts(db: For<'deliver'>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from product where listed`.execute(db)
  return rows[0]?.total ?? 0
}
