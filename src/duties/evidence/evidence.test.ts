import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { refused } from '#refusal'
import {
  erasePersonalContent,
  evidenceKey,
  publishedLog,
  receiptFor,
  seal,
  verifyLog,
  witness,
  type Receipt,
} from './evidence.ts'

const now = new Date('2026-11-23T10:00:00Z')
const later = new Date('2026-11-24T01:12:00Z')
const kari = '01890000-0000-7000-8000-000000000001'
let house: TestHouse
let folder: string
beforeAll(async () => {
  house = await openTestHouse()
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await house.close()
})

function verifier(receipt: Receipt, log?: unknown): string {
  const files = [receipt, ...(log ? [log] : [])].map((content, at) => {
    const file = join(folder, `${at}.json`)
    writeFileSync(file, JSON.stringify(content))
    return file
  })
  try {
    return execFileSync(process.execPath, [join(import.meta.dirname, 'verify-receipt.mjs'), ...files], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    return `refused: ${(error as { stdout: string }).stdout}`
  }
}

async function receipt(id: string): Promise<Receipt> {
  const answer = await receiptFor(house.owner, id, 'evidence')
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}

it('gives a receipt that a stranger can check offline, and that still holds when the content is destroyed', async () => {
  const key = evidenceKey(folder)
  expect(statSync(join(folder, 'secrets/evidence-key')).mode & 0o777).toBe(0o600)
  const db = house.for('administer')
  const ids: string[] = []
  for (const [minute, kind] of ['registered', 'objected', 'erased'].entries()) {
    const at = new Date(now.getTime() + minute * 60_000)
    ids.push(
      await db
        .transaction()
        .execute(async (tx) => (await witness(tx, at, { kind, subject: kari, body: { by: 'web', måte: ['ø', 1] } })).id),
    )
  }
  expect(await receiptFor(house.owner, ids[1]!, 'evidence')).toEqual({ refused: 'not sealed yet' })
  expect(await seal(house.owner, now, key)).toMatchObject({ treeSize: 3, appended: 3 })

  const given = await receipt(ids[1]!)
  expect(verifier(given)).toContain('✓ it is entry 1 of the 3 in the log')
  const log = await publishedLog(db)
  expect(verifier(given, log)).toContain('✓ the key is the published one')
  expect(verifier({ ...given, content: { ...given.content!, body: '{"by":"phone"}' } })).toContain('refused')
  expect(verifier({ ...given, leafIndex: 0 })).toContain('refused')
  expect(verifier({ ...given, entry: { ...given.entry, kind: 'consented' } })).toContain('refused')

  expect(await erasePersonalContent(house.owner, { subject: kari })).toBe(3)
  const emptied = await receipt(ids[1]!)
  expect(emptied.content).toBeUndefined()
  expect(verifier(emptied)).toContain('the personal content has been destroyed')
  expect((await verifyLog(house.owner, key.publicKey)).faults).toEqual([])
})

it('only ever grows: the new head proves that it holds the old one', async () => {
  const key = evidenceKey(folder)
  const before = (await seal(house.owner, later, key)).treeSize
  await witness(house.owner, later, { kind: 'later', body: {} })
  await seal(house.owner, later, key)
  const log = await publishedLog(house.for('deliver'))
  expect(log.consistency).toMatchObject({ from: before, to: before + 1 })
  expect(log.checkpoints[0]!.treeSize).toBe(before + 1)
})

it('notices content, kind and history that were changed behind its back', async () => {
  const key = evidenceKey(folder)
  const { id } = await witness(house.owner, later, { kind: 'consent given', body: { text: 'one' } })
  await seal(house.owner, later, key)
  const faults = async () => (await verifyLog(house.owner, key.publicKey)).faults.map(({ what }) => what)
  expect(await faults()).toEqual([])
  await house.owner
    .updateTable('evidence.entry')
    .set({ body: JSON.stringify({ text: 'two' }) })
    .where('id', '=', id)
    .execute()
  expect(await faults()).toEqual(['content'])
  await house.owner.updateTable('evidence.entry').set({ kind: 'consent refused' }).where('id', '=', id).execute()
  expect(await faults()).toEqual(['content', 'leaf'])
  await house.owner
    .updateTable('evidence.leaf')
    .set({ leaf_hash: Buffer.alloc(32) })
    .where('entry_id', '=', id)
    .execute()
  expect(await faults()).toContain('head')
})

it('cannot be changed or shortened by any role the application runs as', async () => {
  for (const purpose of ['deliver', 'administer', 'invoice', 'security', 'legal_obligation'] as const) {
    const db = house.for(purpose) as never as ReturnType<typeof house.for<'deliver'>>
    await expect(db.deleteFrom('evidence.entry' as never).execute()).rejects.toThrow(/permission denied/)
    await expect(db.deleteFrom('evidence.leaf' as never).execute()).rejects.toThrow(/permission denied/)
  }
})
