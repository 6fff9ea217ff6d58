import type { Row } from './cells.ts'
import { type DateOrder, dateOrders, isDotted, possibleOrders, readMoment } from './dates.ts'
import type { Format } from './format.ts'
import { copyOf, isCell } from './known-wares.ts'
import { type DecimalSign, isEither, possibleSigns } from './numbers.ts'
import type { PlainLine } from './plain-line.ts'

/** A text of the file that tells something, and its line. */
export type Told = { readonly text: string; readonly row: number }
/** What the texts seen so far tell. `against`: the first that cannot be read that way. */
export type Found = {
  readonly dates: {
    readonly against: Map<DateOrder, Told>
    /** The first that has to be read in some order. */
    first?: Told
    /** Every such date has dots. */
    dotted: boolean
    /** One at least says its year first. */
    yearFirst: boolean
  }
  readonly decimals: { readonly against: Map<DecimalSign, Told>; either?: Told }
  readonly currency: Map<string, Told>
}

const [comma, point] = [0x2c, 0x2e]

/** Gathers what dates, numbers and currencies tell of how they are written. */
export function evidence({ at }: Format, thisYear: number) {
  const found: Found = {
    dates: { against: new Map(), dotted: true, yearFirst: false },
    decimals: { against: new Map() },
    currency: new Map(),
  }
  const [ofDate, ofCurrency] = [at.invoiceDate, at.currency]
  const numbers = [at.unitPrice, at.quantity].filter((column) => column !== undefined)
  let last: Buffer = Buffer.alloc(0)
  return {
    found,
    plain: (line: PlainLine, row: number): true => {
      if (ofDate !== undefined && ofDate < line.width && !isCell(line, ofDate, last)) {
        last = copyOf(line, ofDate)
        sawDate(found, line.text(ofDate), row, thisYear)
      }
      for (const column of numbers) if (column < line.width && hasSign(line, column)) sawNumber(found, line.text(column), row)
      if (ofCurrency !== undefined && ofCurrency < line.width) sawCurrency(found, line.text(ofCurrency), row)
      return true
    },
    row: ({ row, cells, broken }: Row): true => {
      if (broken !== undefined) return true
      if (ofDate !== undefined) sawDate(found, cells[ofDate]!, row, thisYear)
      for (const column of numbers) sawNumber(found, cells[column]!, row)
      if (ofCurrency !== undefined) sawCurrency(found, cells[ofCurrency]!, row)
      return true
    },
  }
}

function sawDate({ dates }: Found, cell: string, row: number, thisYear: number): void {
  const text = cell.trim()
  const orders = possibleOrders(text, thisYear)
  if (orders === undefined) {
    dates.yearFirst ||= readMoment(text, 'ymd', thisYear) !== undefined
    return
  }
  dates.first ??= { text, row }
  dates.dotted &&= isDotted(text)
  for (const order of dateOrders)
    if (!orders.includes(order) && !dates.against.has(order)) dates.against.set(order, { text, row })
}

function sawNumber({ decimals }: Found, cell: string, row: number): void {
  const text = cell.trim()
  const signs = possibleSigns(text)
  if (signs.length === 1) {
    const other = signs[0] === ',' ? '.' : ','
    if (!decimals.against.has(other)) decimals.against.set(other, { text, row })
  } else if (decimals.either === undefined && isEither(text)) decimals.either = { text, row }
}

function sawCurrency({ currency }: Found, cell: string, row: number): void {
  const text = cell.trim().toUpperCase()
  if (text !== '' && !currency.has(text)) currency.set(text, { text, row })
}

/** Most numbers are whole and tell nothing. */
function hasSign({ bytes, from, to }: PlainLine, cell: number): boolean {
  for (let at = from[cell]!; at < to[cell]!; at++) if (bytes[at] === comma || bytes[at] === point) return true
  return false
}
