import { setImmediate as breathe } from 'node:timers/promises'
import { type BinaryRows, binaryRows, field, type Sheet, uuidBytes } from '#database'
import { categoryOf } from '#catalogue'
import { countryCode } from './country.ts'
import { type Document, nameOf } from './document.ts'
import { idFrom } from './identity.ts'
import type { Ledger, Product } from './ledger.ts'
import { paper, type Paper, type Seller } from './paper.ts'
import type { Sale } from './sale.ts'
import { count } from './sold.ts'
import type { Moment } from './wall-time.ts'
import type { Ware } from './ware.ts'

export type Source = {
  readonly name: string
  readonly seller: Seller
  readonly currency: string
  /** Whether a ware is on a shelf: charges and the like are sold too. */
  readonly isGoods: (ware: Ware) => boolean
  readonly clock: (at: string) => Moment
}

/** The columns of each table in the order their values are sent. */
const into = {
  account: 'core.account (account_id, kind, customer_number, name, country, created_at, last_active_at)',
  key: 'core.import_key (source, external_id, account_id)',
  product: 'core.product (id, sku, name, category, currency, vat_rate, stock, lead_days, listed, created_at)',
  order: 'core.sales_order (account_id, id, number, source, currency, net, vat, gross, confirmed_at, delivered_at)',
  orderLine:
    'core.order_line (account_id, order_id, product_id, line, kind, sku, description, quantity, unit_price_e4, discount_bp, vat_rate, net)',
  invoice: `core.invoice (account_id, id, kind, series, number, order_id, credit_reason, issue_date, due_date, delivery_date, delivery_place, seller, buyer,
    currency, net, vat, gross, language, document_hash, previous_hash, issued_at)`,
  invoiceLine:
    'core.invoice_line (account_id, invoice_id, line, kind, sku, description, quantity, unit_price_e4, discount_bp, vat_rate, net)',
  invoiceVat: 'core.invoice_vat (account_id, invoice_id, vat_rate, base, vat)',
  issued: 'core.issued_document (series, number, account_id, invoice_id, document_hash, previous_hash, issued_at)',
} as const

/** Lines are by far the most rows, so they go as binary; the rest as text. */
type Lines = 'orderLine' | 'invoiceLine'
type Sheets = Record<Exclude<keyof typeof into, Lines>, string> & Record<Lines, BinaryRows>

/** Rows for every table the documents come to, and what the ledger learns from them. Chains the documents in their order. */
export async function sheetsOf(documents: readonly Document[], source: Source, ledger: Ledger): Promise<Sheet[]> {
  const sheets: Sheets = {
    account: '',
    key: '',
    product: '',
    order: '',
    orderLine: binaryRows(),
    invoice: '',
    invoiceLine: binaryRows(),
    invoiceVat: '',
    issued: '',
  }
  for (const [index, document] of documents.entries()) {
    if (index % 50 === 49) await breathe() // The server's answers are waiting.
    const moment = source.clock(document.at)
    const accountId = accountFor(document, moment, source, ledger, sheets)
    const invoiceId = idFrom(source.name, 'invoice', nameOf(document))
    const orderId = document.series === 'import-invoice' ? idFrom(source.name, 'order', nameOf(document)) : null
    const sealed = paper({
      document,
      moment,
      accountId,
      invoiceId,
      orderId,
      seller: source.seller,
      currency: source.currency,
      previousHash: ledger.heads.get(document.series),
    })
    ledger.heads.set(document.series, sealed.document_hash)
    ledger.issued.set(`${document.series}/${document.number}`, String(document.net))
    if (orderId !== null) addOrder(sheets, sealed, nameOf(document))
    addInvoice(sheets, sealed)
    addLines(sheets, document, sealed, (ware) => productFor(ware, moment, source, ledger, sheets))
  }
  return filled(sheets)
}

function filled(sheets: Sheets): Sheet[] {
  return (Object.keys(into) as (keyof typeof into)[]).flatMap((name) => {
    const sheet = sheets[name]
    const rows = typeof sheet === 'string' ? sheet : sheet.end()
    return rows ? [{ into: into[name], rows }] : []
  })
}

function row(...values: readonly (string | number | bigint | null)[]): string {
  let text = field(values[0]!)
  for (let place = 1; place < values.length; place++) text += `\t${field(values[place]!)}`
  return `${text}\n`
}

function accountFor(
  { customer, country }: Document,
  { at }: Moment,
  { name: source }: Source,
  ledger: Ledger,
  sheets: Sheets,
): string {
  // Sales without a customer number belong to one collective account for each country; nobody is made up.
  const external = customer === '' ? `none:${country}` : customer
  const known = ledger.accounts.get(external)
  if (known !== undefined) return known
  const id = idFrom(source, 'account', external)
  const number = customer !== '' && !ledger.customerNumbers.has(customer) ? customer : null
  const name = customer === '' ? `Uten kundenummer (${country})` : `Kunde ${customer}`
  const time = at.toISOString()
  sheets.account += row(id, 'imported', number, name, countryCode(country), time, time)
  sheets.key += row(source, external, id)
  ledger.accounts.set(external, id)
  if (number !== null) ledger.customerNumbers.add(number)
  return id
}

function productFor(
  ware: Ware,
  { at }: Moment,
  { name: source, isGoods }: Source,
  ledger: Ledger,
  sheets: Sheets,
): Product | undefined {
  const { sku, description } = ware
  const known = ledger.products.get(sku)
  if (known !== undefined || !isGoods(ware)) return known
  const id = idFrom(source, 'product', sku)
  // Not for sale until the year's prices have been read; see listProducts.
  sheets.product += row(id, sku, description, categoryOf(description), 'NOK', 2500, 0, 10, 'f', at.toISOString())
  const product: Product = { id, bytes: uuidBytes(id), sold: [] }
  ledger.products.set(sku, product)
  return product
}

function addOrder(sheets: Sheets, { account_id, order_id, currency, net, issued_at }: Paper, number: string): void {
  const time = issued_at.toISOString()
  sheets.order += row(account_id, order_id, number, 'import', currency, net, 0, net, time, time)
}

function addInvoice(sheets: Sheets, sealed: Paper): void {
  const { account_id: account, id, series, number, document_hash: hash, previous_hash: previous, issued_at: issued } = sealed
  const time = issued.toISOString()
  sheets.invoice += row(
    account,
    id,
    sealed.kind,
    series,
    number,
    sealed.order_id,
    sealed.credit_reason,
    sealed.issue_date,
    sealed.due_date,
    sealed.delivery_date,
    sealed.delivery_place,
    JSON.stringify(sealed.seller),
    JSON.stringify(sealed.buyer),
    sealed.currency,
    sealed.net,
    sealed.vat,
    sealed.gross,
    sealed.language,
    hash,
    previous,
    time,
  )
  sheets.invoiceVat += row(account, id, 0, sealed.net, 0)
  sheets.issued += row(series, number, account, id, hash, previous, time)
}

/** An order's line says the same as its invoice's, and names its product. */
function addLines(
  { invoiceLine, orderLine }: Sheets,
  { lines }: Document,
  { account_id, id, order_id }: Paper,
  productOf: (ware: Ware) => Product | undefined,
): void {
  const ofInvoice = beginning(11, account_id, id)
  const ofOrder = order_id === null ? undefined : beginning(12, account_id, order_id)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const product = productOf(line.ware)
    invoiceLine.made(ofInvoice)
    const start = invoiceLine.at()
    addWhatIsSold(invoiceLine, index, line)
    if (ofOrder === undefined) continue
    orderLine.made(ofOrder)
    if (product === undefined) orderLine.nothing()
    else orderLine.uuid(product.bytes)
    orderLine.same(invoiceLine, start, invoiceLine.at())
    if (line.ware.kind === 'product') count(product?.sold, line)
  }
}

const noDiscountNoVat = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0])

function beginning(columns: number, ...keys: readonly string[]): Buffer {
  const rows = binaryRows(64)
  const start = rows.at()
  rows.row(columns)
  for (const key of keys) rows.uuid(uuidBytes(key))
  return rows.between(start, rows.at())
}

function addWhatIsSold(rows: BinaryRows, index: number, { ware, quantity, unitPriceE4, net }: Sale): void {
  rows.int4(index + 1)
  rows.made(ware.sent)
  rows.int4(quantity)
  rows.int8(unitPriceE4)
  rows.made(noDiscountNoVat)
  rows.int8(net)
}
