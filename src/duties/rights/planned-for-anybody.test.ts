import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actingAs, type For } from '#purposes'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { eraseRows, heldStill } from './erase-rows.ts'
import { holdings } from './holdings.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let heavy: Planted
let other: Planted

// One person has nearly all the inquiries there are, and every line of evidence says the same: whoever plans for that reads all of them.
beforeAll(async () => {
  house = await openTestHouse()
  heavy = await plantPerson(house.owner, now, inventory)
  other = await plantPerson(house.owner, now, inventory)
  await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at)
    select ${heavy.accountId}, gen_random_uuid(), 'F-' || n, ${heavy.personId}, 'question', 'web', 'Spørsmål', 'Hva koster hundre?', ${now}, ${now}
    from generate_series(1, 3000) n`.execute(house.owner)
  await sql`insert into core.inquiry_message (account_id, id, inquiry_id, direction, body, at)
    select account_id, gen_random_uuid(), id, 'in', body, received_at from core.inquiry`.execute(house.owner)
  await sql`insert into evidence.entry (id, at, kind, commitment)
    select gen_random_uuid(), ${now}, 'erasure', sha256(n::text::bytea) from generate_series(1, 3000) n`.execute(house.owner)
  await sql`analyze`.execute(house.owner)
})
afterAll(() => house.close())

/** How many rows of the three tables the act reads, by scan or index. */
async function rowsRead(tx: For<'rights_handling'>, act: () => Promise<unknown>): Promise<number> {
  const soFar = async () => {
    const { rows } = await sql<{ n: number }>`
      select sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid))::int as n from pg_class
      where relname in ('inquiry', 'inquiry_message', 'inquiry_pkey', 'inquiry_person', 'inquiry_message_of', 'inquiry_message_pkey', 'entry', 'entry_kind')`.execute(
      tx,
    )
    return rows[0]!.n
  }
  const before = await soFar()
  await act()
  return (await soFar()) - before
}

it('what was planned for the heaviest reads for the next person only their own rows', async () => {
  const read = (person: Planted) =>
    actingAs(house.for('rights_handling'), person, (tx) => rowsRead(tx, () => holdings(tx, inventory)))
  expect(await read(heavy)).toBeGreaterThan(6000)
  expect(await read(other)).toBeLessThan(300)
  expect(await read(other)).toBeGreaterThan(1)
})

it('and so does an erasure', async () => {
  const read = (person: Planted) =>
    actingAs(house.for('rights_handling'), person, (tx) =>
      rowsRead(tx, async () => {
        await heldStill(tx, person)
        await eraseRows(tx, now, { pattern: '(?!x)x', hints: [] })
      }),
    )
  expect(await read(heavy)).toBeGreaterThan(6000)
  expect(await read(other)).toBeLessThan(300)
})

it('and so does the search at once, in an evidence log that grows', async () => {
  const read = await house
    .for('rights_handling')
    .transaction()
    .execute((tx) =>
      rowsRead(tx, () =>
        sql`select finds from house.remains('kari', '{kari}', '{}', ${[other.accountId]}::uuid[], '{kari@firma.example}')`.execute(
          tx,
        ),
      ),
    )
  expect(read).toBeLessThan(300)
})
