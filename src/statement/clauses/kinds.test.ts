import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { lettersThat, transfersThat } from './kinds.ts'
import { transfer } from './proving.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('leaps over no kind: of a hundred, three lines each, it finds each alone and all together', async () => {
  const kinds = [...Array(100).keys()].map((n) => ({ recipient: `r${n % 7}`, purpose: `p${n % 11}`, fields: `{f${n},g}` }))
  for (const { recipient, purpose, fields } of [...kinds, ...kinds, ...kinds])
    await sql.raw(transfer({ recipient: `'${recipient}'`, purpose: `'${purpose}'`, fields: `'${fields}'` })).execute(house.owner)
  const count = async (are: ReturnType<typeof sql>) =>
    (await sql`select 1 ${transfersThat(are)}`.execute(house.owner)).rows.length
  for (const { recipient, purpose, fields } of kinds)
    expect(await count(sql`(recipient, purpose, fields) = (${recipient}, ${purpose}, ${fields}::text[])`)).toBe(3)
  expect(await count(sql`true`)).toBe(300)
  expect(await count(sql`recipient = 'r7'`)).toBe(0)
})

it('finds nothing in an empty log', async () => {
  expect((await sql`select 1 ${lettersThat(sql`true`)}`.execute(house.owner)).rows).toEqual([])
})
