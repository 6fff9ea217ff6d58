import { hash } from 'node:crypto'

type Json = unknown

/** What an issued document says, by the names of its columns: exactly what the hash covers. */
export type IssuedContent = {
  readonly account_id: string
  readonly id: string
  readonly kind: string
  readonly series: string
  readonly number: bigint
  readonly order_id: string | null
  readonly credits_invoice_id: string | null
  readonly credit_reason: string | null
  readonly issue_date: string
  readonly due_date: string
  readonly delivery_date: string
  readonly delivery_place: string
  readonly seller: Json
  readonly buyer: Json
  readonly buyer_reference: string | null
  readonly purchase_order_number: string | null
  readonly currency: string
  readonly kid: string | null
  readonly bank_account: string | null
  readonly net: bigint
  readonly vat: bigint
  readonly gross: bigint
  readonly language: string
  readonly issued_at: Date
  /** By line number. */
  readonly lines: readonly IssuedLine[]
  /** By falling rate. */
  readonly groups: readonly { readonly vat_rate: number; readonly base: bigint; readonly vat: bigint }[]
}
export type IssuedLine = {
  readonly line: number
  readonly kind: string
  readonly sku: string | null
  readonly description: string
  readonly quantity: number
  readonly unit_price_e4: bigint | number
  readonly discount_bp: number
  readonly vat_rate: number
  readonly net: bigint
}

/** What the first document of a series names as its predecessor. */
export const beginningOfChain = '0'.repeat(64)

/**
 * SHA-256 over the document's canonical text and its predecessor's hash, in hex. The same for a document being issued and
 * for its rows read back: values in a fixed order, objects with sorted keys, whole numbers as digits, moments in UTC.
 */
export function documentHash({ lines, ...head }: IssuedContent, previousHash: string): string {
  return documentHashOf(head, Buffer.from(lines.map(lineText).join(',')), previousHash)
}

/** The same for whoever has the canonical text of the lines already (see `lineText`, a comma between them): an import of half a million. */
export function documentHashOf(
  { groups, seller, buyer, issued_at: issuedAt, ...head }: Omit<IssuedContent, 'lines'>,
  lines: Buffer,
  previousHash: string,
): string {
  const values = columns.map((column) => text(head[column]))
  const vat = groups.map((group) => [group.vat_rate, String(group.base), String(group.vat)])
  const start = JSON.stringify([previousHash, ...values, sorted(seller), sorted(buyer), issuedAt.toISOString()])
  const said = Buffer.concat([Buffer.from(`${start.slice(0, -1)},[`), lines, Buffer.from(`],${JSON.stringify(vat)}]`)])
  return hash('sha256', said, 'hex')
}

export function lineText(line: IssuedLine): string {
  const { sku, description, quantity, unit_price_e4: price, discount_bp: discount, vat_rate: rate, net } = line
  return JSON.stringify([line.line, line.kind, sku, description, quantity, String(price), discount, rate, String(net)])
}

const columns = [
  'account_id',
  'id',
  'kind',
  'series',
  'number',
  'order_id',
  'credits_invoice_id',
  'credit_reason',
  'issue_date',
  'due_date',
  'delivery_date',
  'delivery_place',
  'buyer_reference',
  'purchase_order_number',
  'currency',
  'kid',
  'bank_account',
  'net',
  'vat',
  'gross',
  'language',
] as const

function text(value: string | bigint | null): string | null {
  return typeof value === 'bigint' ? value.toString() : value
}

// jsonb keeps its keys in an order of its own.
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)])
}
