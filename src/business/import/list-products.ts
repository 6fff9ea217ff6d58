import { type Bulk } from '#database'
import { conversion, inKroner } from './conversion.ts'
import { idFrom } from './identity.ts'
import { fewestLines, ladderFrom, type Observed } from './observed-ladder.ts'

type Sold = Observed & { readonly productId: string; readonly sku: string }

/**
 * Puts the imported products on the shelf: the ladder that the sales show, in kroner at the rate of the settings. A product that has a price already keeps it: somebody may have changed it since.
 */
export async function listProducts(bulk: Bulk, now: Date, source: string): Promise<number> {
  const rate = await conversion(bulk, now)
  const waiting = await soldAt(bulk)
  const ours = [...Map.groupBy(waiting, ({ productId }) => productId)].filter(
    ([id, [first]]) => id === idFrom(source, 'product', first!.sku),
  )
  const tiers: { id: string; from: number; price: bigint }[] = []
  for (const [id, observed] of ours) {
    let above: bigint | undefined
    for (const { minQuantity, unitPriceE4 } of ladderFrom(observed)) {
      const price = inKroner(BigInt(unitPriceE4), rate)
      if (above === undefined || price < above) tiers.push({ id, from: minQuantity, price: (above = price) })
    }
  }
  await bulk.query(
    `insert into core.price_tier (product_id, min_quantity, unit_price_e4)
     select * from unnest($1::uuid[], $2::int[], $3::bigint[]) on conflict do nothing`,
    [tiers.map(({ id }) => id), tiers.map(({ from }) => from), tiers.map(({ price }) => price.toString())],
  )
  await bulk.query('update core.product set listed = true where id = any ($1::uuid[])', [[...new Set(tiers.map(({ id }) => id))]])
  return ours.length
}

// A price that can be a step was usual and lower than the most common one, so only for those are quantities put in order.
function soldAt(bulk: Bulk): Promise<Sold[]> {
  return bulk.query<Sold>(
    `with waiting as materialized (select id, sku from core.product p where not exists (select 1 from core.price_tier t where t.product_id = p.id)),
     sold as materialized (select product_id, unit_price_e4, count(*) as lines from core.order_line
       where kind = 'product' and product_id is not null group by product_id, unit_price_e4),
     common as materialized (select distinct on (product_id) product_id, unit_price_e4 from sold where unit_price_e4 > 0
       order by product_id, lines desc, unit_price_e4 desc),
     lower as materialized (select s.product_id, s.unit_price_e4 from sold s join common c on c.product_id = s.product_id
       where s.unit_price_e4 < c.unit_price_e4 and s.lines >= ${fewestLines}),
     usual as (select l.product_id, l.unit_price_e4, percentile_disc(0.1) within group (order by l.quantity) as least
       from core.order_line l join lower using (product_id, unit_price_e4) group by l.product_id, l.unit_price_e4)
     select s.product_id as "productId", w.sku, s.unit_price_e4::float8 as "unitPriceE4", s.lines::int, coalesce(u.least, 1)::int as "usualLeast"
     from sold s join waiting w on w.id = s.product_id left join usual u on u.product_id = s.product_id and u.unit_price_e4 = s.unit_price_e4`,
  )
}
