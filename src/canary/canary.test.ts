import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory } from '#inventory'
import type { Declared } from '#personal-data'
import { openTestHouse, type TestHouse } from '#testing'
import { canary, type Faults } from './canary.ts'

const now = new Date('2026-11-24T00:40:00Z')
let house: TestHouse
let dataDir: string
beforeAll(async () => {
  house = await openTestHouse()
  dataDir = mkdtempSync(join(tmpdir(), 'canary-'))
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const look = (faults: Faults = {}) => canary({ owner: house.owner, dataDir }, now, faults)

describe('the nightly canary', { timeout: 180_000 }, () => {
  it('leaves nothing in any table, index, statistic, job, letter, file, log or backup, and the house it lived in is gone', async () => {
    const { found, looked } = await look()
    expect(found).toEqual([])
    expect(looked).toBeGreaterThan(300)
    expect(existsSync(join(dataDir, 'drill'))).toBe(false)
    const told = await house.owner.selectFrom('evidence.entry').select('body').where('kind', '=', 'canary searched').execute()
    expect(told).toEqual([{ body: { found: 0, of: looked } }])
    expect(await house.owner.selectFrom('core.person').select('id').execute()).toEqual([])
  })

  it.each<[string, Faults, string]>([
    [
      'one table is left out of the erasure',
      { inventory: inventory.map((each) => (each.table === 'core.mail' ? withoutErasure(each) : each)) },
      'row core.mail',
    ],
    ['the planner’s samples are not forgotten', { untidy: true }, 'page pg_statistic'],
    ['a backup is restored and the ledger is not', { ledgerLost: true }, 'restored row core.person'],
  ])('turns red when %s', async (_what, faults, where) => {
    expect((await look(faults)).found).toContain(where)
  })
})

function withoutErasure(table: Declared): Declared {
  const { erasure, ...kept } = table
  expect(erasure).toBe('delete')
  return kept
}
