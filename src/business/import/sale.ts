import type { Reading, Row } from './cells.ts'
import type { Format } from './format.ts'
import { type Head, headReader } from './head.ts'
import { netOf } from './net.ts'
import { plainSaleReader } from './plain-sale.ts'
import { type Ware, wareOf } from './ware.ts'

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

/** Charges between the merchant and its bank or marketplace: without a customer number they are nobody's purchase. */
export const ownCharges = new Set(['AMAZONFEE', 'BANK CHARGES', 'S'])
/** Lines that may be left out without changing what the document comes to. */
const worthNothing = new Set(['the quantity is 0', 'stock adjustment: a negative quantity that cancels nothing'])
const largestQuantity = 2_147_483_647

/** Says what a row of the retail file says, or why it is not a sale. The reasons are what the report prints. */
export function saleReader(format: Format): Reading<Sale | Refused> {
  const headOf = headReader(format)
  return { plain: plainSaleReader(format, headOf), row: rowReader(format, headOf) }
}

function rowReader(format: Format, headOf: ReturnType<typeof headReader>): (row: Row) => Sale | Refused {
  const [ofQuantity, ofPrice, ofSku, ofDescription] = ['quantity', 'unitPrice', 'stockCode', 'description'].map(
    (column) => format.at[column]!,
  )

  return ({ row, cells, broken }) => {
    const { head, invoiceNo, wrong } = headOf(cells)
    const refusedAs = (reason: string, wholeDocument = false): Refused =>
      wholeDocument && invoiceNo !== '' ? { row, reason, document: invoiceNo } : { row, reason }
    if (broken !== undefined) return refusedAs(broken, true)
    if (wrong.invoiceNo !== undefined) return refusedAs(wrong.invoiceNo)
    const amounts = amountsOf(cells[ofQuantity!]!.trim(), cells[ofPrice!]!.trim(), head)
    if (typeof amounts === 'string') return refusedAs(amounts, !worthNothing.has(amounts))
    const ware = wareOf(cells[ofSku!]!, cells[ofDescription!]!)
    if (ware === undefined) return refusedAs('the stock code is missing', true)
    if (wrong.customerId !== undefined) return refusedAs(wrong.customerId, true)
    if (head.customer === '' && ownCharges.has(ware.sku))
      return refusedAs(`${ware.sku} without a customer: the merchant's own charge, not a sale`)
    if (wrong.invoiceDate !== undefined) return refusedAs(wrong.invoiceDate, true)
    const { quantity, unitPriceE4 } = amounts
    return { row, head, ware, quantity, unitPriceE4, net: netOf(quantity, unitPriceE4) }
  }
}

function amountsOf(quantity: string, price: string, { series }: Head) {
  const pieces = Number(quantity)
  if (!/^-?\d+$/.test(quantity) || Math.abs(pieces) > largestQuantity) return `"${quantity}" is not a whole quantity`
  if (pieces === 0) return 'the quantity is 0'
  const digits = /^(\d{1,9})(?:[.,](\d{1,4})0*)?$/.exec(price)
  if (!digits) return price.startsWith('-') ? 'the price is negative' : `"${price}" is not a price`
  if (series === 'import-credit' && pieces > 0) return 'a cancellation with a positive quantity'
  if (series === 'import-invoice' && pieces < 0) return 'stock adjustment: a negative quantity that cancels nothing'
  const unitPriceE4 = Number(digits[1]) * 10_000 + Number((digits[2] ?? '').padEnd(4, '0'))
  if (Math.abs(pieces) * unitPriceE4 > Number.MAX_SAFE_INTEGER) return 'the amount is larger than any invoice'
  return { quantity: Math.abs(pieces), unitPriceE4 }
}
