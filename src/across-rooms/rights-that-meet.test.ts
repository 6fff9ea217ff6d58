/** Several rights and a hold on one person: what each keeps is named, and what is taken back takes back no more than itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { receiveInquiry } from '#inquiries'
import { ledgerIn } from '#ledger'
import { asPerson, type Purposes, type Subject } from '#purposes'
import { refused } from '#refusal'
import { placeHold, releaseHold, sweep } from '#retention'
import {
  announceLifting,
  demandRestriction,
  demandStop,
  erasePerson,
  eraseUnlessKept,
  liftAnnounced,
  liftOwn,
  oneClaim,
  ownRestrictions,
  receiveClaim,
  type OwnRestriction,
} from '#rights'
import { publishIfChanged } from '#statement'
import { inventory, oneAfterTheOther, openTestHouse, sampleOffice, type TestHouse } from '#testing'
import { kariOfFjordbris, monday as now, website, withMerchant } from '../business/quotes/testing.ts'

let house: TestHouse
const dataDir = mkdtempSync(join(tmpdir(), 'rights-that-meet-'))
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
const hands = (purposes: Handles = house) => ({
  legal: purposes.for('legal_obligation'),
  rights: purposes.for('rights_handling'),
})
const order = { inventory, channel: 'my_page', ledger: ledgerIn(dataDir), folder: dataDir } as const
const officer = { userId: 'ingrid', role: 'privacy_officer' }
const facts = 'Vi har sett på det, og navnet er det som står i Enhetsregisteret.'
let kari: Kari
beforeEach(async () => {
  const email = `kari.${crypto.randomUUID()}@fjordbris.example`
  kari = { ...(await kariOfFjordbris(house)), email }
  await house.owner.updateTable('core.person').set({ email, phone: '+47 912 34 567' }).where('id', '=', kari.personId).execute()
})

const restricts = (purposes: Handles = house, more: { readonly fields?: readonly string[] } = {}) =>
  demandRestriction(hands(purposes), now, kari, { ground: 'unlawful_keep', scope: more, text: '', language: 'nb' }, office)
const contests = (purposes: Handles = house, kind: 'rectification' | 'objection' = 'rectification') =>
  receiveClaim(
    hands(purposes),
    now,
    { kind, channel: 'email', address: kari.email, text: 'Navnet er feil', language: 'nb', receivedAt: now },
    office,
  )
const standing = () => asPerson(house.for('rights_handling'), kari, ownRestrictions)
const lifts = ({ id }: OwnRestriction) => liftOwn(hands(), now, kari, id, office.ledger)
const open = async () => {
  const cases = house.owner.selectFrom('core.rights_case').select('kind').where('account_id', '=', kari.accountId)
  return (await cases.where('closed_at', 'is', null).execute()).map(({ kind }) => kind).toSorted()
}
const seen = () => house.for('deliver').selectFrom('person').select('phone').where('id', '=', kari.personId).executeTakeFirst()

describe('a hold on one of many, a restriction of everything, and an erasure', () => {
  const asked = async (body: string) => {
    const question = { kind: 'question', channel: 'web', body, items: [], language: 'nb', website } as const
    const filed = await receiveInquiry(house.for('deliver'), now, { ...question, email: kari.email, from: kari })
    if (refused(filed)) throw new Error(filed.refused)
    return filed.id
  }
  const bodies = async (table: 'core.inquiry' | 'archive.inquiry') =>
    (await house.owner.selectFrom(table).select('body').where('account_id', '=', kari.accountId).execute()).map(
      ({ body }) => body,
    )
  const swept = (at: string) =>
    sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, new Date(at))
  const held = async (id: string) => {
    const item = { table: 'core.inquiry', id } as const
    const why = { kind: 'claim', reference: 'K-2026-1', reason: 'Reklamasjon på trykket', approvedBy: 'siv' } as const
    const placed = await placeHold(house.for('legal_obligation'), now, { ...kari, ...why, item })
    if (refused(placed)) throw new Error(placed.refused)
    return { accountId: kari.accountId, id: placed.id }
  }

  it('keep everything while she is asked which she wants', async () => {
    const which = await asked('Trykket er skjevt')
    await asked('Hva koster kopper?')
    await held(which)
    await restricts()
    expect(await eraseUnlessKept(house.for('rights_handling'), now, kari, order)).toEqual({ refused: 'restricted for a claim' })
    expect(await bodies('core.inquiry')).toEqual(['Trykket er skjevt', 'Hva koster kopper?'])
    expect(await bodies('archive.inquiry')).toEqual([])
    expect(await livesOn()).toEqual([
      'core.account',
      'core.hold',
      'core.inquiry',
      'core.instruction',
      'core.instruction_subject',
      'core.mail',
      'core.person',
      'core.restriction',
      'core.rights_case',
      'core.rights_event',
      'core.rights_message',
      'core.statement_shown',
    ])
  })

  it('leave the one that is held when she says erase, under her name and in the archive alone, until it is lifted and its time is up', async () => {
    const which = await held(await asked('Trykket er skjevt'))
    await asked('Hva koster kopper?')
    await restricts()
    const { residue } = await erasePerson(house.for('rights_handling'), now, kari, order)
    expect(residue.left).toEqual([])
    expect(await bodies('archive.inquiry')).toEqual(['Trykket er skjevt'])
    expect(await livesOn()).toEqual([
      'archive.inquiry',
      'archive.person',
      'core.account',
      'core.erasure_search',
      'core.hold',
      'core.instruction',
      'core.instruction_subject',
      'core.rights_case',
      'core.rights_event',
    ])
    const { rows } =
      await sql`select first_name, last_name, email, phone from archive.person where id = ${kari.personId}`.execute(house.owner)
    expect(rows).toEqual([{ first_name: 'Kari', last_name: 'Nordmann', email: kari.email, phone: null }])
    await swept('2027-11-22T01:00:00Z')
    expect(await bodies('archive.inquiry')).toEqual(['Trykket er skjevt'])
    await releaseHold(house.for('legal_obligation'), new Date('2027-11-22T09:00:00Z'), which)
    await swept('2027-11-25T01:00:00Z')
    await swept('2027-11-26T01:00:00Z')
    expect(await livesOn()).toEqual(expect.not.arrayContaining(['archive.inquiry', 'archive.person']))
    expect(await bodies('archive.inquiry')).toEqual([])
  })
})

describe('what is taken back or lifted while another claim of hers is open', () => {
  it('leaves her restricted for the other, and the other open with its clock', async () => {
    await contests()
    await restricts()
    const own = (await standing()).find(({ ground }) => ground === 'unlawful_keep')!
    expect(await lifts(own)).toHaveProperty('receipt')
    expect((await standing()).map(({ ground }) => ground)).toEqual(['accuracy_contested'])
    expect(await seen()).toBeUndefined()
    expect(await open()).toEqual(['rectification'])
    await lifts((await standing())[0]!)
    expect(await seen()).toEqual({ phone: '+47 912 34 567' })
    expect(await open()).toEqual([])
  })

  it('leaves a value aside that she restricted by itself, when the night lifts what she contested', async () => {
    const claim = (await contests()) as { readonly accountId: string; readonly id: string }
    await restricts(house, { fields: ['phone'] })
    const found = (await oneClaim(house.for('legal_obligation'), claim))!
    await announceLifting(house.for('legal_obligation'), now, found, facts, officer, office)
    expect(await liftAnnounced(hands(), new Date('2026-11-27T10:00:00Z'), office.ledger)).toBe(1)
    expect(await seen()).toEqual({ phone: null })
    expect((await standing()).map(({ fields }) => fields)).toEqual([['phone']])
    expect(
      await house.owner.selectFrom('core.set_aside').select('value').where('person_id', '=', kari.personId).execute(),
    ).toEqual([{ value: '+47 912 34 567' }])
    expect(await open()).toEqual(['rectification'])
  })

  it('leaves the objection standing that another objection of hers is about, until that is taken back too', async () => {
    await demandStop(hands(), now, kari, { text: 'Dere ringer sjefen min', language: 'nb' }, office)
    await contests(house, 'objection')
    const [first, second] = await standing()
    await lifts(first!)
    expect(await objections()).toEqual([{ scope: 'particular_situation', stands: true }])
    expect(await open()).toEqual(['objection'])
    expect(await seen()).toBeUndefined()
    await lifts(second!)
    expect(await objections()).toEqual([{ scope: 'particular_situation', stands: false }])
    expect(await seen()).toEqual({ phone: '+47 912 34 567' })
  })
})

const objections = async () =>
  (
    await house.owner.selectFrom('core.objection').select(['scope', 'lifted_at']).where('person_id', '=', kari.personId).execute()
  ).map(({ scope, lifted_at }) => ({ scope, stands: lifted_at === null }))

describe('a restriction and a claim that something is wrong, at once', () => {
  /** What stands in her case file and of her stops, but for the moments and the numbers. */
  const outcome = async () => ({
    restrictions: (await standing()).map(({ ground }) => ground).toSorted(),
    open: await open(),
    tables: await livesOn(),
    seen: await seen(),
  })
  const both = {
    restrictions: ['accuracy_contested', 'unlawful_keep'],
    open: ['rectification'],
    seen: undefined,
    tables: [
      'core.account',
      'core.instruction',
      'core.instruction_subject',
      'core.mail',
      'core.person',
      'core.restriction',
      'core.rights_case',
      'core.rights_event',
      'core.rights_link',
      'core.rights_message',
    ],
  }

  it.each([
    ['the restriction first', restricts, contests],
    ['the claim first', contests, restricts],
  ] as const)('both stand, as when one comes after the other: %s', async (_, first, last) => {
    const { answer, second } = await oneAfterTheOther(
      house,
      (db) => first(db),
      (db) => last(db),
    )
    expect([answer, second]).toEqual([
      expect.objectContaining({ number: expect.any(String) }),
      expect.objectContaining({ number: expect.any(String) }),
    ])
    expect(await outcome()).toMatchObject(both)
  })

  it.each([
    [restricts, contests],
    [contests, restricts],
  ] as const)('one after the other leave the same', async (first, last) => {
    await first()
    await last()
    expect(await outcome()).toMatchObject(both)
  })
})

/** Every table in which a row of her relationship stands. */
async function livesOn(): Promise<string[]> {
  const tables = inventory.filter(({ scope, table }) => scope === 'account' && table !== 'core.transfer')
  const asked = tables.map(
    ({ table }) =>
      sql`select ${table} as "table" where exists (select 1 from ${sql.table(table)} where account_id = ${kari.accountId})`,
  )
  const { rows } = await sql<{ table: string }>`${sql.join(asked, sql` union all `)} order by 1`.execute(house.owner)
  return rows.map(({ table }) => table)
}
