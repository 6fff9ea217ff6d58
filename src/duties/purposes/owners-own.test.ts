/** A sole proprietor's firm is the owner (promise 2.1-f): what is stopped for one is stopped for the other, and for nobody else's firm. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { leftAloneCode } from './guard.ts'
import { purposeNames, type Purpose } from './purpose.ts'
import { stops } from './stops.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let ingrid: Planted
let ola: Planted
beforeAll(async () => {
  house = await openTestHouse()
  ingrid = await plantPerson(house.owner, now, inventory)
  ola = await plantPerson(house.owner, now, inventory, ingrid.accountId)
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate core.restriction, core.objection, core.relationship_end cascade`.execute(house.owner)
  await sql`update core.consent set purpose = 'marketing', confirmed_at = ${now}, withdrawn_at = null`.execute(house.owner)
  await sql`update core.person set last_name = case when id = ${ingrid.personId} then 'Solberg' else 'Hansen' end`.execute(
    house.owner,
  )
  await sql`update core.account set organisation_form = 'ENK', kind = 'customer', name = 'Solberg Keramikk'`.execute(house.owner)
})

const restrict = ({ accountId, personId }: Planted) =>
  sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at)
    values (${accountId}, gen_random_uuid(), ${personId}, 'unlawful_keep', ${now})`.execute(house.owner)
const seesFirm = async (purpose: Purpose) =>
  (await sql`select 1 from account where account_id = ${ingrid.accountId}`.execute(house.for(purpose))).rows.length > 0
const seeing = async () => {
  const readers = inventory.find(({ table }) => table === 'core.account')!.read as readonly Purpose[]
  const seen = await Promise.all(
    readers.filter((each) => each !== 'rights_handling').map(async (each) => (await seesFirm(each)) && each),
  )
  return seen.filter((each) => each !== false).toSorted()
}
const everybody = ['administer', 'case_documentation', 'deliver', 'invoice', 'legal_obligation', 'marketing']
const renamed = (purpose: 'deliver' | 'administer' | 'case_documentation' | 'legal_obligation') =>
  sql`update core.account set name = 'Solberg Glass', organisation_form = 'AS' where account_id = ${ingrid.accountId}`
    .execute(house.for(purpose))
    .then(
      ({ numAffectedRows }) => `${numAffectedRows}`,
      (error: { code?: string }) => error.code,
    )

it('hides the firm of whoever is restricted from all that hides the person, and lets nothing be written in it', async () => {
  expect(await seeing()).toEqual(everybody)
  await restrict(ingrid)
  expect(await seeing()).toEqual(['invoice', 'legal_obligation'])
  for (const purpose of ['deliver', 'administer', 'case_documentation'] as const)
    expect(await renamed(purpose)).toBe(leftAloneCode)
  expect(await renamed('legal_obligation')).toBe('1')
})

it('hides it from marketing after an objection, and from nothing else', async () => {
  await sql`insert into core.objection values (${ingrid.accountId}, gen_random_uuid(), ${ingrid.personId}, 'marketing', 'phone', ${now}, null)`.execute(
    house.owner,
  )
  expect(await seeing()).toEqual(everybody.filter((purpose) => purpose !== 'marketing'))
  expect(await renamed('deliver')).toBe('1')
  expect(purposeNames.filter((purpose) => (stops[purpose] as readonly string[]).includes('objected'))).toContain('marketing')
})

it('is not hidden by somebody who only works there; where its name tells of nobody, it may be anybody’s', async () => {
  await restrict(ola)
  expect(await seeing()).toEqual(everybody)
  await sql`update core.account set name = 'Keramikk'`.execute(house.owner)
  expect(await seeing()).toEqual(['invoice', 'legal_obligation'])
})

it('leaves the firm of everybody alone where it is a company', async () => {
  await sql`update core.account set organisation_form = 'AS'`.execute(house.owner)
  await restrict(ingrid)
  expect(await seeing()).toEqual(everybody)
  expect(await renamed('deliver')).toBe('1')
})
