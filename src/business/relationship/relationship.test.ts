import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive, readOpening } from '#archive'
import { asPerson } from '#purposes'
import { enterFirstRegister } from '#processors'
import { sweep } from '#retention'
import { holdings } from '#rights'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { closeOffDue } from './close-off.ts'
import { endInactive } from './end-inactive.ts'
import { endRelationship } from './end-relationship.ts'
import { noteActivity } from './note-activity.ts'
import { relationshipOf } from './relationship-of.ts'
import { tellSuppliersOfEnds } from './tell-suppliers-of-ends.ts'
import { reopenRelationship } from './reopen-relationship.ts'
import { whatHappensWhen } from './what-happens-when.ts'

const now = new Date('2026-11-24T09:00:00Z')
const account = '01890000-0000-7000-8000-00000000000a'
const [per, ida] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const order = '01890000-0000-7000-8000-000000000003'
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, customer_number, name, organisation_number, created_at, last_active_at)
    values (${account}, 'customer', 10001, 'Fjord AS', '312000001', ${now}, ${now})`.execute(house.owner)
  for (const [id, name] of [
    [per, 'Per'],
    [ida, 'Ida'],
  ])
    await sql`insert into core.person (account_id, id, first_name, last_name, email, phone, language, created_at, last_active_at)
      values (${account}, ${id}, ${name}, 'Holm', ${`${name!.toLowerCase()}@fjord.example`}, '900 00 000', 'nb', ${now}, ${now})`.execute(
      house.owner,
    )
})
afterEach(() => house.close())

const ends = (reason: 'asked' | 'left_company' | 'company_gone', personId?: string, at = now) =>
  house
    .for('administer')
    .transaction()
    .execute((tx) => endRelationship(tx, at, { accountId: account, reason, channel: 'desk', ...(personId && { personId }) }))
const night = (at: string) =>
  closeOffDue({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') }, inventory, new Date(at))
const swept = (at: string) =>
  sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, new Date(at))

async function asked(subject: string, at: string, person = per): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at, closed_at)
    values (${account}, gen_random_uuid(), ${subject}, ${person}, 'question', 'web', ${subject}, 'Kan dere levere?', ${at}, ${at}, ${at}) returning id`.execute(
    house.owner,
  )
  for (const direction of ['in', 'note'])
    await sql`insert into core.inquiry_message values (${account}, gen_random_uuid(), ${rows[0]!.id}, ${direction}, ${`${direction} ${subject}`}, null, ${at})`.execute(
      house.owner,
    )
  return rows[0]!.id
}

async function ordered(delivered: string | null): Promise<void> {
  await sql`insert into core.sales_order (account_id, id, number, person_id, source, net, vat, gross, confirmed_at, delivered_at)
    values (${account}, ${order}, 'O-1', ${per}, 'quote', 100, 25, 125, ${now}, ${delivered}::timestamptz)`.execute(house.owner)
}

async function invoiced(): Promise<void> {
  await sql`insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer, currency, net, vat, gross, language, document_hash, previous_hash, issued_at)
    values (${account}, gen_random_uuid(), 'invoice', 'invoice', 1, ${order}, '2026-11-01', '2026-11-15', '2026-11-01', 'Bergen', '{}', '{}', 'NOK', 100, 25, 125, 'nb', 'a', 'b', ${now})`.execute(
    house.owner,
  )
}

const names = async (table: string, column: string) =>
  (
    await sql<{ name: string }>`select ${sql.ref(column)}::text as name from ${sql.table(table)} order by 1`.execute(house.owner)
  ).rows.map(({ name }) => name)
const state = (person = per) =>
  relationshipOf(house.for('administer'), { accountId: account, personId: person }).then((each) => each.state)

describe('one contact leaves, the company stays', () => {
  it('deletes who left on day 30 and not before, and locks the dialogue away', async () => {
    await asked('Kopper', '2026-11-01T12:00:00Z')
    await asked('Penner', '2026-11-01T12:00:00Z', ida)
    await ends('left_company', per)
    expect([await state(), await state(ida)]).toEqual(['ended', 'going on'])

    expect(await night('2026-12-24T22:59:00Z')).toBe(0)
    expect(await night('2026-12-24T23:00:00Z')).toBe(1)
    expect(await names('core.person', 'first_name')).toEqual(['Ida'])
    expect(await names('core.inquiry', 'subject')).toEqual(['Penner'])
    expect(await names('archive.inquiry', 'subject')).toEqual(['Kopper'])
    // Working notes are no part of a claim, and a telephone number is not needed for one.
    expect(await names('archive.inquiry_message', 'body')).toEqual(['in Kopper'])
    expect(
      await sql`select first_name, email, phone, job_title from archive.person`.execute(house.owner).then(({ rows }) => rows),
    ).toEqual([{ first_name: 'Per', email: 'per@fjord.example', phone: null, job_title: null }])
    expect((await house.owner.selectFrom('core.account').select(['name', 'ended_at']).execute())[0]).toEqual({
      name: 'Fjord AS',
      ended_at: null,
    })
  })

  it('closes the sign-in of whoever left at once, for their mailbox is the employer’s, and leaves a colleague’s and that of whoever asked', async () => {
    for (const [user, person] of [
      ['per', per],
      ['ida', ida],
    ] as const) {
      await sql`insert into auth."user" (id, name, email, "emailVerified") values (${user}, ${user}, ${`${user}@fjord.example`}, true)`.execute(
        house.owner,
      )
      await sql`insert into auth.session (id, "expiresAt", token, "createdAt", "updatedAt", "userId")
        values (${user}, '2026-12-24T00:00:00Z', ${`${user}Zx9Qk2LmN4pR7tVw1Yb3`}, ${now}, ${now}, ${user})`.execute(house.owner)
      await sql`insert into core.portal_login (user_id, account_id, person_id, linked_at) values (${user}, ${account}, ${person}, ${now})`.execute(
        house.owner,
      )
    }
    await ends('left_company', per)
    expect([await names('core.portal_login', 'user_id'), await names('auth.session', 'id')]).toEqual([['ida'], ['ida']])
    await ends('asked', ida)
    expect([await names('core.portal_login', 'user_id'), await names('auth.session', 'id')]).toEqual([['ida'], ['ida']])
    await night('2026-12-25T00:00:00Z')
    expect([await names('core.portal_login', 'user_id'), await names('auth.session', 'id')]).toEqual([[], []])
  })

  it('keeps nobody in the archive who has nothing there', async () => {
    await ends('left_company', per)
    await night('2026-12-25T00:00:00Z')
    expect(await names('archive.person', 'first_name')).toEqual([])
  })

  it('goes on where it was killed: a person is whole here or whole there', async () => {
    await asked('Kopper', '2026-11-01T12:00:00Z')
    await ends('company_gone')
    await sql`create function core.fall() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`.execute(
      house.owner,
    )
    await sql`create trigger falls before delete on core.person for each row when (old.first_name = 'Ida') execute function core.fall()`.execute(
      house.owner,
    )
    await expect(night('2026-12-25T00:00:00Z')).rejects.toThrow('killed')
    expect([await names('core.person', 'first_name'), await names('archive.inquiry', 'subject')]).toEqual([['Ida'], ['Kopper']])
    await sql`drop trigger falls on core.person`.execute(house.owner)
    expect(await night('2026-12-25T00:00:00Z')).toBe(1)
    expect(await names('core.person', 'first_name')).toEqual([])
  })
})

describe('what is open makes the end wait', () => {
  it('for the delivery, then for the payment; and advertising has stopped already', async () => {
    await sql`insert into core.consent (account_id, id, person_id, purpose, channel, text_shown, text_hash, language, statement_revision, source, mechanism, given_at, confirmed_at)
      values (${account}, gen_random_uuid(), ${per}, 'marketing', 'email', 'Ja', 'x', 'nb', 1, 'own_page', 'click', ${now}, ${now})`.execute(
      house.owner,
    )
    const audience = async () => (await house.for('marketing').selectFrom('person').select('id').execute()).length
    expect(await audience()).toBe(1)
    await ordered(null)
    await ends('left_company', per)
    expect([await state(), await audience()]).toEqual(['ending', 0])
    expect(await night('2027-02-01T00:00:00Z')).toBe(0)
    await sql`update core.sales_order set delivered_at = ${now}`.execute(house.owner)
    await invoiced()
    expect([await state(), await night('2027-02-01T00:00:00Z')]).toEqual(['ending', 0])
    await sql`insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at) select ${account}, gen_random_uuid(), id, 125, '2026-12-01', ${now} from core.invoice`.execute(
      house.owner,
    )
    expect([await state(), await night('2027-02-01T00:00:00Z')]).toEqual(['ended', 1])
    expect(await names('core.sales_order', 'person_id')).toEqual([null])
  })

  it('for a hold on the person', async () => {
    await ends('asked', per)
    await sql`insert into core.hold (account_id, id, kind, reference, reason, person_id, approved_by, placed_at, reviewed_at, lapses_on)
      values (${account}, gen_random_uuid(), 'claim', 'K-1', 'Reklamasjon på trykket', ${per}, 'siv', ${now}, ${now}, '2027-01-31')`.execute(
      house.owner,
    )
    expect(await night('2027-01-31T22:00:00Z')).toBe(0)
    expect(await night('2027-01-31T23:00:00Z')).toBe(1)
  })
})

describe('the company’s own end', () => {
  it('ends everybody there, once', async () => {
    expect(await ends('company_gone')).toEqual({ people: [per, ida] })
    expect([await state(), await state(ida)]).toEqual(['ended', 'ended'])
    expect(await ends('company_gone')).toMatchObject({ refused: 'has ended' })
    await reopenRelationship(house.for('administer'), now, { accountId: account, personId: ida })
    expect([await state(), await state(ida)]).toEqual(['ended', 'going on'])
  })

  it('comes by itself when 24 months from a leap day are over, and not while a colleague is active', async () => {
    const silent = (at: string) => endInactive(house.for('legal_obligation'), new Date(at))
    for (const table of ['core.account', 'core.person'])
      await sql`update ${sql.table(table)} set last_active_at = '2024-02-29T12:00:00Z'`.execute(house.owner)
    await sql`update core.person set last_active_at = '2024-03-01T12:00:00Z' where id = ${ida}`.execute(house.owner)
    expect(await silent('2026-03-01T22:59:00Z')).toBe(0)
    expect(await silent('2026-03-01T23:00:00Z')).toBe(1)
  })

  it('comes the day after 24 months, unless an order is open', async () => {
    const last = new Date('2024-11-23T12:00:00Z')
    const silent = (at: string) => endInactive(house.for('legal_obligation'), new Date(at))
    for (const table of ['core.account', 'core.person'])
      await sql`update ${sql.table(table)} set last_active_at = ${last}`.execute(house.owner)
    expect(await silent('2026-11-23T22:59:00Z')).toBe(0)
    await ordered(null)
    await sql`update core.sales_order set confirmed_at = ${last}`.execute(house.owner)
    expect(await silent('2026-11-23T23:00:00Z')).toBe(0)
    await sql`update core.sales_order set cancelled_at = ${last}`.execute(house.owner)
    expect(await silent('2026-11-23T23:00:00Z')).toBe(1)
    expect([await state(), await state(ida)]).toEqual(['ended', 'ended'])
  })
})

describe('the person comes back', () => {
  const subject = { accountId: account, personId: per }
  const did = (what: 'asked' | 'signed in') =>
    house
      .for('administer')
      .transaction()
      .execute((tx) => noteActivity(tx, now, subject, what))

  it('by asking, which undoes an end; by signing in, which undoes only silence', async () => {
    await ends('asked', per)
    await did('signed in')
    expect(await state()).toBe('ended')
    await did('asked')
    expect([await state(), await night('2027-01-01T00:00:00Z')]).toEqual(['going on', 0])
  })
})

describe('the locked archive', () => {
  const opening = {
    subject: { accountId: account, personId: per },
    caseNumber: 'K-2027-3',
    reason: 'Krav om erstatning for feil trykk',
    staff: { userId: 'siv', role: 'privacy_officer' },
  }
  const locked = async () => {
    await asked('Kopper', '2026-11-01T12:00:00Z')
    await ends('left_company', per)
    await night('2026-12-25T00:00:00Z')
  }

  it('shows nobody anything but under an opening with a reason and a case number, and the person sees the opening', async () => {
    await locked()
    const db = house.for('claims_archive')
    expect(await readOpening(db, inventory, '01890000-0000-7000-8000-0000000000ff')).toEqual([])
    expect((await sql`select 1 from archived_inquiry`.execute(db)).rows).toEqual([])
    expect(await openArchive(house.for('legal_obligation'), now, { ...opening, reason: 'vil se' })).toMatchObject({
      refused: 'no reason',
    })
    expect(await openArchive(house.for('legal_obligation'), now, { ...opening, caseNumber: ' ' })).toMatchObject({
      refused: 'no case number',
    })
    const opened = await openArchive(house.for('legal_obligation'), now, opening)
    const found = await readOpening(db, inventory, (opened as { id: string }).id)
    expect(found.map(({ table }) => table)).toEqual(['archive.person', 'archive.inquiry', 'archive.inquiry_message'])
    const held = await asPerson(house.for('rights_handling'), opening.subject, (tx) => holdings(tx, inventory))
    const told = (table: string) => held.find((each) => each.table === table)?.rows.map(({ values }) => values)
    expect(told('core.archive_opening')).toMatchObject([{ case_number: 'K-2027-3', reason: 'Krav om erstatning for feil trykk' }])
    expect(told('archive.inquiry')).toMatchObject([{ subject: 'Kopper' }])
  })

  it('is empty for every other purpose, and stays locked when the person comes back', async () => {
    await locked()
    for (const purpose of [
      'deliver',
      'administer',
      'case_documentation',
      'marketing',
      'legal_obligation',
      'claims_archive',
    ] as const)
      await expect(sql`select subject from archive.inquiry`.execute(house.for(purpose)), purpose).rejects.toThrow(
        'permission denied',
      )
    await expect(sql`select subject from archived_inquiry`.execute(house.for('legal_obligation'))).rejects.toThrow(
      'does not exist',
    )
    await reopenRelationship(house.for('administer'), now, { accountId: account, personId: per })
    expect(await names('archive.inquiry', 'subject')).toEqual(['Kopper'])
  })

  it('lets go of each item at its own time, and of the name with the last of them', async () => {
    await locked()
    // Led nowhere: twelve months after the last message (R-04).
    await swept('2027-11-01T22:59:00Z')
    expect([await names('archive.inquiry', 'subject'), await names('archive.person', 'first_name')]).toEqual([
      ['Kopper'],
      ['Per'],
    ])
    await swept('2027-11-01T23:00:00Z')
    expect([
      await names('archive.inquiry', 'subject'),
      await names('archive.inquiry_message', 'body'),
      await names('archive.person', 'first_name'),
    ]).toEqual([[], [], []])
  })

  it('keeps what led to trade for three years after the end at most, to a day when people work (foreldelsesloven § 29)', async () => {
    await ordered('2026-11-20T12:00:00Z')
    await locked()
    // Three years after Tuesday 24 November 2026 is Saturday 24 November 2029; the end of Monday is the last moment.
    await swept('2029-11-26T22:59:00Z')
    expect(await names('archive.inquiry', 'subject')).toEqual([])
    expect(await names('archive.person', 'first_name')).toEqual([])
  })
})

it('tells beforehand what goes when', async () => {
  expect(await whatHappensWhen(house.for('administer'), now)).toEqual([
    { what: 'stopped', on: '2026-11-24' },
    { what: 'suppliers', on: '2026-12-08' },
    { what: 'contact', on: '2026-12-25' },
    { what: 'dialogue without trade', on: '2027-11-25' },
    { what: 'dialogue', on: '2029-11-27' },
    { what: 'invoices', on: '2032-01-01' },
  ])
})

describe('the suppliers', () => {
  const tell = () => tellSuppliersOfEnds({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') }, now)
  const asked = async () =>
    (
      await sql<{
        kind: string
        person_id: string
        recipient: string
      }>`select kind, person_id, recipient from core.instruction order by recipient`.execute(house.owner)
    ).rows
  beforeEach(async () => {
    await enterFirstRegister(house.owner, now, new Date('2025-05-15T12:00:00Z'))
    await sql`update core.recipient set active_at = ${now} where role = 'processor'`.execute(house.owner)
  })

  it('are asked once to delete whoever ended, and nobody who stays', async () => {
    await ends('asked', per)
    expect(await Promise.all([tell(), tell()])).toContain(1)
    const told = await asked()
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map(({ kind, person_id }) => `${kind} ${person_id}`))).toEqual(new Set([`relationship_end ${per}`]))
    expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(told.length)
    expect(await relationshipOf(house.for('administer'), { accountId: account, personId: per })).toMatchObject({
      suppliersToldAt: now,
    })
    expect(await tell()).toBe(0)
  })

  it('wait while something is open, and are not asked about whoever came back', async () => {
    await ordered(null)
    await ends('company_gone')
    await reopenRelationship(house.for('administer'), now, { accountId: account, personId: ida })
    expect([await tell(), await asked()]).toEqual([0, []])
    await sql`update core.sales_order set delivered_at = ${now}`.execute(house.owner)
    expect(await tell()).toBe(1)
    expect(new Set((await asked()).map(({ person_id }) => person_id))).toEqual(new Set([per]))
  })
})

it('ends a sole proprietor’s firm with the owner, and no other firm with a contact', async () => {
  const endsOf = async () => (await house.owner.selectFrom('core.account').select(['name', 'ended_at']).execute())[0]
  await ends('asked', per)
  await ends('asked', ida)
  await night('2026-12-25T00:00:00Z')
  expect(await endsOf()).toEqual({ name: 'Fjord AS', ended_at: null })
  await sql`update core.account set organisation_form = 'ENK'`.execute(house.owner)
  await night('2026-12-26T00:00:00Z')
  expect(await endsOf()).toEqual({ name: 'Fjord AS', ended_at: now })
  await swept('2026-12-26T00:30:00Z')
  expect((await endsOf())?.name).toBeNull()
})
