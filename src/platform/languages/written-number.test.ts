import { expect, it } from 'vitest'
import { writtenNumber } from './languages.ts'

it.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [4070, '4\u00a0070', '4,070'],
  [1_234_567n, '1\u00a0234\u00a0567', '1,234,567'],
  [-12_345, '-12\u00a0345', '-12,345'],
])('%s is %s in bokmål and %s in English', (number, nb, en) => {
  expect([writtenNumber(number, 'nb'), writtenNumber(number, 'en')]).toEqual([nb, en])
})
