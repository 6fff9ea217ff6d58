/** What the page says before the press is what the press does, for whoever is recorded twice too. */
import { RouterContextProvider } from 'react-router'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { whoContext } from '#auth'
import { purposesContext } from '#purposes'
import { erasePerson, eraseUnlessKept, samePerson, tableWord } from '#rights'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { loader } from './erase-me.tsx'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function recordedTwice(): Promise<{ kari: Planted; asked: Planted }> {
  const kari = await plantPerson(house.owner, now, inventory)
  const asked = await plantPerson(house.owner, now, inventory)
  await sql`update core.person p set email = k.email, first_name = k.first_name, last_name = k.last_name
    from core.person k where k.id = ${kari.personId} and p.id = ${asked.personId}`.execute(house.owner)
  return { kari, asked }
}

async function shownTo(kari: Planted) {
  const context = new RouterContextProvider()
  context.set(purposesContext, { for: house.for, close: async () => undefined })
  context.set(whoContext, { ...kari, kind: 'customer' })
  const request = new Request('http://localhost/min-side/slett')
  return (await loader({ request, context, params: {} } as unknown as Parameters<typeof loader>[0]))!
}

it('asks whoever wants any of their records kept which of the two they want', async () => {
  const { kari, asked } = await recordedTwice()
  await sql`truncate core.restriction, core.rights_case cascade`.execute(house.owner)
  expect((await shownTo(kari)).keptForThem).toBe(false)
  await sql`insert into core.restriction (account_id, id, person_id, case_id, ground, fields, restricted_at)
    values (${asked.accountId}, gen_random_uuid(), ${asked.personId}, gen_random_uuid(), 'unlawful_keep', '{phone}', ${now})`.execute(
    house.owner,
  )
  expect((await shownTo(kari)).keptForThem).toBe(true)
  const { folder, ledger } = sampleOffice()
  const order = {
    inventory,
    channel: 'my_page',
    alsoRecordedAs: [asked],
    ledger,
    ...(folder !== undefined && { folder }),
  } as const
  expect(await eraseUnlessKept(house.for('rights_handling'), now, kari, order)).toEqual({ refused: 'restricted for a claim' })
})

it('tells of the rows of every record, as many as go', async () => {
  const { kari, asked } = await recordedTwice()
  const before = await shownTo(kari)
  const alsoRecordedAs = await samePerson(house.for('legal_obligation'), kari)
  expect(alsoRecordedAs.map(({ personId }) => personId)).toEqual([asked.personId])
  const { folder, ledger } = sampleOffice()
  const order = { inventory, channel: 'my_page', alsoRecordedAs, ledger, ...(folder !== undefined && { folder }) } as const
  const { steps } = await erasePerson(house.for('rights_handling'), now, kari, order)
  const promised = new Map(before.gone.map(({ what, rows }) => [what, rows]))
  expect(before.records).toBe(2)
  for (const table of ['core.person', 'core.inquiry']) {
    const word = tableWord(table, 'nb')
    expect([word, promised.get(word)]).toEqual([word, steps.find((step) => step.table === table)!.erased])
    expect(promised.get(word)).toBe(2)
  }
})
