/** The truth table of purposes and stops, against the database: every combination that can be, and every purpose that reads a person. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewName } from '#personal-data'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { may } from './layer.ts'
import { purposeNames, type Purpose } from './purpose.ts'
import { stops, type Stop } from './stops.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted
beforeAll(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
})
afterAll(() => house.close())

type State = {
  readonly restricted: boolean
  readonly objection: 'marketing' | 'contact' | 'particular_situation' | null
  readonly consent: boolean
}

const state = fc.record({
  restricted: fc.boolean(),
  objection: fc.constantFrom('marketing', 'contact', 'particular_situation', null),
  consent: fc.boolean(),
}) satisfies fc.Arbitrary<State>

/** Written apart from the SQL: what is in force in that state. */
function inForce({ restricted, objection, consent }: State): Stop[] {
  return [
    ...(restricted ? (['restricted'] as const) : []),
    ...(objection === 'marketing' || objection === 'contact' ? (['objected'] as const) : []),
    ...(objection === 'contact' ? (['no contact'] as const) : []),
    ...(consent ? [] : (['consent missing'] as const)),
  ]
}

async function put({ restricted, objection, consent }: State): Promise<void> {
  await sql`truncate core.restriction, core.objection, core.consent`.execute(house.owner)
  const { accountId, personId } = kari
  if (restricted)
    await sql`insert into core.restriction (account_id, id, person_id, ground, restricted_at) values (${accountId}, gen_random_uuid(), ${personId}, 'objection_pending', ${now})`.execute(
      house.owner,
    )
  if (objection)
    await sql`insert into core.objection values (${accountId}, gen_random_uuid(), ${personId}, ${objection}, 'phone', ${now}, null)`.execute(
      house.owner,
    )
  if (consent)
    await sql`insert into core.consent values (${accountId}, gen_random_uuid(), ${personId}, 'marketing', 'email', 'x', 'x', 'nb', 1, 'own_page', 'click', ${now}, ${now}, null)`.execute(
      house.owner,
    )
}

/** Every view of every purpose that shows a row of a person, by the declarations. */
const paths = purposeNames
  .filter((purpose) => purpose !== 'rights_handling')
  .flatMap((purpose) =>
    inventory
      .filter(
        (table) =>
          table.person !== undefined && table.scope === 'account' && table.stops !== false && may(table, 'read', purpose),
      )
      .map((table) => ({ purpose, view: viewName(table.table), person: table.person! })),
  )

async function shows(purpose: Purpose, view: string, person: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from ${sql.table(`${purpose}.${view}`)} where account_id = ${kari.accountId} and ${sql.ref(person)} = ${kari.personId}`.execute(
      house.owner,
    )
  return rows.length > 0
}

it('hides exactly what the truth table says, on every read path, in every combination of stops', async () => {
  expect(paths.length).toBeGreaterThan(15)
  const there = new Set<string>()
  await put({ restricted: false, objection: null, consent: true })
  for (const { purpose, view, person } of paths) if (await shows(purpose, view, person)) there.add(`${purpose}.${view}`)
  await fc.assert(
    fc.asyncProperty(state, async (given) => {
      await put(given)
      const stopped = inForce(given)
      for (const { purpose, view, person } of paths.filter(({ purpose, view }) => there.has(`${purpose}.${view}`)))
        expect(await shows(purpose, view, person), `${purpose}.${view} in ${JSON.stringify(given)}`).toBe(
          !stops[purpose].some((stop) => stopped.includes(stop)),
        )
    }),
    { numRuns: 16, seed: 1, examples: [[{ restricted: true, objection: 'contact', consent: true }]] },
  )
})

it('lets an invoice through whatever was said about marketing, and never the other way round', () => {
  expect(stops.invoice).toEqual([])
  expect(stops.legal_obligation).toEqual([])
  expect(stops.marketing).toEqual(['restricted', 'objected', 'no contact', 'ended', 'consent missing'])
})
