import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { categoryNames } from './category.ts'
import { stepsUp, type Tier } from './price-ladder.ts'

export type ProductFacts = {
  readonly sku: string
  readonly name: string
  readonly nameNb: string | null
  readonly category: string
  readonly description: string | null
  readonly vatRate: number
  readonly stock: number
  readonly leadDays: number
  readonly decoration: string | null
  /** Minor units. */
  readonly setupCost: bigint
  readonly listed: boolean
  readonly ladder: readonly Tier[]
}

export type NotSaved = Refusal<
  | 'no number'
  | 'no name'
  | 'no such shelf'
  | 'not a vat rate'
  | 'number is taken'
  | 'no price'
  | 'same step twice'
  | 'price rises with quantity'
  | 'below zero'
>

/** A product and its ladder, whole or not at all. Quotes and orders keep the price they were made with. */
export async function saveProduct(
  db: For<'deliver'>,
  now: Date,
  id: string | undefined,
  facts: ProductFacts,
): Promise<{ readonly id: string } | NotSaved> {
  const no = wrong(facts)
  if (no) return no
  return db.transaction().execute(async (tx) => {
    const other = await tx.selectFrom('product').select('id').where('sku', '=', facts.sku.trim()).executeTakeFirst()
    if (other && other.id !== id) return refuse('number is taken', 'sku')
    const saved = id ?? newId(now)
    if (id === undefined)
      await tx
        .insertInto('core.product')
        .values({ id: saved, ...row(facts), created_at: now })
        .execute()
    else await tx.updateTable('core.product').set(row(facts)).where('id', '=', id).execute()
    await tx.deleteFrom('core.price_tier').where('product_id', '=', saved).execute()
    const tiers = facts.ladder.map(({ minQuantity, unitPriceE4 }) => ({
      product_id: saved,
      min_quantity: minQuantity,
      unit_price_e4: unitPriceE4,
    }))
    if (tiers.length > 0) await tx.insertInto('core.price_tier').values(tiers).execute()
    await witness(tx, now, { kind: 'product saved', body: { sku: facts.sku.trim() } })
    return { id: saved }
  })
}

const vatRates = [0, 1200, 1500, 2500]

function wrong({ sku, name, category, vatRate, stock, leadDays, setupCost, listed, ladder }: ProductFacts): NotSaved | undefined {
  if (sku.trim() === '') return refuse('no number', 'sku')
  if (name.trim() === '') return refuse('no name', 'name')
  if (!(categoryNames as readonly string[]).includes(category)) return refuse('no such shelf', 'category')
  if (!vatRates.includes(vatRate)) return refuse('not a vat rate', 'vatRate')
  if (stock < 0) return refuse('below zero', 'stock')
  if (leadDays < 0) return refuse('below zero', 'leadDays')
  if (setupCost < 0n) return refuse('below zero', 'setupCost')
  if (listed && ladder.length === 0) return refuse('no price', 'ladder')
  if (ladder.some(({ minQuantity, unitPriceE4 }) => minQuantity < 1 || unitPriceE4 < 0n)) return refuse('below zero', 'ladder')
  if (new Set(ladder.map(({ minQuantity }) => minQuantity)).size < ladder.length) return refuse('same step twice', 'ladder')
  return stepsUp(ladder).length > 0 ? refuse('price rises with quantity', 'ladder') : undefined
}

function row({
  sku,
  name,
  nameNb,
  category,
  description,
  vatRate,
  stock,
  leadDays,
  decoration,
  setupCost,
  listed,
}: ProductFacts) {
  return {
    sku: sku.trim(),
    name: name.trim(),
    name_nb: nameNb?.trim() || null,
    category,
    description: description?.trim() || null,
    vat_rate: vatRate,
    stock,
    lead_days: leadDays,
    decoration: decoration?.trim() || null,
    setup_cost: setupCost,
    listed,
  }
}
