import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiptFor } from '#evidence'
import { runWaitingJobs } from '#jobs'
import { refused } from '#refusal'
import { erasePerson } from '#rights'
import { inventory, openTestHouse, plantPerson, type TestHouse } from '#testing'
import { tasks } from '../jobs.ts'
import type { Working } from '../working.ts'

const now = new Date('2026-11-23T10:00:00Z')
const dataDir = mkdtempSync(join(tmpdir(), 'receipts-'))
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('has a receipt for whoever was erased as soon as the waiting jobs have run', async () => {
  const ola = await plantPerson(house.owner, now, inventory)
  const { receipt } = await erasePerson(house.for('rights_handling'), now, ola, { inventory, channel: 'my_page' })
  const log = house.for('legal_obligation')
  const early = await receiptFor(log, receipt)
  expect(refused(early) && early.refused).toBe('not sealed yet')
  const sealing = tasks.filter(({ name }) => name === 'seal')
  await runWaitingJobs(house.url, sealing, { house: { owner: house.owner, dataDir }, now: () => now } as unknown as Working)
  const given = await receiptFor(log, receipt)
  expect(refused(given)).toBe(false)
  expect(JSON.stringify(given)).not.toContain(ola.personId)
})
