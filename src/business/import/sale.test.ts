import { expect, it } from 'vitest'
import { documentsOf } from './document.ts'
import { formatOf, type Format } from './format.ts'
import { lineNet } from '#money'
import { lineText } from '#invoices'
import { canonicalLines } from './canonical-lines.ts'
import { netOf } from './net.ts'
import { type Refused, type Sale, saleReader } from './sale.ts'

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const format = formatOf([header]) as Format
const { row: saleOf } = saleReader(format, { dates: 'ymd', decimals: '.', currency: 'GBP', thisYear: 2026 })
const read = (line: string, row = 2, broken?: string) =>
  saleOf({ row, lines: 1, cells: line.split(','), ...(broken && { broken }) })

it('reads a line of trade in 1/100 pence', () => {
  expect(read('536365,85123a,WHITE HANGING HEART,6,2010-12-01T08:26,2.55,17850,United Kingdom')).toMatchObject({
    head: { series: 'import-invoice', number: 536365, customer: '17850', country: 'United Kingdom' },
    ware: { kind: 'product', sku: '85123A', description: 'WHITE HANGING HEART' },
    quantity: 6,
    unitPriceE4: 25500,
  })
})

it('reads a cancellation as a credit of what it says', () => {
  expect(read('C536379,D,Discount,-1,2010-12-01T09:41,27.5,14527,United Kingdom')).toMatchObject({
    head: { series: 'import-credit', number: 536379 },
    quantity: 1,
    unitPriceE4: 275000,
  })
})

it.each([
  ['A563185,B,Adjust bad debt,1,2011-08-12T14:50,11062.06,,United Kingdom', 'an adjustment of bad debt: a booking, not a sale'],
  ['536589,21777,,-10,2010-12-01T16:50,0,,United Kingdom', 'stock adjustment: a negative quantity that cancels nothing'],
  [
    'C537600,AMAZONFEE,AMAZON FEE,-1,2010-12-07T12:41,1,,United Kingdom',
    "AMAZONFEE without a customer: the merchant's own charge, not a sale",
  ],
  ['C536379,22960,JAM,3,2010-12-01T09:41,27.5,14527,United Kingdom', 'a cancellation with a positive quantity'],
  ['X1,22960,JAM,3,2010-12-01T09:41,27.5,14527,United Kingdom', '"X1" is not an invoice number'],
  ['536365,22960,JAM,3,2010-02-30T09:41,27.5,14527,United Kingdom', '"2010-02-30T09:41" is not a date and time'],
  [
    '536365,22960,JAM,3,1/2/2010,27.5,14527,United Kingdom',
    '"1/2/2010" does not begin with the year, as the file\'s other dates do: --dates dmy or --dates mdy says how to read it',
  ],
  ['536365,22960,JAM,many,2010-12-01T09:41,27.5,14527,United Kingdom', '"many" is not a whole quantity'],
  ['536365,22960,JAM,3,2010-12-01T09:41,free,14527,United Kingdom', '"free" is not a price with a decimal point'],
  ['536365,22960,JAM,3,2010-12-01T09:41,-1,14527,United Kingdom', 'the price is negative'],
  ['536365,22960,JAM,2000000000,2010-12-01T09:41,900000000,14527,United Kingdom', 'the amount is larger than any invoice'],
  ['536365,,JAM,3,2010-12-01T09:41,1,14527,United Kingdom', 'the stock code is missing'],
  ['536365,22960,JAM,3,2010-12-01T09:41,1,Smith,United Kingdom', '"Smith" is not a customer number'],
])('refuses %s', (line, reason) => expect(read(line)).toMatchObject({ reason }))

it('takes a document whole or not at all', () => {
  const whole = read('536365,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom', 2) as Sale
  const broken = read('536365,22961', 3, 'the line has 2 columns, the header has 8') as Refused
  const other = read('536366,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom', 4) as Sale
  const { documents, refused } = documentsOf([whole, other], [broken])
  expect(documents.map(({ number }) => number)).toEqual([536366])
  expect(refused.map(({ row }) => row)).toEqual([3, 2])
  expect(refused[1]!.reason).toContain('(line 3 of the file)')
})

it('sells nothing where no line has a price, and keeps a gift among what was sold', () => {
  const gift = (number: number) => read(`${number},22960,JAM,3,2010-12-01T09:41,0,14527,United Kingdom`) as Sale
  const sold = read('536367,22961,JAR,2,2010-12-01T09:41,1.5,14527,United Kingdom') as Sale
  const { documents, refused } = documentsOf([gift(536366), gift(536367), sold], [])
  expect(documents.map(({ number, net, lines }) => [number, net, lines.length])).toEqual([[536367, 300n, 2]])
  expect(refused.map(({ reason }) => reason)).toEqual(['no price on the whole document: stock moved, nothing was sold'])
})

it('reads the head anew when any cell of it changes, and remembers nothing wrong', () => {
  const first = read('536365,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom') as Sale
  const same = read('536365,22961,JAR,1,2010-12-01T09:41,2,14527,United Kingdom') as Sale
  expect(same.head).toBe(first.head)
  for (const other of [
    '536366,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom',
    '536365,22960,JAM,3,2010-12-01T09:41,1,14528,EIRE',
  ])
    expect((read(other) as Sale).head).not.toEqual(first.head)
  expect(read('nought,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom')).toHaveProperty('reason')
  expect(read('536365,22960,JAM,3,2010-12-01T09:41,1,14527,United Kingdom')).toEqual(first)
})

it.each([
  [3, 25_500],
  [1, 49],
  [1, 50],
  [7, 12_345],
  [80_995, 2_0800],
  [2_147_483_647, 4_190_000],
  [1, 8_999_999_999_999],
])('comes to the same as any line of ours: %i at %i', (quantity, unitPriceE4) =>
  expect(BigInt(netOf(quantity, unitPriceE4))).toBe(lineNet({ quantity, unitPriceE4: BigInt(unitPriceE4), discountBp: 0 })),
)

it('has the same canonical text as any line of ours, quotation marks and all', () => {
  const { documents } = documentsOf([read('536365,22960,"JAM"\t£ Ås,3,2010-12-01T09:41,1.255,14527,United Kingdom') as Sale], [])
  const [line] = documents[0]!.lines
  const { kind, sku, description } = line!.ware
  const { quantity, unitPriceE4, net } = line!
  const ours = {
    line: 1,
    kind,
    sku,
    description,
    quantity,
    unit_price_e4: unitPriceE4,
    discount_bp: 0,
    vat_rate: 0,
    net: BigInt(net),
  }
  expect(canonicalLines([line!]).toString()).toBe(lineText(ours))
  const large = { ...line!, quantity: 2_147_483_647, unitPriceE4: 8_999_999_999_999, net: 90_071_992_547_409 }
  const largeOnes = [1, 2].map((number) =>
    lineText({ ...ours, line: number, quantity: large.quantity, unit_price_e4: large.unitPriceE4, net: BigInt(large.net) }),
  )
  expect(canonicalLines([large, large]).toString()).toBe(largeOnes.join(','))
})
