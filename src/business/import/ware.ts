import { binaryRows } from '#database'

/** What a line sells, read once however often it is sold: a year of trade is many lines of few wares. */
export type Ware = {
  readonly kind: 'product' | 'freight'
  readonly sku: string
  readonly description: string
  /** Kind, stock code and description as `binaryRows` sends them, and as the canonical text of a document has them. */
  readonly sent: Buffer
  readonly text: string
}

const freight = new Set(['POST', 'DOT', 'C2'])
const most = 50_000

/** Reads a stock code and a description as the file has them; undefined where the code is missing. */
export function wareReader(): (sku: string, description: string) => Ware | undefined {
  const known = new Map<string, Map<string, Ware>>()
  let size = 0
  return (sku, description) => {
    const ware = known.get(sku)?.get(description)
    if (ware !== undefined) return ware
    const code = sku.trim().toUpperCase()
    if (code === '') return undefined
    // A file in which nothing is sold twice would otherwise stay in memory, all of it.
    if (size++ === most) known.clear()
    const read = wareOf(code, description.trim() || code)
    if (!known.get(sku)?.set(description, read)) known.set(sku, new Map([[description, read]]))
    return read
  }
}

function wareOf(sku: string, description: string): Ware {
  const kind = freight.has(sku) ? 'freight' : 'product'
  const rows = binaryRows(256)
  const start = rows.at()
  for (const said of [kind, sku, description]) rows.text(said)
  return {
    kind,
    sku,
    description,
    sent: rows.between(start, rows.at()),
    text: JSON.stringify([kind, sku, description]).slice(1, -1),
  }
}
