import { rising, unitPriceAt, type Tier } from '#catalogue'
import type { For } from '#purposes'
import type { DraftLine } from './quote-line.ts'

/** What was asked for, at the ladder's price for the quantity, with the product's setup cost beneath when a print was wished. */
export async function inquiredLines(tx: For<'deliver'>, accountId: string, inquiryId: string): Promise<DraftLine[]> {
  const items = await tx
    .selectFrom('inquiry_item as item')
    .innerJoin('product', 'product.id', 'item.product_id')
    .select([
      'item.quantity',
      'item.wish',
      'product.id',
      'product.sku',
      'product.name',
      'product.name_nb',
      'product.vat_rate',
      'product.setup_cost',
      'product.decoration',
    ])
    .where('item.account_id', '=', accountId)
    .where('item.inquiry_id', '=', inquiryId)
    .orderBy('item.line')
    .execute()
  const ladders = await laddersOf(
    tx,
    items.map(({ id }) => id),
  )
  return items.flatMap((item) => {
    const price = unitPriceAt(ladders.get(item.id) ?? [], item.quantity) ?? ladders.get(item.id)?.[0]?.unitPriceE4 ?? 0n
    const shared = { discountBp: 0, vatRate: item.vat_rate as DraftLine['vatRate'] }
    const product: DraftLine = {
      ...shared,
      kind: 'product',
      productId: item.id,
      sku: item.sku,
      description: item.name_nb ?? item.name,
      quantity: item.quantity,
      unitPriceE4: price.toString(),
    }
    if (item.setup_cost === 0n && !item.wish) return [product]
    const setup: DraftLine = {
      ...shared,
      kind: 'setup',
      productId: null,
      sku: null,
      description: setupWords(item),
      quantity: 1,
      unitPriceE4: (item.setup_cost * 100n).toString(),
    }
    return [product, setup]
  })
}

function setupWords({ wish, decoration }: { readonly wish: string | null; readonly decoration: string | null }): string {
  return ['Oppstart', decoration ?? 'trykk', wish && `(${wish})`].filter(Boolean).join(' ').slice(0, 400)
}

/** The ladders of some products, by product, rising. */
export async function laddersOf(db: For<'deliver'>, productIds: readonly string[]): Promise<Map<string, Tier[]>> {
  if (productIds.length === 0) return new Map()
  const tiers = await db.selectFrom('price_tier').selectAll().where('product_id', 'in', productIds).execute()
  const ladders = new Map<string, Tier[]>()
  for (const { product_id: id, min_quantity: minQuantity, unit_price_e4: unitPriceE4 } of tiers) {
    ladders.set(id, rising([...(ladders.get(id) ?? []), { minQuantity, unitPriceE4 }]))
  }
  return ladders
}
