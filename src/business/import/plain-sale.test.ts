import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Row, rowsOfFile } from './cells.ts'
import { textOfFile } from './text-of-file.ts'
import { formatOf, type Format } from './format.ts'
import { linesOf } from './lines.ts'
import { plainLines } from './plain-line.ts'
import { type Refused, type Sale, saleReader } from './sale.ts'
import type { Written } from './written.ts'

const slice = join(import.meta.dirname, '../../../samples/online-retail-slice.csv.gz')
const format = formatOf(['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country']) as Format
const written: Written = { dates: 'ymd', decimals: '.', currency: 'GBP', thisYear: 2026 }
const utf8 = (bytes: Buffer) => bytes.toString()

function plainly(line: string): Sale | undefined {
  const read = plainLines(format)(linesOf(Buffer.from(line), utf8), 0)
  return read && (saleReader(format, written).plain!(read, 2) as Sale | undefined)
}

it('reads the lines of a real year as the careful reader does, and leaves it nearly none', async () => {
  const { plain, row } = saleReader(format, written)
  const [quick, careful]: [(Sale | Refused)[], (Sale | Refused)[]] = [[], []]
  let left = 0
  const leaving = (each: Row) => (left++, row(each))
  for await (const { rows } of rowsOfFile(textOfFile(slice), format, 0, { plain: plain!, row: leaving })) quick.push(...rows)
  for await (const { rows } of rowsOfFile(textOfFile(slice), format, 0, { row })) careful.push(...rows)
  expect(careful.length).toBe(12704)
  expect(quick).toEqual(careful)
  expect(left).toBeLessThan(60)
})

const good = '536365,85123A,WHITE HEART,6,2010-12-01T08:26,2.55,17850,United Kingdom'

it.each([
  ['a cell in quotation marks', good.replace('WHITE HEART', '"WHITE, HEART"'), { ware: { description: 'WHITE, HEART' } }],
  ['a price without decimals', good.replace('2.55', '3'), { unitPriceE4: 30_000 }],
  ['a price with four decimals', good.replace('2.55', '2.5005'), { unitPriceE4: 25_005 }],
  ['a gift', good.replace('2.55', '0'), { unitPriceE4: 0, net: 0 }],
  ['a cancellation', good.replace('536365', 'C536365').replace(',6,', ',-6,'), { quantity: 6, net: 1530 }],
  ['letters beyond ASCII', good.replace('WHITE HEART', 'BLÅBÆR £'), { ware: { description: 'BLÅBÆR £' } }],
])('reads %s', (_, line, expected) => expect(plainly(line)).toMatchObject(expected))

it.each([
  ['nothing', ''],
  ['a column too many', `${good},more`],
  ['a quotation mark within a cell', good.replace('WHITE', 'WH"ITE')],
  ['a quotation mark nobody closed', good.replace('WHITE', '"WHITE')],
  ['a doubled quotation mark', good.replace('WHITE HEART', '"SAID ""HEART"""')],
  ['a quantity of nothing', good.replace(',6,', ',0,')],
  ['a quantity that is none', good.replace(',6,', ',6 pcs,')],
  ['a minus alone', good.replace(',6,', ',-,')],
  ['a quantity of ten digits', good.replace(',6,', ',2147483648,')],
  ['an invoice of less than nothing', good.replace(',6,', ',-6,')],
  ['a cancellation of more', good.replace('536365', 'C536365')],
  ['a price below nothing', good.replace('2.55', '-2.55')],
  ['a price with five decimals', good.replace('2.55', '2.55001')],
  ['a price with the other sign', good.replace('2.55', '"2,55"')],
  ['letters that could not be read', good.replace('WHITE', 'WH\ufffdTE')],
  ['a price that ends in a point', good.replace('2.55', '2.')],
  ['no price', good.replace('2.55', '')],
  ['an amount beyond any', good.replace(',6,', ',999999999,').replace('2.55', '999999999.9999')],
  ['no stock code', good.replace('85123A', ' ')],
  ['a wrong invoice number', good.replace('536365', 'A536365')],
  ['a wrong date', good.replace('12-01', '13-01')],
  ['a wrong customer number', good.replace('17850', 'Smith')],
  ['a charge of our own', good.replace('85123A', 'AMAZONFEE').replace('17850', '')],
])('leaves %s to the careful reader', (_, line) => expect(plainly(line)).toBeUndefined())

it('looks at the whole of a stock code and a description, whatever it remembers', () => {
  const { plain } = saleReader(format, written)
  const plainAt = plainLines(format)
  const descriptions = ['RED MUG, SMALL', 'TED MUG, SMALL', 'RED CUP, SMALL', 'RED MUG, SMALL']
  const wares = descriptions.map((each) => {
    const lines = linesOf(Buffer.from(good.replace('WHITE HEART', `"${each}"`)), utf8)
    return plain!(plainAt(lines, 0)!, 2) as Sale
  })
  expect(wares.map(({ ware }) => ware.description)).toEqual(descriptions)
  expect(wares[3]!.ware).toBe(wares[0]!.ware)
})
