import { written, writtenUnitPrice } from '#money'
import { pdf, sheet, type Pen } from '#pdf'
import { invoiceFacts, type InvoiceFacts } from './invoice-facts.ts'
import { writtenRate } from './invoice-words.ts'
import type { OneInvoice } from './one-invoice.ts'

const ink = '#1C2321'
const soft = '#5C6662'
const line = '#D9D5C9'
const spruce = '#1E4D3B'
const left = sheet.margin
const right = sheet.width - sheet.margin
// Figures of one width, and no kerning, so that they stand under each other and a full stop keeps its room.
const figures = { features: { tnum: true, kern: false } as never }
const lowest = sheet.height - 110

/** The paper of an issued document, drawn from its rows: the same bytes each time, since an issued document never changes. */
export function invoicePdf(document: OneInvoice): Promise<Buffer> {
  const facts = invoiceFacts(document)
  const about = {
    title: `${facts.title}, ${facts.sellerName}`,
    author: facts.sellerName,
    language: facts.language,
    createdAt: document.invoice.issued_at,
  }
  return pdf(
    about,
    (pen) => {
      drawHead(pen, facts)
      drawLines(pen, document, facts)
      drawSums(pen, document, facts)
      drawPayment(pen, facts)
    },
    (pen, page, of) => drawFoot(pen, facts, page, of),
  )
}

function drawHead(pen: Pen, { sellerName, title, buyer, facts }: InvoiceFacts): void {
  pen.font('title').fontSize(15).fillColor(spruce).text(sellerName, left, sheet.margin, { width: 270 })
  pen
    .font('title')
    .fontSize(22)
    .fillColor(ink)
    .text(title, 300, sheet.margin - 5, { width: right - 300, align: 'right' })
  const top = 130
  pen
    .font('strong')
    .fontSize(10)
    .text(buyer[0] ?? '', left, top, { width: 230 })
  pen.font('text')
  for (const row of buyer.slice(1)) pen.text(row, { width: 230 })
  const beneathBuyer = pen.y
  let y = top
  for (const [label, value] of facts) {
    pen.font('text').fontSize(9).fillColor(soft).text(label, 320, y, { width: 90 })
    pen.fillColor(ink).text(value, 410, y, { width: right - 410, align: 'right', ...figures })
    y = pen.y + 2.5
  }
  pen.y = Math.max(beneathBuyer, y) + 26
}

type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' }
const columns: readonly Column[] = [
  { x: left, width: 205, align: 'left' },
  { x: 262, width: 46, align: 'right' },
  { x: 312, width: 62, align: 'right' },
  { x: 378, width: 42, align: 'right' },
  { x: 424, width: 36, align: 'right' },
  { x: 462, width: right - 462, align: 'right' },
]

function drawRow(pen: Pen, cells: readonly string[], y: number): number {
  let bottom = y
  for (const [index, { x, width, align }] of columns.entries()) {
    pen.text(cells[index] ?? '', x, y, { width, align, ...(align === 'right' && figures) })
    bottom = Math.max(bottom, pen.y)
  }
  return bottom
}

function drawTableHead(pen: Pen, { words }: InvoiceFacts, y: number): number {
  pen.font('strong').fontSize(8.5).fillColor(soft)
  const bottom = drawRow(pen, [words.what, words.quantity, words.price, words.discount, words.rate, words.sum], y)
  rule(pen, bottom + 4)
  return bottom + 10
}

function drawLines(pen: Pen, { lines }: OneInvoice, facts: InvoiceFacts): void {
  const { language } = facts
  let y = drawTableHead(pen, facts, pen.y)
  for (const { kind, sku, description, quantity, unit_price_e4: price, discount_bp: discount, vat_rate: rate, net } of lines) {
    pen.font('text').fontSize(9)
    const what = sku ? `${description} (${sku})` : description
    const height = pen.heightOfString(what, { width: columns[0]!.width })
    if (y + height > lowest) {
      pen.addPage()
      y = drawTableHead(pen, facts, sheet.margin)
    }
    pen
      .font('text')
      .fontSize(9)
      .fillColor(kind === 'product' || kind === 'freight' ? ink : soft)
    const counted =
      kind === 'note'
        ? []
        : [
            written(BigInt(quantity) * 100n, language).replace(/[,.]00$/, ''),
            writtenUnitPrice(price, language),
            discount === 0 ? '–' : writtenRate(discount, language),
            writtenRate(rate, language),
            written(net, language),
          ]
    y = drawRow(pen, [what, ...counted], y) + 6
  }
  rule(pen, y)
  pen.y = y + 12
}

function drawSums(pen: Pen, { invoice, groups }: OneInvoice, { words, language, isCredit }: InvoiceFacts): void {
  if (pen.y + 40 + groups.length * 16 > lowest) pen.addPage()
  const { currency } = invoice
  const sum = (label: string, amount: string, size = 9.5, font = 'text') => {
    const y = pen.y
    pen.font(font).fontSize(size).fillColor(ink).text(label, 262, y, { width: 190 })
    pen.text(amount, 400, y, { width: right - 400, align: 'right', ...figures })
    pen.y = y + size + 7
  }
  sum(words.net, written(invoice.net, language, currency))
  for (const { vat_rate: rate, base, vat } of groups) {
    if (rate === 0 && groups.length === 1) sum(words.noVat, written(0n, language, currency))
    else sum(words.vat(writtenRate(rate, language), written(base, language)), written(vat, language, currency))
  }
  pen.moveTo(262, pen.y).lineTo(right, pen.y).lineWidth(0.75).strokeColor(spruce).stroke()
  pen.y += 8
  sum(isCredit ? words.credited : words.gross, written(invoice.gross, language, currency), 14, 'title')
  pen.y += 14
}

function drawPayment(pen: Pen, { payment, words, sellerName }: InvoiceFacts): void {
  if (payment.length < 2) return
  if (pen.y + 90 > lowest) pen.addPage()
  const top = pen.y
  pen
    .roundedRect(left, top, right - left, 62, 6)
    .lineWidth(0.75)
    .strokeColor(line)
    .stroke()
  const rows = [[words.pay, sellerName] as const, ...payment]
  const width = (right - left - 24) / rows.length
  for (const [index, [label, value]] of rows.entries()) {
    const x = left + 14 + index * width
    pen
      .font('text')
      .fontSize(8.5)
      .fillColor(soft)
      .text(label, x, top + 14, { width: width - 8 })
    pen
      .font('strong')
      .fontSize(9.5)
      .fillColor(ink)
      .text(value, x, top + 28, { width: width - 8, ...(/\d/.test(value) && figures) })
  }
  pen
    .font('text')
    .fontSize(8)
    .fillColor(soft)
    .text(words.late, left, top + 74, { width: right - left })
}

function drawFoot(pen: Pen, { seller, sellerName, words }: InvoiceFacts, page: number, of: number): void {
  const top = sheet.height - 82
  rule(pen, top)
  pen
    .font('strong')
    .fontSize(8)
    .fillColor(ink)
    .text(sellerName, left, top + 10, { width: 380, lineBreak: false })
  pen.font('text').fillColor(soft)
  for (const [index, row] of seller.entries()) pen.text(row, left, top + 22 + index * 11, { lineBreak: false })
  pen.text(words.page(page, of), right - 100, top + 10, { width: 100, align: 'right', lineBreak: false })
}

function rule(pen: Pen, y: number): void {
  pen.moveTo(left, y).lineTo(right, y).lineWidth(0.5).strokeColor(line).stroke()
}
