import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '#database'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
let db: ReturnType<typeof openDatabase<never>>
beforeAll(async () => {
  house = await openTestHouse()
  db = openDatabase<never>(house.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await db.destroy()
  await house.close()
})

const doubled = async (n: number) => (await sql<{ n: number }>`select ${n}::int * 2 as n`.execute(db)).rows[0]!.n
const planned = async () =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map((row) => row.statement)

it('keeps the plan of what is asked again, whatever the values, and of nothing that is asked once or has no values', async () => {
  expect(await doubled(1)).toBe(2)
  expect(await planned()).toEqual([])
  expect(await doubled(2)).toBe(4)
  expect(await doubled(3)).toBe(6)
  await sql`select 1`.execute(db)
  await sql`select 1`.execute(db)
  expect(await planned()).toEqual(['select $1::int * 2 as n'])
})

it('answers anew when the table or the view below it has changed', async () => {
  const read = async (at: number) =>
    (await sql<{ what: string }>`select what from pg_temp.shelf_view where at = ${at}`.execute(db)).rows.map(({ what }) => what)
  await sql`create temp table shelf (at int, what text); create temp view shelf_view as select * from shelf`.execute(db)
  await sql`insert into shelf values (1, 'cup'), (1, 'pen')`.execute(db)
  for (let n = 0; n < 8; n++) expect(await read(1)).toEqual(['cup', 'pen'])
  await sql`create or replace view pg_temp.shelf_view as select * from shelf where what <> 'pen'`.execute(db)
  expect(await read(1)).toEqual(['cup'])
  await sql`create index on shelf (at); drop view pg_temp.shelf_view; create temp view shelf_view as select * from shelf where what = 'pen'`.execute(
    db,
  )
  expect(await read(1)).toEqual(['pen'])
})

it('keeps no more than two hundred, and answers all the same', async () => {
  for (let n = 0; n < 210; n++)
    for (const times of [1, 2])
      expect((await sql<{ n: number }>`select ${times}::int + ${sql.lit(n)} as n`.execute(db)).rows[0]!.n).toBe(n + times)
  expect((await planned()).length).toBe(200)
})
