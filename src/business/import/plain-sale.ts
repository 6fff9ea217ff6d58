import type { Format } from './format.ts'
import { headColumns, type Heading, type headReader } from './head.ts'
import { copyOf, isCell, knownWares } from './known-wares.ts'
import { netOf } from './net.ts'
import type { PlainLine } from './plain-line.ts'
import type { Sale } from './sale.ts'
import { ownCharges, wareOf } from './ware.ts'
import type { Written } from './written.ts'

/**
 * Reads a line of trade from its bytes: half a million lines are of some thousand documents and wares, so nearly nothing on
 * them is new. Knows no reason to refuse anything: whatever is not plainly a sale is undefined here and read as a row.
 */
export function plainSaleReader(format: Format, { decimals }: Written, headOf: ReturnType<typeof headReader>) {
  const { at, width } = format
  const [ofQuantity, ofPrice, ofSku] = [at.quantity!, at.unitPrice!, at.stockCode!]
  const sign = decimals.charCodeAt(0)
  const headingOf = headingReader(format, headOf)
  // Without descriptions, wares are told apart by their codes alone.
  const wareFor =
    at.description === undefined ? knownWares(ofSku, ofSku, (sku) => wareOf(sku, '')) : knownWares(ofSku, at.description, wareOf)

  return (line: PlainLine, row: number): Sale | undefined => {
    if (line.width !== width) return undefined
    const quantity = wholeNumber(line, ofQuantity)
    const unitPriceE4 = priceE4(line, ofPrice, sign)
    const heading = headingOf(line)
    if (quantity === 0 || unitPriceE4 < 0 || heading === undefined) return undefined
    const { head } = heading
    const pieces = head.series === 'import-credit' ? -quantity : quantity
    if (pieces < 0 || pieces * unitPriceE4 > Number.MAX_SAFE_INTEGER) return undefined
    const ware = wareFor(line)
    if (ware === undefined || (head.customer === '' && ownCharges.has(ware.sku))) return undefined
    return { row, head, ware, quantity: pieces, unitPriceE4, net: netOf(pieces, unitPriceE4) }
  }
}

/** The heading of the line before, if its cells are the same to the byte; undefined where anything is wrong with it. */
function headingReader({ at }: Format, headOf: ReturnType<typeof headReader>) {
  const columns = headColumns(at)
  let last: Buffer[] = []
  let heading: Heading | undefined
  return (line: PlainLine): Heading | undefined => {
    if (last.length === 0 || !columns.every((column, place) => isCell(line, column, last[place]!))) {
      last = columns.map((column) => copyOf(line, column))
      const read = headOf(line.cells())
      heading = Object.keys(read.wrong).length === 0 ? read : undefined
    }
    return heading
  }
}

const [zero, nine, minus] = [0x30, 0x39, 0x2d]

/** Up to nine digits, with or without a minus; 0 for anything else. */
function wholeNumber({ bytes, from, to }: PlainLine, cell: number): number {
  const start = from[cell]!
  const negative = bytes[start] === minus && to[cell]! > start
  const value = digits(bytes, negative ? start + 1 : start, to[cell]!, 9)
  return value < 0 ? 0 : negative ? -value : value
}

/** In 1/100 of a penny: up to nine digits, and up to four decimals; -1 for anything else. */
function priceE4({ bytes, from, to }: PlainLine, cell: number, sign: number): number {
  const stop = to[cell]!
  let mark = from[cell]!
  while (mark < stop && bytes[mark] !== sign) mark++
  const whole = digits(bytes, from[cell]!, mark, 9)
  if (mark === stop || whole < 0) return whole < 0 ? -1 : whole * 10_000
  const decimals = digits(bytes, mark + 1, stop, 4)
  return decimals < 0 ? -1 : whole * 10_000 + decimals * 10 ** (4 - (stop - mark - 1))
}

function digits(bytes: Buffer, from: number, to: number, most: number): number {
  if (to <= from || to - from > most) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte < zero || byte > nine) return -1
    value = value * 10 + byte - zero
  }
  return value
}
