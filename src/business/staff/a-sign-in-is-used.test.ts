import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { sweep } from '#retention'
import { letIn } from './staff.ts'

const accountId = '01890000-0000-7000-8000-00000000000a'
const personId = '01890000-0000-7000-8000-000000000001'
const user = { id: 'kari', email: 'kari@fjord.example' }
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${accountId}, 'customer', '2022-01-01', '2022-01-01')`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, first_name, email, language, registered_at, created_at, last_active_at)
    values (${accountId}, ${personId}, 'Kari', ${user.email}, 'nb', '2022-01-01', '2022-01-01', '2022-01-01')`.execute(
    house.owner,
  )
  await sql`insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${user.id}, ${user.email}, ${user.email}, true, '2022-01-01', '2022-01-01')`.execute(house.owner)
})
afterAll(() => house.close())

const doors = () => ({
  legal: house.for('legal_obligation'),
  administer: house.for('administer'),
  security: house.for('security'),
})
const swept = async (at: string) => {
  await sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, new Date(at))
  return (await sql`select 1 from auth."user"`.execute(house.owner)).rows.length
}

it('and lives two years from then (R-03), though the session it was used in went after ninety days', async () => {
  expect(await letIn(doors(), new Date('2022-02-01T10:00:00Z'), user)).toMatchObject({ accountId, personId })
  expect(await letIn(doors(), new Date('2024-02-29T10:00:00Z'), user)).toMatchObject({ accountId, personId })
  // Two years from a leap day end with 28 February.
  expect(await swept('2026-02-28T22:59:00Z')).toBe(1)
  expect(await swept('2026-02-28T23:00:00Z')).toBe(0)
})
