import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerIn } from '#ledger'
import { asPerson } from '#purposes'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { claimantAt } from './claimant-at.ts'
import { erasePerson } from './erase-person.ts'
import { giveAccess } from './give-access.ts'
import { holdings } from './holdings.ts'
import { samePerson } from './same-person.ts'
import { setAside } from './set-aside.ts'

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
      subject: { accountId: kari.accountId, personId: kari.personId, inArchive: true },
      everybody: [{ accountId: kari.accountId, personId: kari.personId, inArchive: true }],
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

describe('a customer who was one before', () => {
  const earlier = { accountId: '01890000-0000-7000-8000-00000000ea01', personId: '01890000-0000-7000-8000-00000000ea02' }
  const lies = (email: string, first: string | null = null) =>
    sql`insert into archive.person (account_id, id, first_name, email) values (${earlier.accountId}, ${earlier.personId}, ${first}, ${email})`.execute(
      house.owner,
    )
  const written = () =>
    sql`insert into archive.inquiry (account_id, id, person_id, subject, body)
      values (${earlier.accountId}, gen_random_uuid(), ${earlier.personId}, 'Kopper', 'Den gamle koppen')`.execute(house.owner)
  const { controller } = sampleOffice()

  it('is known to lie there, by the address and no other name, and finding it opens nothing', async () => {
    await lies(kari.email.toUpperCase())
    expect(await samePerson(legal(), kari)).toEqual([{ ...earlier, inArchive: true }])
    expect(await claimantAt(legal(), kari.email)).toMatchObject({ subject: { personId: kari.personId } })
    await sql`update archive.person set first_name = 'Anton' where id = ${earlier.personId}`.execute(house.owner)
    expect(await samePerson(legal(), kari)).toEqual([])
    expect(
      await house.owner.selectFrom('core.archive_opening').select('id').where('person_id', '=', earlier.personId).execute(),
    ).toEqual([])
    await expect(
      sql`select * from house.same_in_archive(${kari.accountId}, ${kari.personId})`.execute(house.for('deliver')),
    ).rejects.toThrow('permission denied')
  })

  it('is known also while the address is restricted', async () => {
    await lies(kari.email)
    await asPerson(house.for('rights_handling'), kari, (tx) => setAside(tx, now, kari, ['email']))
    expect(await samePerson(legal(), kari)).toEqual([{ ...earlier, inArchive: true }])
  })

  it('gets it in the copy, is told where it lies, and has it erased with the rest', async () => {
    await lies(kari.email)
    await written()
    const alsoRecordedAs = await samePerson(legal(), kari)
    const asked = { inventory, controller, language: 'nb', alsoRecordedAs } as const
    const { found } = await giveAccess(house.for('rights_handling'), now, kari, asked)
    expect(JSON.stringify(found.data)).toContain('Den gamle koppen')
    expect(found.explained.archive).toContain('låste kravarkivet')
    const alone = await giveAccess(house.for('rights_handling'), now, kari, { ...asked, alsoRecordedAs: [] })
    expect(JSON.stringify(alone.found)).not.toContain('låste kravarkivet')
    expect(JSON.stringify(alone.found.data)).not.toContain('Den gamle koppen')
    const folder = mkdtempSync(join(tmpdir(), 'archive-and-rights-'))
    await erasePerson(house.for('rights_handling'), now, kari, {
      inventory,
      channel: 'my_page',
      alsoRecordedAs,
      folder,
      ledger: ledgerIn(folder),
    })
    const { rows } = await sql`select 1 from archive.person where id = ${earlier.personId}
      union all select 1 from archive.inquiry where person_id = ${earlier.personId}`.execute(house.owner)
    expect(rows).toEqual([])
  })
})
