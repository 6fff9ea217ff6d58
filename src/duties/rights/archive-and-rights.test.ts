import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asPerson } from '#purposes'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { claimantAt } from './claimant-at.ts'
import { holdings } from './holdings.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted

beforeEach(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
})
afterEach(async () => {
  await house.close()
})

const legal = () => house.for('legal_obligation')

/** As it lies there when the relationship has ended. */
async function archived(): Promise<void> {
  for (const table of ['archive.person', 'archive.inquiry']) await sql`delete from ${sql.table(table)}`.execute(house.owner)
  await sql`insert into archive.person (account_id, id, first_name, email) values (${kari.accountId}, ${kari.personId}, 'Kari', ${kari.email})`.execute(
    house.owner,
  )
  await sql`insert into archive.inquiry (account_id, id, person_id, subject, body) values (${kari.accountId}, gen_random_uuid(), ${kari.personId}, 'Kopper', ${`Svar til ${kari.email}`})`.execute(
    house.owner,
  )
}

describe('a former customer, who is only in the archive', () => {
  beforeEach(async () => {
    await archived()
    await sql`update core.person set email = null where id = ${kari.personId}`.execute(house.owner)
  })

  it('is found by the address, and nothing is opened by that', async () => {
    expect(await claimantAt(legal(), kari.email.toUpperCase())).toEqual({
      subject: { accountId: kari.accountId, personId: kari.personId },
      alsoRecordedAs: [],
      everybody: [{ accountId: kari.accountId, personId: kari.personId }],
      inArchive: true,
      identity: 'unproven',
    })
    expect((await claimantAt(legal(), 'ukjent@firma.example')).identity).toBe('unknown')
    // A customer number names a firm, and no person.
    expect((await claimantAt(legal(), '10001')).identity).toBe('unknown')
  })

  it('gets the archive in the copy of everything', async () => {
    const held = await asPerson(house.for('rights_handling'), kari, (tx) => holdings(tx, inventory))
    expect(held.filter(({ table, rows }) => table === 'archive.inquiry' && rows.length > 0)).toHaveLength(1)
  })

  it('is not made one with another at the same address', async () => {
    await sql`insert into archive.person (account_id, id, email) select account_id, gen_random_uuid(), email from archive.person`.execute(
      house.owner,
    )
    expect(await claimantAt(legal(), kari.email)).toMatchObject({ subject: undefined, identity: 'shared_mailbox' })
  })
})
