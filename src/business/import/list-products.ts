import { type Bulk } from '#database'
import { conversion, inKroner } from './conversion.ts'
import { idFrom } from './identity.ts'
import type { Ledger } from './ledger.ts'
import { ladderFrom } from './observed-ladder.ts'
import { observed } from './sold.ts'
import type { Source } from './store-documents.ts'

/**
 * Puts the imported products on the shelf: the ladder that the sales show, in kroner, at the rate of the settings where it was another currency. A product that has a price already keeps it: somebody may have changed it since.
 */
export async function listProducts(bulk: Bulk, now: Date, { name, currency }: Source, { products }: Ledger): Promise<void> {
  const rate = currency === 'NOK' ? 'kroner' : await conversion(bulk, now, currency)
  if (rate === undefined) return
  const tiers: { id: string; from: number; price: bigint }[] = []
  for (const [sku, { id, sold }] of products) {
    if (sold === undefined || id !== idFrom(name, 'product', sku)) continue
    let above: bigint | undefined
    for (const { minQuantity, unitPriceE4 } of ladderFrom(observed(sold))) {
      const price = rate === 'kroner' ? BigInt(unitPriceE4) : inKroner(BigInt(unitPriceE4), rate)
      if (above === undefined || price < above) tiers.push({ id, from: minQuantity, price: (above = price) })
    }
  }
  await bulk.query(
    `insert into core.price_tier (product_id, min_quantity, unit_price_e4)
     select * from unnest($1::uuid[], $2::int[], $3::bigint[]) on conflict do nothing`,
    [tiers.map(({ id }) => id), tiers.map(({ from }) => from), tiers.map(({ price }) => price.toString())],
  )
  await bulk.query('update core.product set listed = true where id = any ($1::uuid[])', [[...new Set(tiers.map(({ id }) => id))]])
}
