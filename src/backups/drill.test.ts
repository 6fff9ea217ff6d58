import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { suppressionKey } from '#consent'
import { copyLog, evidenceKey, seal } from '#evidence'
import { ledgerIn } from '#ledger'
import { erasePerson, objectToMarketing } from '#rights'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { backUp } from './back-up.ts'
import { drill } from './drill.ts'

const now = new Date('2026-11-24T00:20:00Z')
let house: TestHouse
let dataDir: string
let kari: Planted
let fatima: Planted
beforeEach(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'drill-'))
  kari = await plantPerson(house.owner, now, inventory)
  fatima = await plantPerson(house.owner, now, inventory)
})
afterEach(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const place = () => ({ owner: house.owner, dataDir })

describe('the nightly drill', { timeout: 120_000 }, () => {
  it('does nothing while there is no backup', async () => {
    expect(await drill(place(), now)).toBeUndefined()
  })

  it('restores the newest backup, does the ledger again, finds nobody who was erased, and leaves nothing behind', async () => {
    await backUp({ ownerUrl: house.ownerUrl, ...place() }, now)
    await aDayOfActs()
    const ledger = readFileSync(join(dataDir, 'ledger/acts.jsonl'), 'utf8')
    const heads = await house.owner.selectFrom('evidence.checkpoint').select('tree_size').execute()
    expect(await drill(place(), now)).toMatchObject({ found: 0, of: 3, takenAt: now.toISOString() })
    expect(existsSync(join(dataDir, 'drill'))).toBe(false)
    // The rehearsal writes nowhere: not in the ledger, not in the log, not in the live database.
    expect(readFileSync(join(dataDir, 'ledger/acts.jsonl'), 'utf8')).toBe(ledger)
    expect(await house.owner.selectFrom('evidence.checkpoint').select('tree_size').execute()).toEqual(heads)
    const { rows } = await sql<{ body: object }>`select body from evidence.entry where kind = 'restore drilled'`.execute(
      house.owner,
    )
    expect(rows).toMatchObject([{ body: { found: 0, of: 3, backups: 1, tooOld: 0 } }])
  })

  it('tells when what the ledger says was not done in the copy', async () => {
    await backUp({ ownerUrl: house.ownerUrl, ...place() }, now)
    await aDayOfActs()
    // The fault: the ledger is emptied while the copy is being loaded, and is there again when it is looked at.
    const file = join(dataDir, 'ledger/acts.jsonl')
    const whole = readFileSync(file, 'utf8')
    const missing = await drill(
      { ...place(), loaded: () => writeFileSync(file, ''), doneAgain: () => writeFileSync(file, whole) },
      now,
    )
    expect(missing!.found).toBeGreaterThan(3)
  })
})

async function aDayOfActs(): Promise<void> {
  const rights = house.for('rights_handling')
  const ledger = ledgerIn(dataDir)
  await objectToMarketing(rights, now, fatima, {
    scope: 'marketing',
    channel: 'my_page',
    suppressionKey: suppressionKey(dataDir),
    ledger,
  })
  await erasePerson(rights, now, kari, { inventory, channel: 'my_page', ledger })
  await seal(house.owner, now, evidenceKey(dataDir))
  await copyLog(house.owner, now, dataDir)
}
