import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DecimalSign, isEither, possibleSigns, readNumber } from './numbers.ts'

const grouped = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign)
const separators: Record<DecimalSign, string[]> = {
  ',': ['', ' ', '\u00a0', '\u202f', '.'],
  '.': ['', ' ', '\u00a0', '\u2019', ','],
}

it.each([',', '.'] as const)(
  'reads every number back, whatever stands between thousands, where decimals stand after %s',
  (sign) => {
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.nat(9_999),
        fc.constantFrom('', '-', '\u2212', '\u2013'),
        fc.constantFrom(...separators[sign]),
        fc.boolean(),
        (whole, decimals, minus, separator, behind) => {
          const fraction = String(decimals).padStart(4, '0')
          const number = `${grouped(String(whole), separator)}${sign}${fraction}`
          const expected = `${minus && '-'}${whole}${decimals ? `.${fraction.replace(/0+$/, '')}` : ''}`
          expect(readNumber(behind ? number + minus : minus + number, sign)).toBe(expected)
          expect(possibleSigns(number)).toEqual([sign])
        },
      ),
    )
  },
)

it.each([
  ['kr 1 234,50', ',', '1234.5'],
  ['120,-', ',', '120'],
  ['£2.55', '.', '2.55'],
  [',5', ',', '0.5'],
  ['12 34', ',', undefined],
  ['0.125', ',', undefined],
  ['1e5', '.', undefined],
  ['', '.', undefined],
  ['1.234', '.', '1.234'],
  ['1.234', ',', '1234'],
] as const)('%s after %s is %s', (text, sign, read) => expect(readNumber(text, sign)).toBe(read))

it.each([
  ['1,234', true],
  ['12.345', true],
  ['1234,567', false],
  ['0,125', false],
  ['1.234.567', false],
  ['120,-', false],
  ['1234', false],
])('%s may be more than a thousand or little more than its first digits: %s', (text, either) =>
  expect(isEither(text)).toBe(either),
)
