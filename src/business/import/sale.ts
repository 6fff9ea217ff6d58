import type { Reading, Row } from './cells.ts'
import type { Format } from './format.ts'
import { type Head, headReader } from './head.ts'
import { netOf } from './net.ts'
import { readNumber } from './numbers.ts'
import { plainSaleReader } from './plain-sale.ts'
import { ownCharges, type Ware, wareOf, whyNoWare } from './ware.ts'
import type { Written } from './written.ts'

/** One line of trade as the file has it, read and found whole. */
export type Sale = {
  readonly row: number
  readonly head: Head
  readonly ware: Ware
  /** Always positive; a credit note credits what its line says. */
  readonly quantity: number
  /** 1/100 of a penny. */
  readonly unitPriceE4: number
  /** In pence. */
  readonly net: number
}
export type Refused = { readonly row: number; readonly reason: string; readonly document?: string }

const adjustment = 'stock adjustment: a negative quantity that cancels nothing'
const takenBack = 'a negative quantity on an invoice: only a credit note, whose number begins with C, takes something back'
/** Lines that may be left out without changing what the document comes to. */
const worthNothing = new Set(['the quantity is 0', adjustment])
const largestQuantity = 2_147_483_647

/** Says what a row of the retail file says, or why it is not a sale. The reasons are what the report prints. */
export function saleReader(format: Format, written: Written): Reading<Sale | Refused> {
  const headOf = headReader(format, written)
  return { plain: plainSaleReader(format, written, headOf), row: rowReader(format, written, headOf) }
}

function rowReader(format: Format, written: Written, headOf: ReturnType<typeof headReader>): (row: Row) => Sale | Refused {
  const [ofQuantity, ofPrice, ofSku, ofDescription] = ['quantity', 'unitPrice', 'stockCode', 'description'].map(
    (column) => format.at[column],
  )

  return ({ row, cells, broken }) => {
    const { head, invoiceNo, wrong } = headOf(cells)
    const refusedAs = (reason: string, wholeDocument = false): Refused =>
      wholeDocument && invoiceNo !== '' ? { row, reason, document: invoiceNo } : { row, reason }
    if (broken !== undefined) return refusedAs(broken, true)
    if (wrong.invoiceNo !== undefined) return refusedAs(wrong.invoiceNo)
    const amounts = amountsOf(cells[ofQuantity!]!.trim(), cells[ofPrice!]!.trim(), head, written)
    if (typeof amounts === 'string') return refusedAs(amounts, !worthNothing.has(amounts))
    const said = [cells[ofSku!]!, ofDescription === undefined ? '' : cells[ofDescription]!] as const
    const ware = wareOf(...said)
    if (ware === undefined) return refusedAs(whyNoWare(...said), true)
    if (wrong.customerId !== undefined) return refusedAs(wrong.customerId, true)
    if (head.customer === '' && ownCharges.has(ware.sku))
      return refusedAs(`${ware.sku} without a customer: the merchant's own charge, not a sale`)
    if (wrong.country !== undefined) return refusedAs(wrong.country, true)
    if (wrong.invoiceDate !== undefined) return refusedAs(wrong.invoiceDate, true)
    const { quantity, unitPriceE4 } = amounts
    return { row, head, ware, quantity, unitPriceE4, net: netOf(quantity, unitPriceE4) }
  }
}

function amountsOf(quantity: string, price: string, { series }: Head, { decimals }: Written) {
  const pieces = Number(readNumber(quantity, decimals) ?? Number.NaN)
  if (!Number.isInteger(pieces) || Math.abs(pieces) > largestQuantity) return `"${quantity}" is not a whole quantity`
  if (pieces === 0) return 'the quantity is 0'
  const number = readNumber(price, decimals)
  if (number?.startsWith('-')) return 'the price is negative'
  const digits = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(number ?? '')
  if (!digits)
    return price === ''
      ? 'the price is missing'
      : `"${price}" is not a price with a decimal ${decimals === ',' ? 'comma' : 'point'}`
  const unitPriceE4 = Number(digits[1]) * 10_000 + Number((digits[2] ?? '').padEnd(4, '0'))
  if (series === 'import-credit' && pieces > 0) return 'a cancellation with a positive quantity'
  if (series === 'import-invoice' && pieces < 0) return unitPriceE4 === 0 ? adjustment : takenBack
  if (Math.abs(pieces) * unitPriceE4 > Number.MAX_SAFE_INTEGER) return 'the amount is larger than any invoice'
  return { quantity: Math.abs(pieces), unitPriceE4 }
}
