import { expect, it } from 'vitest'
import { oneBelowTheOther, partsOf } from './one-below-the-other.ts'

it('writes a list that is read again as a list', () => {
  const text = `We use data for:${oneBelowTheOther(['delivery', 'an invoice'])}For nothing else.`
  expect(text).toBe('We use data for:\n• delivery\n• an invoice\nFor nothing else.')
  expect(partsOf(text)).toEqual(['We use data for:', ['delivery', 'an invoice'], 'For nothing else.'])
})

it('leaves a sentence without a list as it is', () => {
  expect(partsOf('We answer within 30 days.')).toEqual(['We answer within 30 days.'])
})

it('reads a text that ends in its list, and a list of nothing', () => {
  expect(partsOf(`Only these:${oneBelowTheOther(['one'])}`)).toEqual(['Only these:', ['one']])
  expect(partsOf(`Only these:${oneBelowTheOther([])}Nobody else.`)).toEqual(['Only these:', 'Nobody else.'])
})
