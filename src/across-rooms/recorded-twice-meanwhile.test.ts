/** Whoever is recorded twice and does two things at once, one from each record: both are answered, and neither waits for the other forever. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '#clock'
import { ledgerIn } from '#ledger'
import type { Purposes, Subject } from '#purposes'
import {
  announceLifting,
  demandRestriction,
  demandStop,
  erasePerson,
  liftAnnounced,
  objectToMarketing,
  oneClaim,
  receiveClaim,
  samePerson,
  takeBackConsent,
} from '#rights'
import { inventory, oneAfterTheOther, openTestHouse, sampleOffice, type TestHouse } from '#testing'
import { kariOfFjordbris, monday as now, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
const dataDir = mkdtempSync(join(tmpdir(), 'recorded-twice-'))
const office = sampleOffice(dataDir)
let one: Subject
let other: Subject
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  const records = [await kariOfFjordbris(house), await kariOfFjordbris(house)]
  ;[one, other] = records.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)) as [Subject, Subject]
})

type Handles = Pick<Purposes, 'for'>
type Act = (purposes: Handles, from: Subject) => Promise<unknown>
const hands = (purposes: Handles) => ({ legal: purposes.for('legal_obligation'), rights: purposes.for('rights_handling') })
const also = (subject: Subject) => samePerson(house.for('legal_obligation'), subject)

const erases: Act = async (purposes, from) =>
  erasePerson(purposes.for('rights_handling'), now, from, {
    inventory,
    channel: 'my_page',
    alsoRecordedAs: await also(from),
    ledger: ledgerIn(dataDir),
    folder: dataDir,
  })

/** What she does, and what she is told when the erasure was first. */
const acts: Record<string, { readonly act: Act; readonly tooLate: unknown }> = {
  'erases herself': { act: erases, tooLate: expect.objectContaining({ receipt: expect.any(String) }) },
  'says no to marketing': {
    act: async (purposes, from) =>
      objectToMarketing(purposes.for('rights_handling'), now, from, {
        scope: 'marketing',
        channel: 'my_page',
        alsoRecordedAs: await also(from),
        suppressionKey: office.suppressionKey,
        ledger: office.ledger!,
      }),
    tooLate: 410,
  },
  'takes her consents back': {
    act: async (purposes, from) =>
      takeBackConsent(purposes.for('rights_handling'), now, from, { language: 'nb', alsoRecordedAs: await also(from) }, office),
    tooLate: 410,
  },
  'objects to what we do': {
    act: (purposes, from) => demandStop(hands(purposes), now, from, { text: 'Nei', language: 'nb' }, office),
    tooLate: 410,
  },
  'restricts what we do': {
    act: (purposes, from) =>
      demandRestriction(hands(purposes), now, from, { ground: 'unlawful_keep', scope: {}, text: '', language: 'nb' }, office),
    tooLate: 410,
  },
  'writes that something is wrong': {
    act: (purposes) => receiveClaim(hands(purposes), now, written, office),
    tooLate: expect.objectContaining({ identity: 'unknown' }),
  },
  'is lifted by the night': { act: (purposes) => liftAnnounced(hands(purposes), later, office.ledger!), tooLate: 0 },
}
const written = {
  kind: 'rectification',
  channel: 'email',
  address: 'kari@fjordbris.example',
  text: 'Navnet er feil',
  language: 'nb',
  receivedAt: now,
} as const
const later = new Date('2026-11-27T10:00:00Z')

describe.each(Object.entries(acts))(
  'whoever %s from one record while they are being erased from the other',
  (what, { act, tooLate }) => {
    const begun = async () => {
      if (what === 'is lifted by the night') await announced()
    }

    it('has it done and erased with them when it was first', async () => {
      await begun()
      const { answer, second } = await twoRecordsHeld(
        (handles) => act(handles, other),
        (handles) => erases(handles, one),
      )
      expect(answer).not.toEqual(tooLate === 410 ? 410 : 0)
      expect(second).toHaveProperty('receipt')
      expect(await rowsAbout()).toEqual([])
    })

    it('is told so when the erasure was first, and leaves nothing of nobody', async () => {
      await begun()
      const { answer, second } = await twoRecordsHeld(
        (handles) => erases(handles, other),
        (handles) => act(handles, one),
      )
      expect(answer).toHaveProperty('receipt')
      expect(second).toEqual(tooLate)
      expect(await rowsAbout()).toEqual([])
    })
  },
)

/** The first has held one of the two records, and not the other, when the second begins. */
function twoRecordsHeld(first: (handles: Handles) => Promise<unknown>, last: (handles: Handles) => Promise<unknown>) {
  let held = 0
  return oneAfterTheOther(house, first, last, (words) => /hold_person|for key share/.test(words) && ++held === 2)
}

async function announced(): Promise<void> {
  const opened = (await receiveClaim(hands(house), now, written, office)) as { readonly accountId: string; readonly id: string }
  const found = (await oneClaim(house.for('legal_obligation'), opened))!
  const why = 'Vi har sett på det, og navnet er det som står i Enhetsregisteret.'
  expect(
    await announceLifting(house.for('legal_obligation'), now, found, why, { userId: 'ingrid', role: 'privacy_officer' }, office),
  ).toEqual({
    takesEffectOn: dayOf(later),
  })
}

/** Every table in which either record still stands, but where a law keeps it. */
async function rowsAbout(): Promise<string[]> {
  const ids = [one.personId, other.personId]
  const kept = new Set(inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table))
  const tables = inventory.filter(({ table, person }) => person !== undefined && !kept.has(table))
  const found: string[] = []
  for (const { table, person } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(person!)} = any(${ids})`.execute(house.owner)
    if (rows.length > 0) found.push(table)
  }
  expect(tables.length).toBeGreaterThan(15)
  return found
}
