import { afterAll, beforeAll, expect, it } from 'vitest'
import { nextNumber } from '#numbering'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('begins at 1, and at 10001 for customers', async () => {
  expect(await nextNumber(house.for('deliver'), 'quote')).toBe(1n)
  expect(await nextNumber(house.for('deliver'), 'quote')).toBe(2n)
  expect(await nextNumber(house.for('deliver'), 'customer')).toBe(10001n)
})

it('leaves no hole when some of forty who ask at once change their minds', async () => {
  const db = house.for('invoice')
  const taken: bigint[] = []
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, who) =>
      db.transaction().execute(async (tx) => {
        const number = await nextNumber(tx, 'invoice')
        if (who % 3 === 0) throw new Error('changed my mind')
        taken.push(number)
      }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(14)
  expect(taken.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1))
})
