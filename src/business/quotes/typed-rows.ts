import { unitPriceAt } from '#catalogue'
import type { For } from '#purposes'
import { laddersOf } from './inquired-lines.ts'
import { emptyLine, typedDecimal, type Cell, type TypedLine } from './typed-lines.ts'

/** The grid's rows out of a posted form, where the third row's price is called `price.2`. */
export function typedRows(typed: Readonly<Record<string, string>>): TypedLine[] {
  const last = Math.max(-1, ...Object.keys(typed).map((name) => Number(/^kind\.(\d{1,3})$/.exec(name)?.[1] ?? -1)))
  return Array.from(
    { length: last + 1 },
    (_, row) =>
      Object.fromEntries(Object.entries(emptyLine).map(([cell, empty]) => [cell, typed[`${cell}.${row}`] ?? empty])) as Record<
        Cell,
        string
      >,
  )
}

/** Where only an article number and a quantity were typed, the catalogue says the rest: name, price at that quantity, VAT. */
export async function filledIn(db: For<'deliver'>, rows: readonly TypedLine[]): Promise<TypedLine[]> {
  const wanted = rows.flatMap(({ kind, sku, productId }) => (kind === 'product' && sku.trim() && !productId ? [sku.trim()] : []))
  if (wanted.length === 0) return [...rows]
  const products = await db
    .selectFrom('product')
    .select(['id', 'sku', 'name', 'name_nb', 'vat_rate'])
    .where('sku', 'in', wanted)
    .execute()
  const ladders = await laddersOf(
    db,
    products.map(({ id }) => id),
  )
  return rows.map((row) => {
    const product = row.productId ? undefined : products.find(({ sku }) => sku === row.sku.trim())
    if (!product) return row
    const ladder = ladders.get(product.id) ?? []
    const price = unitPriceAt(ladder, Number(row.quantity.replace(/\s/g, '')) || 1) ?? ladder[0]?.unitPriceE4
    return {
      ...row,
      productId: product.id,
      description: row.description || (product.name_nb ?? product.name),
      quantity: row.quantity || String(ladder[0]?.minQuantity ?? 1),
      price: row.price || (price === undefined ? '' : typedDecimal(price, 4)),
      vat: String(product.vat_rate / 100),
    }
  })
}
