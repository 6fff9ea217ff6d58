/** Whoever of us answers a claim while its person is being erased: whoever was first stands, and no letter to nobody is left. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerIn } from '#ledger'
import { sampleController } from '#merchant'
import type { Purposes, Subject } from '#purposes'
import { refused } from '#refusal'
import {
  announceLifting,
  answerClaim,
  approveRefusal,
  claimByLink,
  downloadClaim,
  eraseForClaim,
  erasePerson,
  identityShown,
  makeReady,
  oneClaim,
  pendingDone,
  proposeRefusal,
  receiveClaim,
  refuseForAnother,
  restrictForClaim,
  sendConfirmation,
  triageClaim,
  useException,
  type Kind,
  type LinkedClaim,
  type OneClaim,
} from '#rights'
import { inventory, oneAfterTheOther, openTestHouse, sampleOffice, type TestHouse } from '#testing'
import { kariOfFjordbris, monday as now, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
const dataDir = mkdtempSync(join(tmpdir(), 'claims-meet-'))
const office = sampleOffice(dataDir)
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type Handles = Pick<Purposes, 'for'>
const hands = (purposes: Handles) => ({ legal: purposes.for('legal_obligation'), rights: purposes.for('rights_handling') })
const officer = { userId: 'ingrid', role: 'privacy_officer' }
const host = { userId: 'siv', role: 'host' }
const facts = 'Fakturaen er utstedt til firmaet og må stå etter bokføringsloven § 13 til 1. januar 2032.'
const answer = { text: 'Vi har rettet navnet.', pending: ['Fraktfirmaet retter hos seg'], relevant: true }

type Act = {
  readonly kind: Kind
  /** What has happened in the case before. */
  readonly before?: (claim: OneClaim) => Promise<unknown>
  readonly act: (purposes: Handles, claim: OneClaim, link: LinkedClaim) => Promise<unknown>
  readonly tooLate: unknown
  /** What lives on in the case beside its timeline, for as long as the case (R-24): when it was first, and when it was too late. */
  readonly keeps?: readonly [first: string, tooLate?: string]
}

/** What those who answer claims do with one, and what they are told when its person was erased first. */
const acts: Record<string, Act> = {
  'makes a copy ready': { kind: 'access', act: (db, claim) => makeReady(hands(db), now, claim, officer, office), tooLate: 410 },
  'answers in words': {
    kind: 'rectification',
    act: (db, claim) => answerClaim(hands(db), now, claim, answer, officer, office),
    tooLate: 410,
    keeps: ['core.rights_pending'],
  },
  'tells that the rest is done': {
    kind: 'rectification',
    before: (claim) => answerClaim(hands(house), now, claim, answer, officer, office),
    act: (db, claim) => pendingDone(db.for('legal_obligation'), now, claim, claim.pending[0]!.id, officer, office),
    tooLate: 410,
    keeps: ['core.rights_pending', 'core.rights_pending'],
  },
  'sends a link': {
    kind: 'access',
    act: (db, claim) => sendConfirmation(db.for('legal_obligation'), now, claim, office),
    tooLate: 410,
  },
  'writes why not': {
    kind: 'access',
    act: (db, claim) => proposeRefusal(db.for('legal_obligation'), now, claim, { act: 'refuse', reasons: facts }, officer),
    tooLate: 410,
    keeps: ['core.rights_decision'],
  },
  'says no with another': {
    kind: 'access',
    before: (claim) => proposeRefusal(house.for('legal_obligation'), now, claim, { act: 'refuse', reasons: facts }, officer),
    act: (db, claim) => approveRefusal(hands(db), now, claim, claim.decisions[0]!.id, host, office),
    tooLate: 410,
    keeps: ['core.rights_decision', 'core.rights_decision'],
  },
  'announces a lifting': {
    kind: 'rectification',
    act: (db, claim) => announceLifting(db.for('legal_obligation'), now, claim, facts, officer, office),
    tooLate: 410,
    keeps: ['core.rights_decision'],
  },
  'opens a restriction': {
    kind: 'rectification',
    act: (db, claim) => useException(db.for('rights_handling'), now, claim, { exception: 'legal_claim', reason: facts }, officer),
    tooLate: 410,
    keeps: ['core.restriction_use'],
  },
  'says that it was about another': {
    kind: 'access',
    act: (db, claim) => refuseForAnother(hands(db), now, claim, officer, office),
    tooLate: 410,
  },
  restricts: {
    kind: 'restriction',
    act: (db, claim) => restrictForClaim(hands(db), now, claim, 'unlawful_keep', {}),
    tooLate: 410,
  },
  'reads that it is an objection': {
    kind: 'unclear',
    act: (db, claim) => triageClaim(hands(db), now, claim, 'objection', officer, office),
    tooLate: undefined,
  },
  'erases as well': {
    kind: 'erasure',
    act: (db, claim) => eraseForClaim(hands(db), now, claim, office),
    tooLate: expect.objectContaining({ receipt: expect.any(String) }),
  },
  'hands out the copy': {
    kind: 'access',
    before: (claim) => makeReady(hands(house), now, claim, officer, office),
    act: (db, _, link) => downloadClaim(db.for('rights_handling'), now, link, asked),
    tooLate: 410,
  },
  'hands out what she gave us': {
    kind: 'portability',
    before: (claim) => makeReady(hands(house), now, claim, officer, office),
    act: (db, _, link) => downloadClaim(db.for('rights_handling'), now, link, asked),
    tooLate: 410,
  },
}
const asked = { inventory, controller: sampleController, language: 'nb' } as const

describe.each(Object.entries(acts))('whoever %s while the person is erased', (_, { kind, before, act, tooLate, keeps }) => {
  it('has done it when they were first, and the erasure takes that too', async () => {
    const { kari, claim, link } = await claimed(kind, before)
    const { answer: first, second } = await oneAfterTheOther(
      house,
      (db) => act(db, claim, link),
      (db) => erases(db, kari),
    )
    expect(refused(first)).toBe(false)
    expect(second).toHaveProperty('receipt')
    expect(await left(kari)).toEqual([])
    expect(await livesOn(kari)).toEqual(survivors(keeps?.[0]))
  })

  it('is told so when the erasure was first, and leaves nothing of nobody', async () => {
    const { kari, claim, link } = await claimed(kind, before)
    const { answer: first, second } = await oneAfterTheOther(
      house,
      (db) => erases(db, kari),
      (db) => act(db, claim, link),
    )
    expect(first).toHaveProperty('receipt')
    expect(second).toEqual(tooLate)
    expect(await left(kari)).toEqual([])
    expect(await livesOn(kari)).toEqual(survivors(keeps?.[1]))
  })
})

type Kari = Subject & { readonly email: string }

async function claimed(kind: Kind, before?: Act['before']): Promise<{ kari: Kari; claim: OneClaim; link: LinkedClaim }> {
  const email = `kari.${crypto.randomUUID()}@fjordbris.example`
  const kari = { ...(await kariOfFjordbris(house)), email }
  await house.owner.updateTable('core.person').set({ email }).where('id', '=', kari.personId).execute()
  const asked = { kind, channel: 'email', address: email, text: 'Hei', language: 'nb', receivedAt: now } as const
  const opened = await receiveClaim(hands(house), now, asked, office)
  if (refused(opened)) throw new Error(opened.refused)
  const read = async () => (await oneClaim(house.for('legal_obligation'), opened))!
  await identityShown(house.for('legal_obligation'), now, await read(), officer)
  await before?.(await read())
  return { kari, claim: await read(), link: (await claimByLink(house.for('legal_obligation'), now, await lastLink(kari)))! }
}

/** The link in our answer, or else in the letter that says we have it. */
async function lastLink({ personId }: Kari): Promise<string> {
  const letters = house.owner.selectFrom('core.mail').select(['body', 'kind']).where('person_id', '=', personId)
  const bodies = (await letters.execute()).toSorted((one) => (one.kind === 'claim answered' ? 1 : -1))
  return bodies.flatMap(({ body }) => /\/krav\/([\w-]{43})/.exec(body)?.[1] ?? []).at(-1)!
}

function erases(db: Handles, { accountId, personId }: Kari) {
  const order = { inventory, channel: 'my_page', ledger: ledgerIn(dataDir), folder: dataDir } as const
  return erasePerson(db.for('rights_handling'), now, { accountId, personId }, order)
}

/** Where she stands still, in whatever text or id, but for what a law keeps. */
async function left({ personId, email }: Kari): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`select distinct "table" from house.residue(${`${personId}|${email}`},
    ${[personId]}::uuid[], ${[personId, email]}::text[], '{}') where "rows" > 0`.execute(house.owner)
  const kept = new Set<string>(inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table))
  return rows.map(({ table }) => table).filter((table) => !kept.has(table))
}

/** By name: the company, whoever outside was asked to delete too, the case with what happened in it and nobody's name, and what the night will search for. */
const survivors = (kept: string | undefined) =>
  [
    'core.account',
    'core.erasure_search',
    'core.instruction',
    'core.instruction_subject',
    'core.rights_case',
    'core.rights_event',
    ...(kept === undefined ? [] : [kept]),
  ].toSorted()

/** Every table in which a row of her relationship stands. */
async function livesOn({ accountId }: Kari): Promise<string[]> {
  const tables = inventory.filter(({ scope, table }) => scope === 'account' && table !== 'core.transfer')
  const asked = tables.map(
    ({ table }) =>
      sql`select ${table} as "table" where exists (select 1 from ${sql.table(table)} where account_id = ${accountId})`,
  )
  const { rows } = await sql<{ table: string }>`${sql.join(asked, sql` union all `)} order by 1`.execute(house.owner)
  return rows.map(({ table }) => table)
}
