import { lineNet } from '#money'
import type { Refused, Sale } from './sale.ts'

export type DocumentLine = {
  readonly kind: 'product' | 'freight'
  readonly sku: string
  readonly description: string
  readonly quantity: number
  readonly unitPriceE4: number
  readonly net: bigint
}
/** An invoice or a credit note as the file has it; the sum is in pence and bears no VAT, because the file tells of none. */
export type Document = Pick<Sale, 'series' | 'number' | 'at' | 'customer' | 'country'> & {
  readonly rows: readonly number[]
  readonly lines: readonly DocumentLine[]
  readonly net: bigint
}

const freight = new Set(['POST', 'DOT', 'C2'])

/**
 * Gathers lines into documents. A document is taken whole or not at all: if one of its lines could not be read, an
 * invoice without that line would say another sum than the one that was issued.
 */
export function documentsOf(
  sales: readonly Sale[],
  refusedRows: readonly Refused[],
): { documents: Document[]; refused: Refused[] } {
  const unreadable = new Map(refusedRows.flatMap(({ document, row }) => (document ? [[document, row] as const] : [])))
  const documents: Document[] = []
  const refused = [...refusedRows]
  for (const lines of byDocument(sales)) {
    const first = lines[0]!
    const reason = whyNot(lines, unreadable.get(nameOf(first)))
    if (reason === undefined) documents.push(documentOf(first, lines))
    else for (const { row } of lines) refused.push({ row, reason })
  }
  return { documents, refused }
}

/** The number as the file writes it: 536365, C536379. */
export function nameOf({ series, number }: Pick<Sale, 'series' | 'number'>): string {
  return series === 'import-credit' ? `C${number}` : String(number)
}

function byDocument(sales: readonly Sale[]): Iterable<Sale[]> {
  const groups = new Map<string, Sale[]>()
  let last: { name: string; lines: Sale[] } | undefined
  for (const sale of sales) {
    const name = nameOf(sale)
    if (last?.name !== name) {
      last = { name, lines: groups.get(name) ?? [] }
      groups.set(name, last.lines)
    }
    last.lines.push(sale)
  }
  return groups.values()
}

function whyNot(lines: readonly Sale[], unreadable: number | undefined): string | undefined {
  const { customer } = lines[0]!
  const name = nameOf(lines[0]!)
  if (unreadable !== undefined)
    return `another line of ${name} could not be read (line ${unreadable} of the file): it is taken whole or not at all`
  if (lines.some((line) => line.customer !== customer)) return `${name} has lines of more than one customer`
  if (lines.every(({ unitPriceE4 }) => unitPriceE4 === 0)) return 'no price on the whole document: stock moved, nothing was sold'
  return undefined
}

function documentOf(first: Sale, sales: readonly Sale[]): Document {
  const lines = sales.map(({ sku, description, quantity, unitPriceE4 }): DocumentLine => {
    const net = lineNet({ quantity, unitPriceE4: BigInt(unitPriceE4), discountBp: 0 })
    return { kind: freight.has(sku) ? 'freight' : 'product', sku, description, quantity, unitPriceE4, net }
  })
  const { series, number, at, customer, country } = first
  const net = lines.reduce((sum, line) => sum + line.net, 0n)
  return { series, number, at, customer, country, rows: sales.map(({ row }) => row), lines, net }
}
