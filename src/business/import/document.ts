import type { Head } from './head.ts'
import { sumOf } from './net.ts'
import type { Refused, Sale } from './sale.ts'

/** An invoice or a credit note as the file has it; the sum is in pence and bears no VAT, because the file tells of none. */
export type Document = Head & { readonly lines: readonly Sale[]; readonly net: bigint }

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
    const { head } = lines[0]!
    const reason = whyNot(head, lines, unreadable.get(nameOf(head)))
    if (reason === undefined) documents.push({ ...head, lines, net: sumOf(lines) })
    else for (const { row } of lines) refused.push({ row, reason })
  }
  return { documents, refused }
}

/** The number as the file writes it: 536365, C536379. */
export function nameOf({ series, number }: Pick<Head, 'series' | 'number'>): string {
  return series === 'import-credit' ? `C${number}` : String(number)
}

function byDocument(sales: readonly Sale[]): Iterable<Sale[]> {
  const groups = new Map<string, Sale[]>()
  let last: { head: Head; lines: Sale[] } | undefined
  for (const sale of sales) {
    if (last?.head !== sale.head) {
      const name = nameOf(sale.head)
      last = { head: sale.head, lines: groups.get(name) ?? [] }
      groups.set(name, last.lines)
    }
    last.lines.push(sale)
  }
  return groups.values()
}

function whyNot(head: Head, lines: readonly Sale[], unreadable: number | undefined): string | undefined {
  const name = nameOf(head)
  if (unreadable !== undefined)
    return `another line of ${name} could not be read (line ${unreadable} of the file): it is taken whole or not at all`
  if (lines.some((line) => line.head !== head && line.head.customer !== head.customer))
    return `${name} has lines of more than one customer`
  if (lines.every(({ unitPriceE4 }) => unitPriceE4 === 0)) return 'no price on the whole document: stock moved, nothing was sold'
  return undefined
}
