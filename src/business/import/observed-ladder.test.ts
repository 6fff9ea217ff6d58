import { expect, it } from 'vitest'
import { ladderFrom } from './observed-ladder.ts'

it('begins with the price most lines were sold at, and steps down where a lower price was usual from a greater quantity', () => {
  const observed = [
    { unitPriceE4: 29500, lines: 800, usualLeast: 1 },
    { unitPriceE4: 25500, lines: 200, usualLeast: 32 },
    { unitPriceE4: 58200, lines: 150, usualLeast: 1 },
  ]
  expect(ladderFrom(observed)).toEqual([
    { minQuantity: 1, unitPriceE4: 29500 },
    { minQuantity: 32, unitPriceE4: 25500 },
  ])
})

it('leaves out what was agreed with somebody, and what was given away', () => {
  const observed = [
    { unitPriceE4: 29500, lines: 800, usualLeast: 1 },
    { unitPriceE4: 10000, lines: 4, usualLeast: 100 },
    { unitPriceE4: 0, lines: 900, usualLeast: 1 },
  ]
  expect(ladderFrom(observed)).toEqual([{ minQuantity: 1, unitPriceE4: 29500 }])
})

it('is empty when nothing was sold at a price', () =>
  expect(ladderFrom([{ unitPriceE4: 0, lines: 3, usualLeast: 1 }])).toEqual([]))
