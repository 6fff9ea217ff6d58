import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressHash, suppressionKey } from '#consent'
import { ledgerIn, outstanding, readLedger, type Act } from '#ledger'
import { erasePerson, objectToMarketing } from '#rights'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { carryOut, type Again } from './carry-out.ts'
import { notUndone } from './not-undone.ts'

const now = new Date('2026-11-24T10:00:00Z')
let house: TestHouse
let dataDir: string
let again: Again
let kari: Planted
let colleague: Planted

beforeEach(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'carry-out-'))
  again = { owner: house.owner, rights: house.for('rights_handling'), inventory, dataDir }
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
})
afterEach(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('an act that a restore must not undo', () => {
  it('stands in the ledger, with ids and nothing about the person', async () => {
    const rights = house.for('rights_handling')
    const ledger = ledgerIn(dataDir)
    await objectToMarketing(rights, now, kari, {
      scope: 'marketing',
      channel: 'my_page',
      suppressionKey: suppressionKey(dataDir),
      ledger,
    })
    await erasePerson(rights, now, kari, { inventory, channel: 'my_page', ledger })
    expect(readLedger(dataDir).map(({ what }) => what)).toEqual(['suppression', 'objection', 'erasure'])
    const text = readFileSync(join(dataDir, 'ledger/acts.jsonl'), 'utf8')
    expect(kari.needles.filter(({ needle }) => text.includes(needle))).toEqual([])
    expect(await outstanding(house.owner, dataDir)).toEqual([])
  })

  it('is not entered when it came to nothing', async () => {
    await sql`alter table evidence.erasure_certificate rename to mislaid`.execute(house.owner)
    await expect(erasePerson(house.for('rights_handling'), now, kari, order())).rejects.toThrow('erasure_certificate')
    expect(readLedger(dataDir)).toEqual([])
  })

  it('is completed when we were killed between the line and the commit', async () => {
    await killedBeforeCommit({ what: 'erasure', case: crypto.randomUUID(), channel: 'my_page', persons: [subject(kari)] })
    expect(await persons()).toEqual([colleague.personId, kari.personId].toSorted())
    expect(await carryOut(again, now)).toEqual({ erasure: 1 })
    expect(await persons()).toEqual([colleague.personId])
    expect(await residueOf(kari)).toBe(0)
    expect(await carryOut(again, now)).toEqual({})
  })

  it('goes on with the claim that was open, and files another only where there is none', async () => {
    const claim = crypto.randomUUID()
    await sql`insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
      values (${kari.accountId}, ${claim}, ${kari.personId}, 'erasure', 'phone', ${now}, '2026-12-24')`.execute(house.owner)
    await killedBeforeCommit({ what: 'erasure', case: claim, channel: 'phone', persons: [subject(kari)] })
    await carryOut(again, now)
    const claims = await house.owner
      .selectFrom('core.rights_case')
      .select(['id', 'closed_at'])
      .where('kind', '=', 'erasure')
      .execute()
    expect(claims).toEqual([{ id: claim, closed_at: null }])
  })

  it('is done again though the database believes that it was, when the person is there again', async () => {
    await killedBeforeCommit({ what: 'erasure', case: crypto.randomUUID(), channel: 'letter', persons: [subject(kari)] })
    const [line] = readLedger(dataDir)
    await sql`insert into evidence.ledger_line values (${line!.id}, ${now})`.execute(house.owner)
    expect(await carryOut(again, now)).toEqual({ erasure: 1 })
    expect(await persons()).toEqual([colleague.personId])
  })

  it('is only noted when its person was never here', async () => {
    await killedBeforeCommit({
      what: 'erasure',
      case: crypto.randomUUID(),
      channel: 'letter',
      persons: [{ accountId: crypto.randomUUID(), personId: crypto.randomUUID() }],
    })
    const before = await cases()
    expect(await carryOut(again, now)).toEqual({ erasure: 1 })
    expect(await carryOut(again, now)).toEqual({})
    expect(await cases()).toBe(before)
  })

  it('takes a restriction and its lifting back, in the order they came', async () => {
    await house.owner.deleteFrom('core.restriction').execute()
    const [stands, lifted] = [crypto.randomUUID(), crypto.randomUUID()]
    const more = { ...subject(kari), case: crypto.randomUUID(), ground: 'accuracy_contested', category: null }
    await killedBeforeCommit({ what: 'restriction', restriction: lifted, ...more })
    await killedBeforeCommit({ what: 'restriction', restriction: stands, ...more })
    await killedBeforeCommit({ what: 'lifting', ...subject(kari), restriction: lifted })
    expect(await notUndone(house.owner, dataDir, inventory)).toContain(`core.restriction ${stands}`)
    expect(await carryOut(again, now)).toEqual({ restriction: 2, lifting: 1 })
    const rows = await house.owner.selectFrom('core.restriction').select('id').where('lifted_at', 'is', null).execute()
    expect(rows).toEqual([{ id: stands }])
    const seen = await house.for('administer').selectFrom('person').select('id').execute()
    expect(seen).toEqual([{ id: colleague.personId }])
    expect(await notUndone(house.owner, dataDir, inventory)).toEqual([])
  })

  it('tells the case that its restriction was lifted again, when the backup has the case, so that the statement holds', async () => {
    await house.owner.deleteFrom('core.restriction').execute()
    const [restriction, claim] = [crypto.randomUUID(), crypto.randomUUID()]
    await sql`insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
      values (${kari.accountId}, ${claim}, ${kari.personId}, 'restriction', 'my_page', ${now}, '2026-12-24')`.execute(house.owner)
    const put = { restriction, ...subject(kari), case: claim, ground: 'unlawful_keep', category: null }
    await killedBeforeCommit({ what: 'restriction', ...put })
    await killedBeforeCommit({ what: 'lifting', ...subject(kari), restriction })
    await carryOut(again, now)
    await carryOut(again, now)
    const { rows } = await sql<{
      what: string
    }>`select e.what from core.rights_event e join core.restriction r on r.case_id = e.case_id
      where r.id = ${restriction} and e.at = r.lifted_at and e.by_role = 'system'`.execute(house.owner)
    expect(rows).toEqual([{ what: 'lifted again' }])
  })

  it('takes objection, withdrawal and suppression back as well, also of somebody who is not here', async () => {
    await house.owner.deleteFrom('core.objection').execute()
    await sql`update core.consent set withdrawn_at = null`.execute(house.owner)
    const consent = await house.owner
      .selectFrom('core.consent')
      .select('id')
      .where('person_id', '=', kari.personId)
      .executeTakeFirstOrThrow()
    const gone = addressHash(suppressionKey(dataDir), 'fatima@borte.example')
    await killedBeforeCommit({ what: 'suppression', address: gone, kind: 'email', channel: 'letter' })
    await killedBeforeCommit({ what: 'objection', ...subject(kari), scope: 'contact', channel: 'phone' })
    await killedBeforeCommit({ what: 'withdrawal', ...subject(kari), consent: consent.id })
    expect(await carryOut(again, now)).toEqual({ suppression: 1, objection: 1, withdrawal: 1 })
    const objections = await house.owner.selectFrom('core.objection').select(['person_id', 'scope']).execute()
    expect(objections).toEqual([{ person_id: kari.personId, scope: 'contact' }])
    const hashes = await house.owner.selectFrom('core.suppression').select('address_hash').execute()
    expect(hashes.map(({ address_hash }) => address_hash)).toEqual(
      expect.arrayContaining([gone, addressHash(suppressionKey(dataDir), kari.email)]),
    )
    const withdrawn = await house.owner.selectFrom('core.consent').select('id').where('withdrawn_at', 'is not', null).execute()
    expect(withdrawn).toEqual([{ id: consent.id }])
    expect(readLedger(dataDir)).toHaveLength(3)
    expect(await carryOut(again, now)).toEqual({})
  })
})

function order() {
  return { inventory, channel: 'my_page', ledger: ledgerIn(dataDir) } as const
}

function subject({ accountId, personId }: Planted) {
  return { accountId, personId }
}

/** The line is on the disk; the transaction it belongs to never commits. */
async function killedBeforeCommit(act: Act): Promise<void> {
  const killed = house
    .for('rights_handling')
    .transaction()
    .execute(async (tx) => {
      await ledgerIn(dataDir).enter(tx, now, act)
      throw new Error('killed')
    })
  await expect(killed).rejects.toThrow('killed')
}

async function persons(): Promise<string[]> {
  return (await house.owner.selectFrom('core.person').select('id').execute()).map(({ id }) => id).toSorted()
}

async function cases(): Promise<number> {
  return (await house.owner.selectFrom('core.rights_case').select('id').execute()).length
}

async function residueOf({ personId, email }: Planted): Promise<number> {
  const { rows } = await sql<{
    table: string
  }>`select "table" from house.residue(${`${personId}|${email}`}, ${[personId]}::uuid[], ${[personId, email]}::text[], '{}')
    where "rows" > 0`.execute(house.owner)
  const kept = inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table as string)
  return rows.filter(({ table }) => !kept.includes(table)).length
}
