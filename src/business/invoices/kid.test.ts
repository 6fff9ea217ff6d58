import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkDigit, isKid, kid } from './kid.ts'

it('has the check digit the bank wants', () => {
  expect(checkDigit('60224')).toBe('3')
  expect(kid(10_001n, 1n)).toBe('010001000000014')
})

it('is always 15 digits that check, and no single wrong digit does', () => {
  const customer = fc.bigInt({ min: 1n, max: 999_999n })
  const invoice = fc.bigInt({ min: 1n, max: 99_999_999n })
  fc.assert(
    fc.property(customer, invoice, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (c, i, place, change) => {
      const digits = kid(c, i) as string
      const wrong = [...digits].with(place, String((Number(digits[place]) + change) % 10)).join('')
      return digits.length === 15 && isKid(digits) && !isKid(wrong)
    }),
  )
})

it('refuses numbers that do not fit', () => {
  expect(kid(1_000_000n, 1n)).toEqual({ refused: 'number too long for KID' })
})
