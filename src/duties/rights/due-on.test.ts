import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestHouse, type TestHouse } from '#testing'
import { dueSql } from './due-on.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** The table of promises.md, section 3.4: received, due. */
const table = [
  ['2026-01-31', '2026-02-28'],
  ['2026-02-10', '2026-03-10'],
  ['2026-03-03', '2026-04-02'],
  ['2026-03-15', '2026-04-14'],
  ['2026-04-17', '2026-05-17'],
  ['2026-07-01', '2026-07-31'],
  ['2026-11-25', '2026-12-25'],
  ['2027-01-30', '2027-02-28'],
  ['2028-01-31', '2028-02-29'],
] as const

it.each(table)('a claim received on %s is answered by %s', async (received, due) => {
  const { rows } = await sql<{ due: string }>`select ${dueSql(received)} as due`.execute(house.owner)
  expect(rows[0]!.due).toBe(due)
})
