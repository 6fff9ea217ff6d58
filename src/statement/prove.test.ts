import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { definitionsOf } from '#database'
import { evidenceKey, verifyLog } from '#evidence'
import { inventory } from '#inventory'
import { sampleController, saveController } from '#merchant'
import { attest } from '#sentence'
import { openTestHouse, type TestHouse } from '#testing'
import { sentences } from './clauses/clauses.ts'
import { prove, type Proof, type Workplace } from './prove.ts'
import { changes } from './revisions/changes.ts'
import { publishIfChanged } from './revisions/publish-if-changed.ts'
import { revisionInForce, revisions } from './revisions/revision-in-force.ts'

const evening = new Date('2026-11-22T20:00:00Z')
const night = new Date('2026-11-23T01:12:00Z')
const nextNight = new Date('2026-11-24T01:12:00Z')
const lastNight = new Date('2026-11-25T01:12:00Z')
// Each asks the whole statement, twice or thrice.
vi.setConfig({ testTimeout: 60_000 })

let house: TestHouse
let folder: string
beforeAll(async () => {
  house = await openTestHouse()
  folder = mkdtempSync(join(tmpdir(), 'prove-'))
  await saveController(house.owner, evening, sampleController)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await house.close()
})

const closed = () => Promise.reject(new Error('the site is closed'))
const place = (): Workplace => ({
  db: house.owner,
  inventory,
  key: evidenceKey(folder),
  visit: closed,
  dataDir: folder,
  made: () => definitionsOf(house.owner),
})
const proveAt = (now: Date) => prove(place(), now)
const stateIn = (proof: Proof, id: string) => proof.sentences.find((sentence) => sentence.id === id)!.state
const events = async () =>
  (
    await sql<{
      kind: string
      sentence: string
    }>`select kind, body ->> 'sentence' as sentence from evidence.entry where kind like 'sentence %' order by at`.execute(
      house.owner,
    )
  ).rows

it('publishes once, and again only when something changed', async () => {
  expect(await revisionInForce(house.for('deliver'), evening)).toBeUndefined()
  expect(await publishIfChanged(house.owner, evening)).toEqual({ revision: 1, changed: true })
  expect(await publishIfChanged(house.owner, night)).toEqual({ revision: 1, changed: false })
  await saveController(house.owner, night, { ...sampleController, phone: '+47 55 99 99 99' })
  expect(await publishIfChanged(house.owner, night)).toEqual({ revision: 2, changed: true })

  const [second, first] = await revisions(house.for('deliver'))
  expect(first!.texts.length).toBe(sentences.length)
  expect(changes(first, second!, 'nb').map(({ id }) => id)).toEqual(['contact.a-real-mailbox'])
  expect((await revisionInForce(house.for('deliver'), evening))!.revision).toBe(1)
  expect((await revisionInForce(house.for('deliver'), night))!.revision).toBe(2)
})

it('obeys a term that the merchant changed', async () => {
  await sql`insert into core.setting values ('terms', '{"contact.questions-are-answered": {"within": {"days": 14}}}', ${night}),
    ('reasons', '{"contact.questions-are-answered": "Vi er få om høsten."}', ${night})`.execute(house.owner)
  await publishIfChanged(house.owner, night)
  const inForce = await revisionInForce(house.for('deliver'), night)
  expect(inForce!.texts.find(({ id }) => id === 'contact.questions-are-answered')!.en).toContain('within 14 days')
})

it('tells what it could not look at, and calls it neither kept nor broken', async () => {
  const proof = await proveAt(night)
  expect(proof.failures.every(({ why }) => why.includes('the site is closed'))).toBe(true)
  expect(proof.failures.length).toBeGreaterThan(10)
  expect(stateIn(proof, 'cookies.nothing-on-arrival')).toBe('unproven')
  expect(stateIn(proof, 'registration.the-eight-fields')).toBe('kept')
  expect(proof.sentences.filter(({ state }) => state === 'broken').map(({ id }) => id)).toEqual([])
  expect(proof.score.kept + proof.score.stale + proof.score.unproven).toBe(153)
})

it('witnesses when a sentence breaks and when it is mended, and seals both', async () => {
  await house.owner.schema.alterTable('core.person').addColumn('shoe_size', 'integer').execute()
  const broken = await proveAt(nextNight)
  expect(stateIn(broken, 'registration.the-eight-fields')).toBe('broken')
  expect(await events()).toContainEqual({ kind: 'sentence broken', sentence: 'registration.the-eight-fields' })
  await house.owner.schema.alterTable('core.person').dropColumn('shoe_size').execute()
  expect(stateIn(await proveAt(lastNight), 'registration.the-eight-fields')).toBe('kept')
  expect(await events()).toContainEqual({ kind: 'sentence kept again', sentence: 'registration.the-eight-fields' })
  expect((await verifyLog(house.owner, evidenceKey(folder).publicKey)).faults).toEqual([])
})

it('believes a test that ran for this build, and says when it ran', async () => {
  const title = 'lists who looked up unusually many, their own surname, or one person again and again, and nobody else'
  const ran = { file: 'src/duties/breach/breach.test.ts', title, passed: true, at: nextNight }
  expect(stateIn(await prove(place(), lastNight), 'retention.unusual-look-ups-are-seen')).toBe('unproven')
  expect(stateIn(await prove({ ...place(), tests: [ran] }, lastNight), 'retention.unusual-look-ups-are-seen')).toBe('kept')
  expect(
    stateIn(
      await prove({ ...place(), tests: [{ ...ran, passed: false, at: lastNight }] }, lastNight),
      'retention.unusual-look-ups-are-seen',
    ),
  ).toBe('broken')
})

it('takes a member of staff at their word until it expires', async () => {
  const reviewed = sentences.find(({ id }) => id === 'inquiries.no-shadow-copies')!
  await sql`insert into auth."user" (id, name, email, "emailVerified") values ('pia', 'Pia', 'pia@ntcprofil.example', true)`.execute(
    house.owner,
  )
  await attest(house.for('legal_obligation'), night, {
    sentence: reviewed,
    control: 'the mailbox is emptied',
    word: 'Lest.',
    staffUserId: 'pia',
  })
  const word = (proof: Proof) =>
    proof.sentences.find(({ id }) => id === reviewed.id)!.controls.find(({ name }) => name === 'the mailbox is emptied')!.state
  expect(word(await proveAt(nextNight))).toBe('kept')
  expect(word(await proveAt(new Date('2026-12-25T01:12:00Z')))).toBe('stale')
})
