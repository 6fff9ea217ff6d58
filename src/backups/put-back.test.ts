import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressHash, isSuppressed, suppressionKey } from '#consent'
import { beginRestore, restoreUnderWay, whyNotOpen } from '#database'
import { copyLog, evidenceKey, receiptFor, seal, verifyLog } from '#evidence'
import { secret } from '#files'
import { ledgerIn } from '#ledger'
import { refused } from '#refusal'
import { erasePerson, objectToMarketing } from '#rights'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { backUp } from './back-up.ts'
import { finishRestore, putBack } from './put-back.ts'

const now = new Date('2026-11-24T10:00:00Z')
const lastWeek = new Date('2026-11-17T00:07:00Z')
let house: TestHouse
let dataDir: string
let kari: Planted
let fatima: Planted
let file: string

beforeEach(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'put-back-'))
  // The test server's application role is the run's own; its password stays.
  secret(dataDir, 'app-password', () => 'ordholden-test')
  kari = await plantPerson(house.owner, lastWeek, inventory)
  fatima = await plantPerson(house.owner, lastWeek, inventory)
  await house.owner.deleteFrom('core.objection').execute()
  await sealed()
  const taken = await backUp({ ownerUrl: house.ownerUrl, owner: house.owner, dataDir }, lastWeek)
  file = taken.file
})
afterEach(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('restoring last week’s backup', { timeout: 90_000 }, () => {
  it('erases again whom it brought back, and keeps a no to marketing a no', async () => {
    const receipt = await aWeekOfActs()
    const answer = await putBack({ ownerUrl: house.ownerUrl, dataDir, file, replace: true }, now)
    expect(refused(answer) || answer.carriedOut).toEqual({ erasure: 1, objection: 1, suppression: 1 })
    expect(await persons()).toEqual([fatima.personId])
    expect(await markersOf(kari)).toEqual([])
    const marketing = house.for('marketing')
    expect(await isSuppressed(marketing, suppressionKey(dataDir), fatima.email)).toBe(true)
    expect(await marketing.selectFrom('person').select('id').execute()).toEqual([])
    expect(refused(await receiptFor(house.owner, receipt, 'evidence'))).toBe(false)
    expect((await verifyLog(house.owner, evidenceKey(dataDir).publicKey)).faults).toEqual([])
    const restored = await house.owner.selectFrom('evidence.entry').select('body').where('kind', '=', 'backup restored').execute()
    expect(restored).toMatchObject([
      { body: { takenAt: lastWeek.toISOString(), doneAgain: { erasure: 1, objection: 1, suppression: 1 } } },
    ])
  })

  it('leaves every signed head as it was published: the log goes on, and is not forked', async () => {
    await aWeekOfActs()
    const heads = () =>
      house.owner.selectFrom('evidence.checkpoint').select(['tree_size', 'root_hash']).orderBy('tree_size').execute()
    const published = await heads()
    await putBack({ ownerUrl: house.ownerUrl, dataDir, file, replace: true }, now)
    const after = await heads()
    expect(after.slice(0, published.length)).toEqual(published)
    expect(after.length).toBe(published.length + 1)
  })

  it('lets nobody keep a session or a link from then', async () => {
    await putBack({ ownerUrl: house.ownerUrl, dataDir, file, replace: true }, now)
    const { rows } = await sql<{
      left: number
    }>`select (select count(*) from auth.session)::int + (select count(*) from auth.verification)::int as left`.execute(
      house.owner,
    )
    expect(rows[0]!.left).toBe(0)
  })

  it('touches nothing when the file is another’s, the database is not empty, or the ledger is not the one that belongs to it', async () => {
    await aWeekOfActs()
    const place = { ownerUrl: house.ownerUrl, dataDir, file }
    expect(await putBack(place, now)).toMatchObject({ refused: 'the database is not empty' })
    rmSync(join(dataDir, 'ledger'), { recursive: true })
    await ledgerIn(dataDir).enter(house.owner, now, { what: 'suppression', address: 'another', kind: 'email', channel: 'letter' })
    const behind = await backUp(
      { ownerUrl: house.ownerUrl, owner: house.owner, dataDir, file: join(dataDir, 'later.backup') },
      now,
    )
    rmSync(join(dataDir, 'ledger'), { recursive: true })
    expect(await putBack({ ...place, file: behind.file, replace: true }, now)).toMatchObject({
      refused: 'the ledger does not reach back to the backup',
    })
    rmSync(join(dataDir, 'secrets/backup-key'))
    await expect(putBack({ ...place, replace: true }, now)).rejects.toThrow('another key')
    expect(await restoreUnderWay(house.ownerUrl)).toBeUndefined()
    expect(await persons()).toEqual([fatima.personId])
  })

  it('is begun as a whole, or not at all: a shop that is neither open nor closed cannot be left behind', async () => {
    await expect(beginRestore(house.ownerUrl, now, { file: null as never, takenAt: lastWeek })).rejects.toThrow('null value')
    expect(await restoreUnderWay(house.ownerUrl)).toBeUndefined()
    const left = await sql`select 1 from pg_namespace where nspname = 'restored'`.execute(house.owner)
    expect(left.rows).toEqual([])
  })

  it('opens for nobody while it is not over, and is finished by the next run wherever it was killed', async () => {
    await aWeekOfActs()
    const killed = new Error('killed')
    const dies = (during: string) => (step: string) => {
      if (step === during) throw killed
    }
    await expect(
      putBack({ ownerUrl: house.ownerUrl, dataDir, file, replace: true, progress: dies('loading') }, now),
    ).rejects.toThrow('killed')
    const loading = (await restoreUnderWay(house.ownerUrl))!
    expect(whyNotOpen(loading)).toContain(`npm run restore -- ${file}`)
    const again = () => {
      throw killed
    }
    await expect(putBack({ ownerUrl: house.ownerUrl, dataDir, file, replace: true, again }, now)).rejects.toThrow('killed')
    expect(await restoreUnderWay(house.ownerUrl)).toMatchObject({ stage: 'loaded', takenAt: lastWeek })
    await finishRestore({ ownerUrl: house.ownerUrl, dataDir }, now)
    expect(await restoreUnderWay(house.ownerUrl)).toBeUndefined()
    expect(await persons()).toEqual([fatima.personId])
    expect(await markersOf(kari)).toEqual([])
  })
})

/** Kari is erased and Fatima says no; answers Kari's receipt. */
async function aWeekOfActs(): Promise<string> {
  const rights = house.for('rights_handling')
  const ledger = ledgerIn(dataDir)
  const objection = { scope: 'marketing', channel: 'my_page', suppressionKey: suppressionKey(dataDir), ledger } as const
  await objectToMarketing(rights, now, fatima, objection)
  expect(addressHash(suppressionKey(dataDir), fatima.email)).toHaveLength(64)
  const { receipt } = await erasePerson(rights, now, kari, { inventory, channel: 'my_page', ledger })
  await sealed()
  return receipt
}

async function sealed(): Promise<void> {
  await seal(house.owner, now, evidenceKey(dataDir))
  await copyLog(house.owner, now, dataDir)
}

async function persons(): Promise<string[]> {
  return (await house.owner.selectFrom('core.person').select('id').execute()).map(({ id }) => id)
}

/** Where the person stands, but for what a law keeps of them after any erasure: see erase-person.test.ts. */
async function markersOf({ personId, email }: Planted): Promise<string[]> {
  const { rows } = await sql<{
    table: string
  }>`select distinct "table" from house.residue(${`${personId}|${email}`}, ${[personId]}::uuid[], ${[personId, email]}::text[], '{}')
    where "rows" > 0`.execute(house.owner)
  const kept = inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table as string)
  return rows.map(({ table }) => table).filter((table) => !kept.includes(table))
}
