import { type RawBuilder, sql } from 'kysely'
import type { For } from '#purposes'
import type { Tier } from './price-ladder.ts'

export const sorts = ['popular', 'name', 'price'] as const

export type Asked = {
  readonly search: string
  /** A shelf, or all of them. */
  readonly category?: string | undefined
  readonly sort: (typeof sorts)[number]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** The desk sees what is no longer listed too. */
  readonly unlisted?: boolean
}

export type Product = {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly name_nb: string | null
  readonly category: string
  readonly description: string | null
  readonly currency: string
  readonly vat_rate: number
  readonly stock: number
  readonly lead_days: number
  readonly decoration: string | null
  readonly setup_cost: bigint
  readonly listed: boolean
  readonly ladder: readonly Tier[]
}

/** Any handle: the catalogue is no secret, and says nothing about anybody. */
type Db = For<'deliver'>

/** What a page shows of `p`, its ladder with it. */
const shown =
  sql.raw(`p.id, p.sku, p.name, p.name_nb, p.category, p.description, p.currency, p.vat_rate, p.stock, p.lead_days, p.decoration,
  p.setup_cost, p.listed, (select json_agg(json_build_array(t.min_quantity, t.unit_price_e4::text) order by t.min_quantity)
    from price_tier t where t.product_id = p.id) as steps`)

type Row = Omit<Product, 'ladder'> & { readonly steps: readonly (readonly [number, string])[] | null }

/** The rows of a query that begins with `select` and goes on with what is given: `from product p where …`. */
export async function productsFrom(db: Db, rest: RawBuilder<unknown>): Promise<readonly Product[]> {
  const { rows } = await sql<Row>`select ${shown} ${rest}`.execute(db)
  return rows.map(({ steps, ...row }) => ({
    ...row,
    ladder: (steps ?? []).map(([minQuantity, price]) => ({ minQuantity, unitPriceE4: BigInt(price) })),
  }))
}

/** The products that fit, a page of them with their ladders, and how many there are in all. */
export async function products(db: Db, asked: Asked): Promise<{ readonly rows: readonly Product[]; readonly total: number }> {
  const fits = fitting(asked)
  const [rows, counted] = await Promise.all([
    productsFrom(
      db,
      sql`from product p where ${fits} order by ${order[asked.sort]()}, p.sku
        limit ${asked.pageSize} offset ${(asked.page - 1) * asked.pageSize}`,
    ),
    sql<{ total: number }>`select count(*)::int as total from product p where ${fits}`.execute(db),
  ])
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** One product by its number, listed or not. */
export async function productBySku(db: Db, sku: string): Promise<Product | undefined> {
  return (await productsFrom(db, sql`from product p where p.sku = ${sku}`))[0]
}

export async function productById(db: Db, id: string): Promise<Product | undefined> {
  return (await productsFrom(db, sql`from product p where p.id = ${id}`))[0]
}

/** How many products stand on each shelf, for those that fit the search. */
export async function shelfCounts(db: Db, search: string): Promise<ReadonlyMap<string, number>> {
  const fits = fitting({ search })
  const { rows } = await sql<{ category: string; total: number }>`
    select p.category, count(*)::int as total from product p where ${fits} group by p.category`.execute(db)
  return new Map(rows.map(({ category, total }) => [category, total]))
}

function fitting({ search, category, unlisted }: Pick<Asked, 'search' | 'category' | 'unlisted'>) {
  const listed = unlisted ? sql`true` : sql`p.listed`
  const shelf = category === undefined ? sql`true` : sql`p.category = ${category}`
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const each = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`(p.name ilike ${like} or p.name_nb ilike ${like} or p.sku ilike ${like})`
  })
  return sql.join([listed, shelf, ...each], sql` and `)
}

const order: Record<Asked['sort'], () => ReturnType<typeof sql>> = {
  // In stock first, the most of it on top: what can be had at once.
  popular: () => sql`p.stock desc`,
  name: () => sql`lower(coalesce(p.name_nb, p.name))`,
  price: () => sql`(select min(t.unit_price_e4) from price_tier t where t.product_id = p.id) nulls last`,
}
