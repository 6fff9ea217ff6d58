import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numbered, totalsOf, type DraftLine } from './quote-line.ts'
import { emptyLine, pastedLines, readLines, typedLine } from './typed-lines.ts'

const line: fc.Arbitrary<DraftLine> = fc.record({
  kind: fc.constantFrom('product', 'decoration', 'setup', 'freight'),
  productId: fc.constant(null),
  sku: fc.constantFrom(null, '22326'),
  description: fc.constantFrom('Krus', 'Trykk, to farger'),
  quantity: fc.integer({ min: 1, max: 99_999 }),
  unitPriceE4: fc.bigInt({ min: 0n, max: 99_999_999n }).map(String),
  discountBp: fc.integer({ min: 0, max: 10_000 }),
  vatRate: fc.constantFrom(0, 1200, 1500, 2500),
})

it('reads back exactly what it wrote', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      (lines) => void expect(readLines(lines.map(typedLine))).toEqual({ ok: true, lines }),
    ),
  )
})

it('adds up: lines to the net, rates to the VAT, both to the gross, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const { net, vat, gross, groups } = totalsOf(lines)
      expect(net).toBe(numbered(lines).reduce((sum, each) => sum + each.net, 0n))
      expect([groups.reduce((sum, { base }) => sum + base, 0n), groups.reduce((sum, group) => sum + group.vat, 0n)]).toEqual([
        net,
        vat,
      ])
      expect(gross).toBe(net + vat)
      expect(totalsOf(lines.toReversed()).gross).toBe(gross)
    }),
  )
})

it('says so of more pieces than a line can hold', () => {
  const many = (quantity: string) => readLines([{ ...emptyLine, description: 'Krus', quantity, price: '1', vat: '25' }])
  expect(many('10 000 000')).toMatchObject({ ok: true })
  expect(many('10 000 001')).toEqual({ ok: false, problems: { 'quantity.0': 'Skriv et helt antall, 1 eller mer.' } })
})

it('says beside each cell what is wrong, and passes over empty rows', () => {
  expect(
    readLines([emptyLine, { ...emptyLine, description: 'Krus', quantity: '2,5', price: 'mye', discount: '120', vat: '7' }]),
  ).toEqual({
    ok: false,
    problems: {
      'quantity.1': 'Skriv et helt antall, 1 eller mer.',
      'price.1': 'Skriv en pris, for eksempel 64,90: høyst 9 999 999 og høyst fire desimaler.',
      'discount.1': 'Skriv en prosent mellom 0 og 100 med høyst to desimaler.',
      'vat.1': 'Velg 25, 15, 12 eller 0.',
    },
  })
  expect(readLines([emptyLine, emptyLine])).toEqual({ ok: true, lines: [] })
})

it.each([
  ['price', '10 000 000,00'],
  ['price', '1234567890123'],
  ['sku', 'x'.repeat(61)],
  ['description', 'x'.repeat(401)],
  ['kind', 'gift'],
])('drops no line without a word: a %s of %s', (cell, typed) => {
  const read = readLines([{ ...emptyLine, description: 'Krus', quantity: '1', price: '1', [cell]: typed }])
  expect(read.ok ? 'taken' : Object.keys(read.problems)).toEqual([`${cell}.0`])
})

it('takes rows from a spreadsheet as Norwegians write them', () => {
  const read = readLines(pastedLines('22326\tTermokopp\t1 250\t64,90 kr\t5\t25 %\nFrakt\tLevert Bergen\t1\t390\r\n'))
  expect(read).toMatchObject({
    ok: true,
    lines: [
      {
        kind: 'product',
        sku: '22326',
        description: 'Termokopp',
        quantity: 1250,
        unitPriceE4: '649000',
        discountBp: 500,
        vatRate: 2500,
      },
      { kind: 'freight', description: 'Levert Bergen', quantity: 1, unitPriceE4: '3900000' },
    ],
  })
})

it('hangs print and setup on the product above them', () => {
  const at = (kind: DraftLine['kind']): DraftLine => ({
    kind,
    productId: null,
    sku: null,
    description: 'x',
    quantity: 1,
    unitPriceE4: '0',
    discountBp: 0,
    vatRate: 2500,
  })
  expect(
    numbered([at('product'), at('decoration'), at('product'), at('setup'), at('freight')]).map(({ parentLine }) => parentLine),
  ).toEqual([null, 1, null, 3, null])
})
