import type { Format } from './format.ts'
import type { Row } from './cells.ts'

/** One line of trade as the file has it, read and found whole. */
export type Sale = {
  readonly row: number
  readonly series: 'import-invoice' | 'import-credit'
  /** The file's own number without the C: 536379. */
  readonly number: number
  readonly sku: string
  readonly description: string
  /** Always positive; a credit note credits what its line says. */
  readonly quantity: number
  /** 1/100 of a penny. */
  readonly unitPriceE4: number
  /** Wall time, `2010-12-01T08:26`. */
  readonly at: string
  /** Empty where the file has no customer number. */
  readonly customer: string
  readonly country: string
}
export type Refused = { readonly row: number; readonly reason: string; readonly document?: string }

/** Charges between the merchant and its bank or marketplace: without a customer number they are nobody's purchase. */
const ownCharges = new Set(['AMAZONFEE', 'BANK CHARGES', 'S'])
/** Lines that may be left out without changing what the document comes to. */
const worthNothing = new Set(['the quantity is 0', 'stock adjustment: a negative quantity that cancels nothing'])
const largestQuantity = 2_147_483_647

/** What a row of the retail file says, or why it is not a sale. The reasons are what the report prints. */
export function saleOf({ row, cells, broken }: Row, { at: place }: Format): Sale | Refused {
  const cell = (column: string) => cells[place[column]!] ?? ''
  const invoiceNo = cell('invoiceNo').trim().toUpperCase()
  const refusedAs = (reason: string, wholeDocument = false): Refused =>
    wholeDocument && invoiceNo !== '' ? { row, reason, document: invoiceNo } : { row, reason }
  if (broken !== undefined) return refusedAs(broken, true)
  if (/^A\d+$/.test(invoiceNo)) return refusedAs('an adjustment of bad debt: a booking, not a sale')
  if (!/^C?\d{1,15}$/.test(invoiceNo)) return refusedAs(`"${invoiceNo}" is not an invoice number`)
  const credit = invoiceNo.startsWith('C')
  const amounts = amountsOf(cell('quantity').trim(), cell('unitPrice').trim(), credit)
  if (typeof amounts === 'string') return refusedAs(amounts, !worthNothing.has(amounts))
  const sku = cell('stockCode').trim().toUpperCase()
  if (sku === '') return refusedAs('the stock code is missing', true)
  const customer = cell('customerId').trim()
  if (!/^(\d{1,9})?$/.test(customer)) return refusedAs(`"${customer}" is not a customer number`, true)
  if (customer === '' && ownCharges.has(sku)) return refusedAs(`${sku} without a customer: the merchant's own charge, not a sale`)
  const at = cell('invoiceDate').trim()
  if (!isMoment(at)) return refusedAs(`"${at}" is not a date and time`, true)
  return {
    row,
    series: credit ? 'import-credit' : 'import-invoice',
    number: Number(credit ? invoiceNo.slice(1) : invoiceNo),
    sku,
    description: cell('description').trim() || sku,
    ...amounts,
    at,
    customer,
    country: cell('country').trim() || 'Unspecified',
  }
}

function amountsOf(quantity: string, price: string, credit: boolean) {
  const pieces = Number(quantity)
  if (!/^-?\d+$/.test(quantity) || Math.abs(pieces) > largestQuantity) return `"${quantity}" is not a whole quantity`
  if (pieces === 0) return 'the quantity is 0'
  const digits = /^(\d{1,9})(?:[.,](\d{1,4})0*)?$/.exec(price)
  if (!digits) return price.startsWith('-') ? 'the price is negative' : `"${price}" is not a price`
  if (credit && pieces > 0) return 'a cancellation with a positive quantity'
  if (!credit && pieces < 0) return 'stock adjustment: a negative quantity that cancels nothing'
  return { quantity: Math.abs(pieces), unitPriceE4: Number(digits[1]) * 10_000 + Number((digits[2] ?? '').padEnd(4, '0')) }
}

const moment = /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):[0-5]\d/

function isMoment(at: string): boolean {
  const parts = moment.exec(at)
  if (!parts) return false
  const [month, day] = [Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(Number(parts[1]), month, 0)).getUTCDate()
}
