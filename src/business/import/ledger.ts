import { type Bulk, uuidBytes } from '#database'
import { count, type Sold } from './sold.ts'

/** What the database already has, read once: an import has the register to itself while it runs. */
export type Ledger = {
  /** Customer key of the source → account. */
  readonly accounts: Map<string, string>
  /** Stock code → product. */
  readonly products: Map<string, Product>
  /** `series/number` of every imported document, and what it comes to; nothing where it has been deleted, its years being over. */
  readonly issued: Map<string, string | null>
  /** The document hash at the end of each series' chain. */
  readonly heads: Map<string, string>
  readonly customerNumbers: Set<string>
}

export type Product = {
  readonly id: string
  readonly bytes: Buffer
  /** While it waits for its prices: what it was sold at. */
  readonly sold: Sold | undefined
}

export async function readLedger(bulk: Bulk, source: string): Promise<Ledger> {
  const accounts = await bulk.query<Pair>(
    'select external_id as key, account_id as value from core.import_key where source = $1',
    [source],
  )
  const products = await readProducts(bulk)
  const issued = await bulk.query<{ key: string; net: string | null }>(
    `select d.series || '/' || d.number as key, i.net::text as net from core.issued_document d
     left join core.invoice i on i.account_id = d.account_id and i.id = d.invoice_id where d.series like 'import-%'`,
  )
  // The end of a chain is the document that no other one names as its predecessor: an import may fill in numbers in between.
  const heads = await bulk.query<Pair>(`select d.series as key, d.document_hash as value from core.issued_document d
    where d.series like 'import-%' and not exists (
      select 1 from core.issued_document n where n.series = d.series and n.previous_hash = d.document_hash)`)
  const numbers = await bulk.query<{ key: string }>(
    'select customer_number::text as key from core.account where customer_number is not null',
  )
  return {
    accounts: asMap(accounts),
    products,
    issued: new Map(issued.map(({ key, net }) => [key, net])),
    heads: asMap(heads),
    customerNumbers: new Set(numbers.map(({ key }) => key)),
  }
}

async function readProducts(bulk: Bulk): Promise<Map<string, Product>> {
  const products = await bulk.query<{ id: string; sku: string; waiting: boolean }>(
    'select id, sku, not exists (select from core.price_tier t where t.product_id = p.id) as waiting from core.product p',
  )
  const known = new Map(
    products.map(
      ({ id, sku, waiting }) => [sku, { id, bytes: uuidBytes(id), sold: waiting ? ([] as Sold) : undefined }] as const,
    ),
  )
  // An import that goes on after it was killed has forgotten what it sold before.
  const before = await bulk.query<{ sku: string; unitPriceE4: number; quantity: number; lines: number }>(
    `select p.sku, l.unit_price_e4::float8 as "unitPriceE4", l.quantity, count(*)::int as lines
     from core.order_line l join core.product p on p.id = l.product_id
     where l.kind = 'product' and not exists (select from core.price_tier t where t.product_id = p.id)
     group by p.sku, l.unit_price_e4, l.quantity`,
  )
  for (const { sku, lines, ...line } of before) count(known.get(sku)!.sold, line, lines)
  return known
}

type Pair = { key: string; value: string }

function asMap(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map(({ key, value }) => [key, value]))
}
