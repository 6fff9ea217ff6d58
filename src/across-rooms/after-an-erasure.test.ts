/** Whoever comes back after an erasure, and whatever was under way to them: nobody is known, and no row of nobody comes into being. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notReached, tellOfSource, toldOtherwise } from '#customers'
import { ledgerIn } from '#ledger'
import { sampleController } from '#merchant'
import type { Purposes, Subject } from '#purposes'
import { refused } from '#refusal'
import {
  answerClaim,
  claimByLink,
  confirmClaim,
  erasePerson,
  eraseForClaim,
  giveAccess,
  identityShown,
  linkClaimant,
  makeReady,
  oneClaim,
  receiveClaim,
  restrictForClaim,
  takeAlong,
  useException,
  type Kind,
} from '#rights'
import { publishIfChanged } from '#statement'
import { inventory, oneAfterTheOther, openTestHouse, sampleOffice, told, type TestHouse } from '#testing'
import { kariOfFjordbris, monday as now, website, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
const dataDir = mkdtempSync(join(tmpdir(), 'after-an-erasure-'))
const office = sampleOffice(dataDir)
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
  await publishIfChanged(house.owner, now)
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Handles = Pick<Purposes, 'for'>
type Kari = Subject & { readonly email: string }
const hands = () => ({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') })
const officer = { userId: 'ingrid', role: 'privacy_officer' }
const facts = 'Kravet gjelder en vare som er levert, og hun må nås for at det kan gjøres opp.'
let kari: Kari
beforeEach(async () => {
  const email = `kari.${crypto.randomUUID()}@fjordbris.example`
  kari = { ...(await kariOfFjordbris(house)), email }
  await house.owner.updateTable('core.person').set({ email }).where('id', '=', kari.personId).execute()
})

const erases = (purposes: Handles = house, { accountId, personId }: Subject = kari) => {
  const order = { inventory, channel: 'my_page', ledger: ledgerIn(dataDir), folder: dataDir } as const
  return erasePerson(purposes.for('rights_handling'), now, { accountId, personId }, order)
}
const claims = async (kind: Kind) => {
  const claim = { kind, channel: 'email', address: kari.email, text: 'Hei', language: 'nb', receivedAt: now } as const
  const opened = await receiveClaim(hands(), now, claim, office)
  if (refused(opened)) throw new Error(opened.refused)
  return opened
}
const read = async (key: { readonly accountId: string; readonly id: string }) =>
  (await oneClaim(house.for('legal_obligation'), key))!
const linkTo = async (accountId: string) => {
  const letters = await house.owner.selectFrom('core.mail').select('body').where('account_id', '=', accountId).execute()
  return letters.flatMap(({ body }) => /\/krav\/([\w-]{43})/.exec(body)?.[1] ?? []).at(-1)!
}
/** By name, after an erasure with nothing else to it: the company, the case, what the night looks for, and who was asked to delete too. */
const survivors = [
  'core.account',
  'core.erasure_search',
  'core.instruction',
  'core.instruction_subject',
  'core.rights_case',
  'core.rights_event',
]

describe('from my page, in a window that was open', () => {
  it('hands over nothing and takes nothing along, and files no case of nobody', async () => {
    await erases()
    const before = await everything(kari.accountId)
    const asked = { inventory, controller: sampleController, language: 'nb' } as const
    expect(await told(giveAccess(house.for('rights_handling'), now, kari, asked))).toBe(410)
    expect(await told(takeAlong(house.for('rights_handling'), now, kari, asked))).toBe(410)
    expect(await everything(kari.accountId)).toEqual(before)
    expect(Object.keys(before)).toEqual(survivors)
  })
})

describe('a claim from her address', () => {
  it.each(['access', 'portability', 'rectification', 'objection', 'erasure'] as const)(
    'for %s is a stranger’s: it has its clock, stops nobody, and the search finds no more than whom to tell of a silent supplier',
    async (kind) => {
      await erases()
      const before = await everything(kari.accountId)
      const opened = await claims(kind)
      expect(opened).toMatchObject({ identity: 'unknown', dueOn: '2026-12-23' })
      expect(opened.accountId).not.toBe(kari.accountId)
      const confirmed = async (token: string) =>
        confirmClaim(hands(), now, (await claimByLink(house.for('legal_obligation'), now, token))!, token, office)
      const token = await linkTo(opened.accountId)
      // Her address is still with whoever was asked to delete too, so that she can be told if they are silent.
      expect(await confirmed(token)).toEqual({ answer: 'a person will answer' })
      expect(await everything(kari.accountId)).toEqual(before)
      expect(Object.keys(await everything(opened.accountId))).toEqual([
        'core.mail',
        'core.rights_case',
        'core.rights_event',
        'core.rights_link',
        'core.rights_message',
      ])
      await sql`delete from core.instruction_subject`.execute(house.owner)
      expect(await confirmed(token)).toMatchObject({ answer: 'nothing held' })
    },
  )

  it('that was under way when she was erased stays as a case of nobody, which cannot be turned on her again', async () => {
    const opened = await claims('access')
    await identityShown(house.for('legal_obligation'), now, await read(opened), officer)
    const token = await linkTo(kari.accountId)
    await erases()
    const before = await everything(kari.accountId)
    const claim = await read(opened)
    expect([claim.claim.person_id, claim.person, claim.messages]).toEqual([null, undefined, []])
    expect(await claimByLink(house.for('legal_obligation'), now, token)).toBeUndefined()
    expect(await makeReady(hands(), now, claim, officer, office)).toEqual({ refused: 'no safe address' })
    expect(await eraseForClaim(hands(), now, claim, office)).toEqual({ refused: 'nobody to erase' })
    expect(await restrictForClaim(hands(), now, claim, 'unlawful_keep', {})).toEqual({ refused: 'no person' })
    expect(await useException(hands().rights, now, claim, { exception: 'legal_claim', reason: facts }, officer)).toEqual({
      refused: 'no person',
    })
    expect(await linkClaimant(hands(), now, claim, kari.email, officer, office)).toMatchObject({ refused: 'nobody there' })
    expect(await everything(kari.accountId)).toEqual(before)
    expect(Object.keys(before)).toEqual(survivors)
    const answer = { text: 'Du ble slettet mens vi arbeidet med dette.', pending: [], relevant: true }
    expect(await answerClaim(hands(), now, claim, answer, officer, office)).toHaveProperty('receipt')
    expect(Object.keys(await everything(kari.accountId))).toEqual([...survivors, 'core.rights_message'])
  })
})

describe('somebody others gave us', () => {
  const given = (whom: Subject) =>
    sql`insert into core.provenance select ${whom.accountId}, ${whom.personId}, f, 'colleague', 'desk', 'staff', ${now} from unnest(array['email']) f`.execute(
      house.owner,
    )
  const tells = (purposes: Handles = house) => tellOfSource(purposes.for('legal_obligation'), now, website)
  const letters = async (to: string) =>
    (await house.owner.selectFrom('core.mail').select('kind').where('to_address', '=', to).execute()).map(({ kind }) => kind)
  beforeEach(async () => {
    await sql`truncate core.provenance`.execute(house.owner)
    await given(kari)
  })

  it('and who is erased before they were told is told of nothing, and is on no list of whom no letter reached', async () => {
    await erases()
    expect(await tells()).toEqual({ told: 0 })
    expect(await letters(kari.email)).toEqual([])
    expect(await toldOtherwise(house.for('legal_obligation'), now, kari, 'Sagt på telefon.')).toMatchObject({
      refused: 'nobody to tell',
    })
    expect((await notReached(house.for('legal_obligation'))).filter(({ personId }) => personId === kari.personId)).toEqual([])
    expect(Object.keys(await everything(kari.accountId))).toEqual(survivors)
  })

  it('and who is erased afterwards takes the letter along, and what was noted of it', async () => {
    expect(await tells()).toEqual({ told: 1 })
    expect(Object.keys(await everything(kari.accountId))).toEqual([
      'core.account',
      'core.mail',
      'core.person',
      'core.provenance',
      'core.source_notice',
      'core.statement_shown',
    ])
    await erases()
    expect(await letters(kari.email)).toEqual([])
    expect(Object.keys(await everything(kari.accountId))).toEqual(survivors)
  })

  it('and who is erased while the letter is written: it is erased with them', async () => {
    const { answer, second } = await oneAfterTheOther(house, tells, (db) => erases(db))
    expect(answer).toEqual({ told: 1 })
    expect(second).toHaveProperty('receipt')
    expect(await letters(kari.email)).toEqual([])
    expect(Object.keys(await everything(kari.accountId))).toEqual(survivors)
  })

  it('and who is being erased when the night would write: nothing is written to them, and the next time the others are told', async () => {
    const ola = { ...(await kariOfFjordbris(house)), email: `ola.${crypto.randomUUID()}@fjordbris.example` }
    await house.owner.updateTable('core.person').set({ email: ola.email }).where('id', '=', ola.personId).execute()
    await given(ola)
    const { answer } = await oneAfterTheOther(
      house,
      (db) => erases(db),
      (db) => tells(db).catch(() => 'tried again'),
    )
    expect(answer).toHaveProperty('receipt')
    await tells()
    expect(await letters(kari.email)).toEqual([])
    expect(await letters(ola.email)).toEqual(['notice of source'])
    expect(Object.keys(await everything(kari.accountId))).toEqual(survivors)
  })
})

/** Every row of that relationship, by table; tables without any are left out. */
async function everything(accountId: string): Promise<Record<string, string>> {
  const tables = inventory.filter(({ scope, table }) => scope === 'account' && table !== 'core.transfer')
  const asked = tables.map(
    ({ table }) => sql`select ${table} as "table", string_agg(t::text, ' ' order by t::text) as rows from ${sql.table(table)} t
      where account_id = ${accountId}`,
  )
  const { rows } = await sql<{ table: string; rows: string | null }>`${sql.join(asked, sql` union all `)} order by 1`.execute(
    house.owner,
  )
  return Object.fromEntries(rows.flatMap((row) => (row.rows === null ? [] : [[row.table, row.rows]])))
}
