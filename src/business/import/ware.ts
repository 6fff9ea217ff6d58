import { binaryRows } from '#database'

/** What a line sells, read once however often it is sold: a year of trade is many lines of few wares. */
export type Ware = {
  readonly kind: 'product' | 'freight'
  readonly sku: string
  readonly description: string
  /** Kind, stock code and description as `binaryRows` sends them, and as the canonical text of a document has them. */
  readonly sent: Buffer
  readonly text: Buffer
}

const freight = new Set(['POST', 'DOT', 'C2'])

/** Reads a stock code and a description as the file has them; undefined where the code is missing. */
export function wareOf(stockCode: string, said: string): Ware | undefined {
  const sku = stockCode.trim().toUpperCase()
  if (sku === '') return undefined
  const description = said.trim() || sku
  const kind = freight.has(sku) ? 'freight' : 'product'
  const rows = binaryRows(256)
  const start = rows.at()
  for (const each of [kind, sku, description]) rows.text(each)
  const text = Buffer.from(JSON.stringify([kind, sku, description]).slice(1, -1))
  return { kind, sku, description, sent: rows.between(start, rows.at()), text }
}
