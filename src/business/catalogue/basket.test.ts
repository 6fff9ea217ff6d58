import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBasket, withBasket, writtenBasket } from './basket.ts'

const read = (query: string) => readBasket(new URLSearchParams(query))

it('reads what was gathered and what is being added; the latest quantity counts', () => {
  expect(read('kurv=22326:250,85099B:100&vare=22326&antall=500')).toEqual([
    { sku: '22326', quantity: 500 },
    { sku: '85099B', quantity: 100 },
  ])
  expect(read('vare=A&antall=10&vare=B&antall=1 000')).toEqual([
    { sku: 'A', quantity: 10 },
    { sku: 'B', quantity: 1000 },
  ])
})

it('takes one of what has no sensible quantity, and nothing of nothing', () => {
  expect(read('vare=A&antall=-4&vare=B&antall=mange&vare=C&antall=1e3')).toEqual(
    ['A', 'B', 'C'].map((sku) => ({ sku, quantity: 1 })),
  )
  expect(read('vare=A&antall=1.000')).toEqual([{ sku: 'A', quantity: 1000 }])
  expect(
    [read(''), read('kurv='), read('kurv=::,,'), read(`vare=${'x'.repeat(61)}`)].flat().filter(({ sku }) => sku.length > 1),
  ).toEqual([])
})

it('comes back as it was written, and never holds more than thirty lines', () => {
  const lines = fc.uniqueArray(
    fc.record({ sku: fc.stringMatching(/^[A-Z0-9]{1,10}$/), quantity: fc.integer({ min: 1, max: 10_000_000 }) }),
    {
      selector: ({ sku }) => sku,
      maxLength: 50,
    },
  )
  fc.assert(
    fc.property(lines, (basket) => {
      const again = read(withBasket('/produkter', basket).split('?')[1] ?? '')
      expect(again.length).toBeLessThanOrEqual(30)
      expect(writtenBasket(again)).toBe(writtenBasket(basket.slice(0, 30)))
    }),
  )
})
