import type { For } from '#purposes'
import type { Item } from './file-inquiry.ts'

/** What the form shows of the products that are asked for; those we do not have are left out. */
export async function askedItems(db: For<'deliver'>, items: readonly Item[]) {
  if (items.length === 0) return []
  const found = await db
    .selectFrom('product')
    .select(['sku', 'name', 'name_nb', 'category', 'stock', 'lead_days'])
    .where('listed', '=', true)
    .where(
      'sku',
      'in',
      items.map(({ sku }) => sku),
    )
    .execute()
  return items.flatMap((item) => {
    const product = found.find(({ sku }) => sku === item.sku)
    return product ? [{ ...product, ...item }] : []
  })
}

export type AskedItem = Awaited<ReturnType<typeof askedItems>>[number]
