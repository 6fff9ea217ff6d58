import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asPerson } from '#purposes'
import { refused } from '#refusal'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { answerClaim, identityShown, pendingDone } from './claim-acts.ts'
import { claimBundle } from './claim-bundle.ts'
import { claimByLink } from './claim-by-link.ts'
import { newClaimLink } from './claim-link.ts'
import { confirmClaim } from './confirm-claim.ts'
import { announceLifting, approveRefusal, liftAnnounced, liftsOn, proposeRefusal, useException } from './decide-claim.ts'
import { eraseForClaim } from './erase-for-claim.ts'
import type { Hands } from './office.ts'
import { oneClaim } from './one-claim.ts'
import { portablePackage } from './portable-package.ts'
import { restrictForClaim } from './restrict-for-claim.ts'
import { fileClaim, receiveClaim } from './receive-claim.ts'
import type { Kind } from './rights-case.ts'
import { linkClaimant, triageClaim } from './triage-claim.ts'
import { claimantAt } from './claimant-at.ts'
import { warnOfDeadlines } from './warn-of-deadlines.ts'

const now = new Date('2026-11-23T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const officer = { userId: 'ingrid', role: 'privacy_officer' }
const host = { userId: 'siv', role: 'host' }
const facts = 'Fakturaen er utstedt til firmaet og må stå etter bokføringsloven § 13 til 1. januar 2032.'
let house: TestHouse
let kari: Planted
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  const tables = sql.raw(
    'core.rights_case, core.restriction, core.restriction_use, core.objection, core.mail, core.consent, core.hold',
  )
  await sql`truncate ${tables}, core.person, core.account cascade`.execute(house.owner)
  kari = await plantPerson(house.owner, now, inventory)
  await sql`truncate ${tables} cascade`.execute(house.owner)
})

const hands = (): Hands => ({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') })
const office = sampleOffice()
const received = async (kind: Kind, address: string | undefined = kari.email) => {
  const opened = await receiveClaim(
    hands(),
    now,
    { kind, channel: 'email', address, text: 'Hei', language: 'nb', receivedAt: now },
    office,
  )
  if (refused(opened)) throw new Error(opened.refused)
  return opened
}
const found = async ({ accountId, id }: { accountId: string; id: string }) =>
  (await oneClaim(house.for('legal_obligation'), { accountId, id }))!
const known = async (kind: Kind) => {
  const opened = await received(kind)
  await identityShown(house.for('legal_obligation'), now, await found(opened), officer)
  return { opened, claim: await found(opened) }
}
const seen = () => house.for('deliver').selectFrom('person').select('id').where('id', '=', kari.personId).execute()
const letters = (kind: string) =>
  house.owner.selectFrom('core.mail').select(['to_address', 'body']).where('kind', '=', kind).execute()

it('sends no answer before it is known who asks, and says what was done, what is pending and where to complain', async () => {
  const text = {
    text: 'Vi har rettet navnet. Fakturaen står til 1.1.2032.',
    pending: ['Fraktfirmaet retter hos seg'],
    relevant: true,
  }
  const opened = await received('rectification')
  expect(await answerClaim(hands(), now, await found(opened), text, officer, office)).toMatchObject({
    refused: 'identity not shown',
  })
  await identityShown(house.for('legal_obligation'), now, await found(opened), officer)
  expect(await answerClaim(hands(), now, await found(opened), { ...text, relevant: false }, officer, office)).toMatchObject({
    refused: 'not confirmed as relevant',
  })
  await answerClaim(hands(), now, await found(opened), text, officer, office)
  const [letter] = await letters('claim answered')
  expect(letter!.to_address).toBe(kari.email)
  expect(letter!.body).toMatch(/rettet navnet[\s\S]*datatilsynet\.no[\s\S]*domstolene/)
  const { pending } = await found(opened)
  const others = '01890000-0000-7000-8000-0000000000ff'
  expect(await pendingDone(house.for('legal_obligation'), later(3), await found(opened), others, officer, office)).toEqual({
    refused: 'no such pending',
  })
  expect(
    await pendingDone(house.for('legal_obligation'), later(3), await found(opened), pending[0]!.id, officer, office),
  ).toEqual({ open: 0 })
  expect(await letters('claim news')).toHaveLength(1)
})

it('is refused by two with facts or by nobody', async () => {
  const { opened, claim } = await known('access')
  const propose = (reasons: string) =>
    proposeRefusal(house.for('legal_obligation'), now, claim, { act: 'refuse', reasons }, officer)
  expect(await propose('Nei.')).toMatchObject({ refused: 'reasons are too short' })
  await propose(facts)
  const proposed = await found(opened)
  const approve = (by: typeof host) => approveRefusal(hands(), now, proposed, proposed.decisions[0]!.id, by, office)
  expect(await approve(officer)).toMatchObject({ refused: 'needs another' })
  expect(await letters('claim answered')).toEqual([])
  expect(await approve(host)).toHaveProperty('receipt')
  const [letter] = await letters('claim answered')
  expect(letter!.body).toMatch(/bokføringsloven[\s\S]*datatilsynet\.no[\s\S]*domstolene/)
})

it('hides whoever is restricted until three whole working days after they were told, and not a day before', async () => {
  const { opened } = await known('rectification')
  expect(await seen()).toEqual([])
  expect(await announceLifting(house.for('legal_obligation'), now, await found(opened), facts, officer, office)).toEqual({
    takesEffectOn: '2026-11-27',
  })
  expect(await letters('claim news')).toHaveLength(1)
  expect(await liftAnnounced(hands(), new Date('2026-11-26T22:59:00Z'))).toBe(0)
  expect(await seen()).toEqual([])
  expect(await liftAnnounced(hands(), new Date('2026-11-26T23:00:00Z'))).toBe(1)
  expect(await seen()).toHaveLength(1)
  expect(await liftAnnounced(hands(), later(9))).toBe(0)
})

it('restricts at the desk, and lifts by decision, every record of whoever claims and nobody else’s', async () => {
  const again = await plantPerson(house.owner, now, inventory)
  const colleague = await plantPerson(house.owner, now, inventory, again.accountId)
  await sql`update core.person o set email = k.email, first_name = k.first_name, last_name = k.last_name from core.person k
    where o.id = ${again.personId} and k.id = ${kari.personId}`.execute(house.owner)
  await sql`truncate core.rights_case, core.restriction, core.objection cascade`.execute(house.owner)
  const hidden = async () => {
    const rows = await house.for('deliver').selectFrom('person').select('id').execute()
    return [kari, again, colleague].map(({ personId }) => !rows.some(({ id }) => id === personId))
  }
  const { opened, claim } = await known('restriction')
  await restrictForClaim(hands(), now, claim, 'unlawful_keep', {})
  expect(await hidden()).toEqual([true, true, false])
  await announceLifting(house.for('legal_obligation'), now, await found(opened), facts, officer, office)
  expect(await liftAnnounced(hands(), new Date('2026-11-26T23:00:00Z'))).toBe(2)
  expect(await hidden()).toEqual([false, false, false])
  const contested = await received('rectification')
  expect(await hidden()).toEqual([true, true, false])
  await announceLifting(house.for('legal_obligation'), now, await found(contested), facts, officer, office)
  expect(await liftAnnounced(hands(), new Date('2026-11-26T23:00:00Z'))).toBe(2)
})

it('counts the three working days over weekends and Easter', () => {
  expect(['2026-11-20', '2026-03-31', '2026-12-23'].map(liftsOn)).toEqual(['2026-11-26', '2026-04-09', '2026-12-30'])
})

it('opens a restriction by a stated exception only, and shows the use to the person', async () => {
  const { claim } = await known('objection')
  const use = (reason: string) =>
    useException(house.for('rights_handling'), now, claim, { exception: 'legal_claim', reason }, officer)
  expect(await use('må')).toMatchObject({ refused: 'reasons are too short' })
  expect(await use('Faktura 20001 er ubetalt og er sendt til forliksrådet.')).toMatchObject({ email: kari.email })
  const shown = await asPerson(house.for('rights_handling'), kari, (tx) =>
    tx.selectFrom('restriction_use').select(['exception', 'staff_role']).execute(),
  )
  expect(shown).toEqual([{ exception: 'legal_claim', staff_role: 'privacy_officer' }])
})

it('hides one category and leaves the rest, when that is what was asked', async () => {
  const { opened } = await known('restriction')
  await sql`insert into core.restriction (account_id, id, person_id, case_id, ground, category, restricted_at)
    values (${kari.accountId}, gen_random_uuid(), ${kari.personId}, ${opened.id}, 'unlawful_keep', 'dialogue', ${now})`.execute(
    house.owner,
  )
  const rows = async (table: 'inquiry' | 'inquiry_message' | 'sales_order' | 'person') =>
    (
      await house
        .for('deliver')
        .selectFrom(table as 'person')
        .select('account_id')
        .where('account_id', '=', kari.accountId)
        .execute()
    ).length
  expect([await rows('inquiry'), await rows('inquiry_message'), await rows('sales_order'), await rows('person')]).toEqual([
    0, 0, 1, 1,
  ])
})

it('proves nobody by a link that went to a stranger, whoever the case is found to be about', async () => {
  const opened = await received('access', 'eve@annetfirma.example')
  const token = await newClaimLink(house.for('legal_obligation'), now, opened, 'confirm', null)
  const moved = await linkClaimant(hands(), now, await found(opened), kari.email, officer, office)
  if (refused(moved)) throw new Error(moved.refused)
  const link = (await claimByLink(house.for('legal_obligation'), now, token))!
  expect(link.shows).toBe(false)
  expect(await confirmClaim(hands(), now, link, token, office)).toEqual({ answer: 'a person will answer' })
  expect((await found(moved)).claim).toMatchObject({ identity: 'unproven', closed_at: null, person_id: kari.personId })
  expect((await found(moved)).messages).toHaveLength(1)
})

it('stops what a claim stops from the moment we know whose it is, though it came from an address we did not know', async () => {
  for (const kind of ['rectification', 'objection'] as const) {
    const opened = await received(kind, 'privat@annetsted.example')
    expect(await seen()).toHaveLength(1)
    const moved = await linkClaimant(hands(), now, await found(opened), kari.email, officer, office)
    if (refused(moved)) throw new Error(moved.refused)
    expect(await seen()).toEqual([])
    expect((await found(moved)).restrictions.filter(({ case_id }) => case_id === opened.id)).toHaveLength(1)
    await sql`delete from core.restriction`.execute(house.owner)
  }
  const other = await received('access', 'privat@annetsted.example')
  await linkClaimant(hands(), now, await found(other), kari.email, officer, office)
  expect(await seen()).toHaveLength(1)
})

it('expires a link after 30 days, and not a day before', async () => {
  const opened = await received('access')
  const token = await newClaimLink(house.for('legal_obligation'), now, opened, 'confirm', kari.personId)
  const open = async (at: Date) => (await claimByLink(house.for('legal_obligation'), at, token)) !== undefined
  expect([await open(later(29.9)), await open(later(30))]).toEqual([true, false])
})

it('erases nobody who also demands that the data be kept, until somebody has asked which', async () => {
  const { claim } = await known('erasure')
  await received('restriction')
  expect(await eraseForClaim(hands(), now, claim, office)).toMatchObject({ refused: 'restricted for a claim' })
  expect(await house.owner.selectFrom('core.person').select('id').where('id', '=', kari.personId).execute()).toHaveLength(1)
})

it('stops what the claim stops when a person has read it, with the clock it had', async () => {
  const opened = await received('unclear')
  expect(await seen()).toHaveLength(1)
  await triageClaim(hands(), later(1), await found(opened), 'objection', officer, office)
  expect(await seen()).toEqual([])
  expect((await found(opened)).claim).toMatchObject({ kind: 'objection', due_on: '2026-12-23' })
})

it('hands over what the person gave us, in JSON and CSV, and nothing that we made', async () => {
  const { opened } = await known('portability')
  const made = await asPerson(house.for('rights_handling'), kari, (tx) => portablePackage(tx, now, kari, inventory, opened.id))
  expect(Object.keys(made.manifest)).toEqual(['data.json', 'data.csv'])
})

it('takes the whole case out as one file, with what was said, decided and proved', async () => {
  const { opened, claim } = await known('access')
  await proposeRefusal(house.for('legal_obligation'), now, claim, { act: 'refuse', reasons: facts }, officer)
  const { fileName, archive } = await claimBundle(house.for('legal_obligation'), now, await found(opened), officer)
  expect(fileName).toMatch(/^sak-K-2026-\d{5}\.zip$/)
  for (const name of ['sak.json', 'sak.txt', 'manifest.json']) expect(archive.includes(name)).toBe(true)
  expect((await found(opened)).events.map(({ what }) => what)).toContain('exported')
})

it('reminds on day 7, 14, 21 and 25, once each, and makes up for a day on which nothing ran', async () => {
  await received('access')
  const warned = (days: number) =>
    warnOfDeadlines(house.for('legal_obligation'), later(days), ['ingrid@ntcprofil.example'], office)
  expect(await warned(6)).toBe(0)
  expect(await warned(7)).toBe(1)
  expect(await warned(8)).toBe(0)
  expect(await warned(15)).toBe(1)
  expect([await warned(21), await warned(24), await warned(25), await warned(26)]).toEqual([1, 0, 1, 0])
  const [letter] = await letters('deadline warning')
  expect(letter!.body).toContain('svarfrist 23.12.2026')
  expect(letter!.body).not.toContain(kari.email)
})

it('is filed in somebody else’s transaction, and is gone with it', async () => {
  const who = await claimantAt(house.for('legal_obligation'), kari.email)
  const claim = { kind: 'access', channel: 'email', address: kari.email, text: 'Hei', language: 'nb', receivedAt: now } as const
  await house
    .for('rights_handling')
    .transaction()
    .execute(async (tx) => {
      await fileClaim(tx, now, claim, who, office)
      throw new Error('killed')
    })
    .catch(() => undefined)
  expect(await house.owner.selectFrom('core.rights_case').select('id').execute()).toEqual([])
})
