import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineNet, readAmount, totals, written, writtenUnitPrice } from '#money'

const line = (quantity: number, unitPriceE4: bigint, vatRate = 2500, discountBp = 0) => ({
  quantity,
  unitPriceE4,
  vatRate,
  discountBp,
})

describe('a line', () => {
  it('costs quantity times price, less its discount', () => {
    expect(lineNet(line(500, 215_000n, 2500, 500))).toBe(1_021_250n)
  })

  it('is rounded once, halves away from zero', () => {
    expect(lineNet(line(1, 50n))).toBe(1n)
    expect(lineNet(line(1, 49n))).toBe(0n)
    expect(lineNet(line(1, -50n))).toBe(-1n)
  })
})

describe('VAT', () => {
  it('is computed once per rate, not per line', () => {
    const three = totals([line(1, 3_300n), line(1, 3_300n), line(1, 3_300n)])
    expect(three.vat).toBe(25n) // 0,99 × 25 % = 0,2475; three lines rounded one by one would be 24
    expect(three.gross).toBe(124n)
  })

  it('keeps chocolate at 15 % apart from cups at 25 %', () => {
    const { groups, gross } = totals([line(10, 1_000_000n, 2500), line(10, 200_000n, 1500)])
    expect(groups).toEqual([
      { vatRate: 2500, base: 100_000n, vat: 25_000n },
      { vatRate: 1500, base: 20_000n, vat: 3_000n },
    ])
    expect(gross).toBe(148_000n)
  })

  it('adds up, whatever is bought', () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 100_000 }),
      unitPriceE4: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
      discountBp: fc.integer({ min: 0, max: 10_000 }),
      vatRate: fc.constantFrom(0, 1200, 1500, 2500),
    })
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const sum = totals(lines)
        expect(sum.net).toBe(lines.reduce((net, each) => net + lineNet(each), 0n))
        expect(sum.vat).toBe(sum.groups.reduce((vat, group) => vat + group.vat, 0n))
        expect(sum.gross).toBe(sum.net + sum.vat)
      }),
    )
  })
})

describe('an amount is written', () => {
  it('as Norwegians write it', () => {
    expect(written(1_234_560n, 'nb', 'NOK')).toBe('12\u00a0345,60\u00a0kr')
    expect(written(-5n, 'nb')).toBe('−0,05')
  })

  it('as the English write it', () => {
    expect(written(123_456_789n, 'en', 'GBP')).toBe('GBP\u00a01,234,567.89')
  })

  it('with four decimals only where a unit price needs them', () => {
    expect(writtenUnitPrice(649_000n, 'nb')).toBe('64,90')
    expect(writtenUnitPrice(12_345n, 'nb')).toBe('1,2345')
  })
})

describe('an amount is read', () => {
  it.each([
    ['12 345,60', 1_234_560n],
    ['12.345,60', 1_234_560n],
    ['12,345.60', 1_234_560n],
    ['12345.6', 1_234_560n],
    ['64,9 kr', 6_490n],
    ['\u22125,00', -500n],
  ])('from %s', (typed, amount) => expect(readAmount(typed, 2)).toBe(amount))

  it.each(['', 'gratis', '1,234', '--5', '5,5,5'])('but not from «%s»', (typed) =>
    expect(readAmount(typed, 2)).toEqual({ refused: 'not an amount' }),
  )

  it('back as it was written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        (amount) => readAmount(written(amount, 'nb'), 2) === amount,
      ),
    )
  })
})
