import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPerson } from '#purposes'
import type { TestHouse } from '#testing'
import { scheduleRevision } from './schedule-revision.ts'
import { tellOfRevisions } from './tell-of-revision.ts'
import { answersWithin, customer, openStatedHouse } from './testing.ts'
import { textFor } from './text-for.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openStatedHouse()
})
afterAll(() => house.close())

it('says which text applied to a person on a day, and which they had been shown by then', async () => {
  const kari = await customer(house.owner, 'kari@fjord.example', 1)
  const other = await customer(house.owner, 'ola@fjord.example', 3)
  for (const { accountId, personId } of [kari, other])
    await sql`insert into core.statement_shown values (${accountId}, gen_random_uuid(), ${personId}, 1, 'register', '2026-10-02T08:00:00Z')`.execute(
      house.owner,
    )
  const told = new Date('2026-11-23T09:00:00Z')
  await scheduleRevision(house.for('legal_obligation'), told, answersWithin(14, { effectiveOn: '2026-12-24' }))
  await tellOfRevisions(house.for('legal_obligation'), told, 'https://ntcprofil.example')
  const on = async (day: string) => {
    const { applied, shown } = await asPerson(house.for('rights_handling'), kari, (tx) => textFor(tx, day))
    return { applied: applied?.revision, shown: shown.map(({ revision, form }) => `${revision} ${form}`) }
  }
  expect(await on('2026-09-30')).toEqual({ applied: undefined, shown: [] })
  expect(await on('2026-10-02')).toEqual({ applied: 1, shown: ['1 register'] })
  expect(await on('2026-12-23')).toEqual({ applied: 1, shown: ['2 letter of change', '1 register'] })
  expect(await on('2026-12-24')).toEqual({ applied: 2, shown: ['2 letter of change', '1 register'] })
})
