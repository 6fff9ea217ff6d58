/** A sole proprietor's firm is the owner (promise 2.1-f): what is stopped for one is stopped for the other, and for nobody else's firm. */
import fc from 'fast-check'
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
  await sql`update core.consent set purpose = 'marketing', confirmed_at = now(), withdrawn_at = null`.execute(house.owner)
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

const firm = fc.record({
  form: fc.constantFrom('ENK', 'AS', 'DA', null),
  kind: fc.constantFrom('customer', 'inquirer', 'imported'),
  name: fc.constantFrom('Solberg Keramikk', 'Keramikk', null),
  surname: fc.constantFrom('Solberg', null),
  restricted: fc.constantFrom('ingrid', 'ola', 'nobody'),
})
type Firm = typeof firm extends fc.Arbitrary<infer Of> ? Of : never

/** Written apart from the SQL: is the firm Ingrid's, or Ola's, who is called Hansen? */
function isWhose({ form, kind, name, surname }: Firm): readonly string[] {
  if (form === 'AS' || form === 'DA') return []
  if (name === 'Solberg Keramikk' && surname !== null) return ['ingrid']
  const said = form === 'ENK' || kind === 'inquirer'
  return [...(said || surname === null ? ['ingrid'] : []), ...(said ? ['ola'] : [])]
}

it('binds whoever reads and whoever writes alike, also where nobody has said what the firm is', async () => {
  const seen = new Set<string>()
  const binds = async (given: Firm) => {
    await sql`truncate core.restriction`.execute(house.owner)
    await sql`update core.account set organisation_form = ${given.form}, kind = ${given.kind}, name = ${given.name}`.execute(
      house.owner,
    )
    await sql`update core.person set last_name = ${given.surname} where id = ${ingrid.personId}`.execute(house.owner)
    if (given.restricted !== 'nobody') await restrict(given.restricted === 'ingrid' ? ingrid : ola)
    const bound = isWhose(given).includes(given.restricted)
    for (const purpose of ['deliver', 'administer', 'case_documentation'] as const) {
      const said = `${purpose}: ${JSON.stringify(given)}`
      expect(await seesFirm(purpose), said).toBe(!bound)
      expect(await renamed(purpose), said).toBe(bound ? leftAloneCode : '1')
      await sql`update core.account set organisation_form = ${given.form}, name = ${given.name}`.execute(house.owner)
    }
    seen.add(`${given.form} ${bound}`)
  }
  const all = { form: null, kind: 'customer', name: 'Solberg Keramikk', surname: 'Solberg', restricted: 'ingrid' } as const
  const examples: Firm[] = [
    all,
    { ...all, restricted: 'ola' },
    { ...all, name: null },
    { ...all, surname: null },
    { ...all, form: 'ENK' },
  ]
  await fc.assert(fc.asyncProperty(firm, binds), { numRuns: 60, seed: 1, examples: examples.map((each): [Firm] => [each]) })
  expect([...seen]).toEqual(expect.arrayContaining(['null true', 'null false', 'ENK true', 'ENK false', 'AS false']))
})
