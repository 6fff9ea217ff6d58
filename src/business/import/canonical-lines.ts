import type { Sale } from './sale.ts'

const [comma, quotationMark, open, close, zero] = [0x2c, 0x22, 0x5b, 0x5d, 0x30]
/** Around a ware's own text: four numbers of at most sixteen digits, and what stands between them. */
const around = 96
const rates = Buffer.from(',0,0,')
let page = Buffer.allocUnsafeSlow(64 * 1024)

/** What `lineText` of the invoices says of each imported line, with a comma between them; good until the next is asked for. Its test compares the two. */
export function canonicalLines(lines: readonly Sale[]): Buffer {
  let at = 0
  for (let index = 0; index < lines.length; index++) {
    const { ware, quantity, unitPriceE4, net } = lines[index]!
    if (at + ware.text.length + around > page.length) page = Buffer.concat([page], page.length * 2 + ware.text.length)
    if (index > 0) page[at++] = comma
    page[at++] = open
    at = whole(index + 1, at)
    page[at++] = comma
    page.set(ware.text, at)
    at += ware.text.length
    page[at++] = comma
    at = whole(quantity, at)
    page[at++] = comma
    at = quoted(unitPriceE4, at)
    page.set(rates, at)
    at = quoted(net, at + rates.length)
    page[at++] = close
  }
  return page.subarray(0, at)
}

function quoted(value: number, at: number): number {
  page[at] = quotationMark
  const end = whole(value, at + 1)
  page[end] = quotationMark
  return end + 1
}

const most = 0x7fffffff

function whole(value: number, at: number): number {
  if (value > most) return at + page.write(String(value), at, 'latin1')
  let end = at + 1
  for (let limit = 10; limit <= value; limit *= 10) end++
  let rest = value | 0
  for (let place = end - 1; place >= at; place--) {
    const tenth = (rest / 10) | 0 // in whole numbers this is no division
    page[place] = zero + (rest - tenth * 10)
    rest = tenth
  }
  return end
}
