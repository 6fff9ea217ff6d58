import { expect, it } from 'vitest'
import { wholeNumber } from './whole-number.ts'

it.each([
  ['250', 250],
  ['1 000', 1000],
  ['1.000', 1000],
  ['10\u00a0000\u202f000', 10_000_000],
  ['0', undefined],
  ['-4', undefined],
  ['1e3', undefined],
  ['2,5', undefined],
  ['2.5', undefined],
  ['12.34.567', undefined],
  ['10000001', undefined],
  ['mange', undefined],
  ['', undefined],
])('reads %j as %j', (typed, number) => {
  expect(wholeNumber(typed, 10_000_000)).toBe(number)
})
