import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastQuantity, lowestTier, stepsUp, unitPriceAt } from './price-ladder.ts'

const ladder = [
  { minQuantity: 250, unitPriceE4: 649_000n },
  { minQuantity: 50, unitPriceE4: 799_000n },
  { minQuantity: 1000, unitPriceE4: 558_000n },
]

describe('a price ladder', () => {
  it('gives the price of the step that is reached, one short of it, on it and past it', () => {
    expect([49, 50, 249, 250, 251, 999, 1000, 5000].map((quantity) => unitPriceAt(ladder, quantity))).toEqual([
      undefined,
      799_000n,
      799_000n,
      649_000n,
      649_000n,
      649_000n,
      558_000n,
      558_000n,
    ])
  })

  it('knows its first and its last step, in whatever order it is kept', () => {
    expect([leastQuantity(ladder), lowestTier(ladder)]).toEqual([50, { minQuantity: 1000, unitPriceE4: 558_000n }])
  })

  it('says where it rises', () => {
    expect(stepsUp(ladder)).toEqual([])
    expect(stepsUp([...ladder, { minQuantity: 500, unitPriceE4: 700_000n }])).toEqual([500])
  })

  it('without a step up never asks more for a piece of a larger order', () => {
    const prices = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(prices, fc.nat(12_000), fc.nat(12_000), (raw, one, other) => {
        const falling = raw
          .toSorted((a, b) => b - a)
          .map((price, i) => ({ minQuantity: 1 + i * 100, unitPriceE4: BigInt(price) }))
        const [less, more] = [Math.min(one, other) + 1, Math.max(one, other) + 1]
        expect(unitPriceAt(falling, more)! <= unitPriceAt(falling, less)!).toBe(true)
      }),
    )
  })
})
