import { categoryOf } from '#catalogue'
import { type Bulk } from '#database'
import { conversion, inKroner } from './conversion.ts'
import { idFrom } from './identity.ts'
import { ladderFrom, type Observed } from './observed-ladder.ts'

type Sold = Observed & { readonly productId: string; readonly sku: string; readonly description: string }

/**
 * Puts the imported products on the shelf: the name most lines used, and the ladder that the sales show, in kroner at
 * the rate of the settings. A product that has a price already keeps it: somebody may have changed it since.
 */
export async function listProducts(bulk: Bulk, now: Date, source: string): Promise<number> {
  const rate = await conversion(bulk, now)
  const waiting = await soldAt(bulk)
  const ours = [...Map.groupBy(waiting, ({ productId }) => productId)].filter(([id, [first]]) => id === idFrom(source, 'product', first!.sku))
  const tiers: { id: string; from: number; price: bigint }[] = []
  for (const [id, observed] of ours) {
    let above: bigint | undefined
    for (const { minQuantity, unitPriceE4 } of ladderFrom(observed)) {
      const price = inKroner(BigInt(unitPriceE4), rate)
      if (above === undefined || price < above) tiers.push({ id, from: minQuantity, price: (above = price) })
    }
  }
  const names = ours.map(([id, observed]) => ({ id, name: observed.toSorted((a, b) => b.lines - a.lines)[0]!.description }))
  await bulk.query(
    `insert into core.price_tier (product_id, min_quantity, unit_price_e4)
     select * from unnest($1::uuid[], $2::int[], $3::bigint[]) on conflict do nothing`,
    [tiers.map(({ id }) => id), tiers.map(({ from }) => from), tiers.map(({ price }) => price.toString())],
  )
  await bulk.query(
    `update core.product p set name = n.name, category = n.category, listed = exists (select 1 from core.price_tier t where t.product_id = p.id)
     from unnest($1::uuid[], $2::text[], $3::text[]) n (id, name, category) where p.id = n.id`,
    [names.map(({ id }) => id), names.map(({ name }) => name), names.map(({ name }) => categoryOf(name))],
  )
  return names.length
}

function soldAt(bulk: Bulk): Promise<Sold[]> {
  return bulk.query<Sold>(
    `select l.product_id as "productId", p.sku, max(l.description) as description, l.unit_price_e4::float8 as "unitPriceE4",
       count(*)::int as lines, (percentile_disc(0.1) within group (order by l.quantity))::int as "usualLeast"
     from core.order_line l join core.product p on p.id = l.product_id
     where l.kind = 'product' and not exists (select 1 from core.price_tier t where t.product_id = p.id)
     group by l.product_id, p.sku, l.unit_price_e4`,
  )
}
