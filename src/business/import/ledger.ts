import { type Bulk, uuidBytes } from '#database'

/** What the database already has, read once: an import has the register to itself while it runs. */
export type Ledger = {
  /** Customer key of the source → account. */
  readonly accounts: Map<string, string>
  /** Stock code → product, as bytes. */
  readonly products: Map<string, Buffer>
  /** `series/number` of every imported document. */
  readonly issued: Set<string>
  /** The document hash at the end of each series' chain. */
  readonly heads: Map<string, string>
  readonly customerNumbers: Set<string>
}

export async function readLedger(bulk: Bulk, source: string): Promise<Ledger> {
  const accounts = await bulk.query<Pair>(
    'select external_id as key, account_id as value from core.import_key where source = $1',
    [source],
  )
  const products = await bulk.query<Pair>('select sku as key, id as value from core.product')
  const issued = await bulk.query<{ key: string }>(
    `select series || '/' || number as key from core.issued_document where series like 'import-%'`,
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
    products: new Map(products.map(({ key, value }) => [key, uuidBytes(value)])),
    issued: new Set(issued.map(({ key }) => key)),
    heads: asMap(heads),
    customerNumbers: new Set(numbers.map(({ key }) => key)),
  }
}

type Pair = { key: string; value: string }

function asMap(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map(({ key, value }) => [key, value]))
}
