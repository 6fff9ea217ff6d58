import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#database'
import { actingAs, type Subject } from '#purposes'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { changeContact, changeContactIn, type Change } from './change-contact.ts'
import { customerCard } from './customer-card.ts'
import { customerList } from './customer-list.ts'
import { notedReading, notedReadings } from './noted-reading.ts'
import { openRelationship } from './open-relationship.ts'
import { personLeft } from './person-left.ts'
import { timeline } from './timeline.ts'
import { choicesOf, whatYouMayDo } from './what-you-may-do.ts'

const then = new Date('2026-11-20T09:00:00Z')
const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
let kari: Subject

beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house?.close())
beforeEach(async () => {
  kari = await openRelationship(house.for('deliver'), then, {
    kind: 'customer',
    contact: { first_name: 'Kari', last_name: 'Nordmann', email: 'kari@fjordbris.example', phone: '+47 912 34 567' },
    language: 'nb',
    origin: { source: 'self_registration', channel: 'web', actor: 'person' },
    company: { customerNumber: 10001n, name: 'Fjordbris Reklame AS', organisationNumber: '312007177', organisationForm: 'AS' },
  })
})

const origin = { source: 'staff_entry_from_conversation', channel: 'phone', actor: 'staff' } as const
const change = (more: Partial<Change>) =>
  changeContact(house.for('administer'), now, { ...kari, field: 'phone', value: '+47 987 65 432', version: 1, origin, ...more })
const person = async () => (await customerCard(house.for('administer'), kari.accountId))!.people[0]!
/** The website's supplier has got her address from us. */
const given = () =>
  sql`insert into core.transfer (account_id, id, person_id, recipient, purpose, fields, ground, at) values (${kari.accountId}, ${newId(now)},
      ${kari.personId}, 'united-profile-networks', 'web_function', array['person.email'], 'GDPR art. 28', ${then})`.execute(
    house.owner,
  )
const entries = () =>
  house.owner.selectFrom('evidence.entry').select(['kind', 'body']).where('subject', '=', kari.personId).execute()

describe('correcting a field', () => {
  it('changes the value, says where the new one came from, and is witnessed without the value', async () => {
    expect(await change({})).toMatchObject({ version: 2 })
    const { phone, provenance } = await person()
    expect(phone).toBe('+47 987 65 432')
    expect(provenance.find(({ field }) => field === 'phone')).toMatchObject({ ...origin, at: now })
    expect(provenance.find(({ field }) => field === 'email')).toMatchObject({ source: 'self_registration', at: then })
    expect(await entries()).toEqual([{ kind: 'contact corrected', body: { field: 'phone', channel: 'phone' } }])
  })

  it('is told, in the same act, to whoever got the old value from us, by that value', async () => {
    await given()
    expect(await change({ field: 'email', value: 'kari.n@fjordbris.example' })).toMatchObject({ version: 2 })
    const told = () =>
      house.owner.selectFrom('core.instruction').select(['kind', 'field', 'subject_id']).where('person_id', '=', kari.personId)
    const [first, ...others] = await told().where('recipient', '=', 'united-profile-networks').execute()
    expect([first, others]).toMatchObject([{ kind: 'rectification', field: 'email' }, []])
    const { rows } = await sql<{ identifiers: Record<string, string[]> }>`select identifiers from core.instruction_subject
      where id = ${first!.subject_id}`.execute(house.owner)
    expect(rows[0]!.identifiers).toMatchObject({ 'person.email': ['kari@fjordbris.example'] })
  })

  it('is not done when those outside cannot be told', async () => {
    await given()
    await sql`alter table core.instruction add constraint nobody check (false) not valid`.execute(house.owner)
    await expect(change({})).rejects.toThrow('nobody')
    await sql`alter table core.instruction drop constraint nobody`.execute(house.owner)
    expect((await person()).phone).toBe('+47 912 34 567')
    expect(await change({})).toMatchObject({ version: 2 })
  })

  it('empties a voluntary field, but not the e-mail address', async () => {
    expect(await change({ value: ' ' })).toMatchObject({ version: 2 })
    expect((await person()).phone).toBeNull()
    expect(await change({ field: 'email', value: '', version: 2 })).toEqual({ refused: 'is required', field: 'email' })
  })

  it('corrects the company’s copy along, unless that has been changed on its own', async () => {
    const invoiceAddress = async () => (await customerCard(house.for('administer'), kari.accountId))!.account.invoice_address
    await change({ field: 'invoice_address', value: 'Postboks 1, 5804 Bergen' })
    expect(await invoiceAddress()).toBe('Postboks 1, 5804 Bergen')
    await house.owner
      .updateTable('core.account')
      .set({ invoice_address: 'Fakturamottak, Oslo' })
      .where('account_id', '=', kari.accountId)
      .execute()
    await change({ field: 'invoice_address', value: 'Postboks 2, 5804 Bergen', version: 2 })
    expect(await invoiceAddress()).toBe('Fakturamottak, Oslo')
  })

  it('does not overwrite what somebody else changed meanwhile', async () => {
    await change({ value: '+47 911 11 111' })
    expect(await change({ value: '+47 922 22 222' })).toEqual({ refused: 'changed meanwhile', field: 'phone' })
    expect((await person()).phone).toBe('+47 911 11 111')
    expect(await change({ value: '+47 922 22 222', version: 2 })).toMatchObject({ version: 3 })
  })

  it('lets one of two at the same moment through', async () => {
    const answers = await Promise.all([change({ value: '+47 911 11 111' }), change({ value: '+47 922 22 222' })])
    expect(answers.filter((answer) => refused(answer))).toEqual([{ refused: 'changed meanwhile', field: 'phone' }])
  })

  it.each<[Partial<Change>, string]>([
    [{ field: 'email', value: 'kari@' }, 'not an e-mail address'],
    [{ field: 'email', value: 'kåre@fjordbris.example' }, 'not an e-mail address'],
    [{ field: 'phone', value: 'abc' }, 'not a phone number'],
    [{ field: 'phone', value: '9'.repeat(33) }, 'too long'],
    [{ field: 'job_title', value: 'Innkjøper 13097248022' }, 'national identity number'],
  ])('refuses %o: %s', async (more, reason) => {
    expect(await change(more)).toEqual({ refused: reason, field: more.field })
    expect(await entries()).toEqual([])
  })

  it('cannot be done to a person under restriction', async () => {
    await house.owner
      .insertInto('core.restriction')
      .values({
        account_id: kari.accountId,
        id: newId(now),
        person_id: kari.personId,
        ground: 'accuracy_contested',
        restricted_at: now,
      })
      .execute()
    expect((await customerCard(house.for('administer'), kari.accountId))!.people).toEqual([])
    expect(await change({})).toEqual({ refused: 'left alone', field: 'phone' })
    expect(await personLeft(house.for('administer'), now, { ...kari, leftOn: '2026-11-20', version: 1 })).toEqual({
      refused: 'left alone',
      field: 'leftOn',
    })
  })

  it('cannot be done by us to a field that is left alone, and to its neighbour it can', async () => {
    await house.owner
      .insertInto('core.restriction')
      .values({
        account_id: kari.accountId,
        id: newId(now),
        person_id: kari.personId,
        ground: 'unlawful_keep',
        fields: ['phone'],
        restricted_at: now,
      })
      .execute()
    expect(await change({})).toEqual({ refused: 'left alone', field: 'phone' })
    // The person themselves may say what is right: that is what the restriction waits for.
    const hers = { ...kari, field: 'phone', value: '+47 987 65 432', version: 1 } as const
    const own = { source: 'self_voluntary', channel: 'my_page', actor: 'person' } as const
    const corrected = actingAs(house.for('rights_handling'), kari, (tx) => changeContactIn(tx, now, { ...hers, origin: own }))
    expect(await corrected).toMatchObject({ version: 2 })
    expect(await change({ field: 'job_title', value: 'Innkjøper', version: 2 })).toMatchObject({ version: 3 })
  })
})

describe('a person who left the company', () => {
  const left = (leftOn: string, version = 1) => personLeft(house.for('administer'), now, { ...kari, leftOn, version })

  it('may have left the day before or today, not tomorrow', async () => {
    expect(await left('2026-11-24')).toEqual({ refused: 'not yet', field: 'leftOn' })
    expect(await left('2026-11-23')).toMatchObject({ version: 2 })
    expect(await left('2026-11-22', 2)).toMatchObject({ version: 3 })
    expect((await person()).left_on).toBe('2026-11-22')
  })

  it('has left on a day that exists, and once at a time', async () => {
    for (const day of ['', '2026-02-30', '23.11.2026']) expect(await left(day)).toEqual({ refused: 'not a day', field: 'leftOn' })
    await left('2026-11-20')
    expect(await left('2026-11-21')).toEqual({ refused: 'changed meanwhile', field: 'leftOn' })
  })
})

describe('a look-up', () => {
  it('is noted once with role, purpose and moment, however often a list shows them; whoever follows up customers sees the role, not the name', async () => {
    const staff = { userId: 'siv', role: 'salesperson' }
    await notedReading(house.for('administer'), now, { ...kari, staff, purpose: 'administer', subject: 'customer card' })
    await notedReadings(
      house.for('case_documentation'),
      now,
      { staff, purpose: 'case_documentation', subject: 'list of inquiries' },
      [kari, kari],
    )
    await notedReadings(house.for('deliver'), now, { staff, purpose: 'deliver', subject: 'nobody' }, [])
    const rows = await house
      .for('administer')
      .selectFrom('reading')
      .selectAll()
      .where('person_id', '=', kari.personId)
      .orderBy('subject')
      .execute()
    expect(rows.map(({ staff_role, purpose, subject }) => [staff_role, purpose, subject])).toEqual([
      ['salesperson', 'administer', 'customer card'],
      ['salesperson', 'case_documentation', 'list of inquiries'],
    ])
    expect(rows[0]).not.toHaveProperty('staff_user_id')
  })
})

describe('the list of customers', () => {
  const list = (more: object) =>
    customerList(house.for('administer'), {
      search: '',
      kind: 'all',
      sort: 'name',
      descending: false,
      page: 1,
      pageSize: 500,
      ...more,
    })
  const finds = async (more: object) => (await list(more)).rows.some((row) => row.account_id === kari.accountId)
  const finding = (searches: readonly string[]) => Promise.all(searches.map((search) => finds({ search })))

  it('finds by company, person, address, phone, customer number and organisation number', async () => {
    expect(await finding(['fjordBRIS', 'Kari Nord', 'kari@fjord', '+4791234567', '10001', '312 007 177', ''])).not.toContain(
      false,
    )
    expect(await finding(['Ola', '%', '312007178', "' or true --"])).not.toContain(true)
  })

  it('is sorted by company, and by person where there is no company; backwards too', async () => {
    const inquirer = { kind: 'inquirer', language: 'nb', origin: { source: 'enquiry', channel: 'web', actor: 'person' } } as const
    await openRelationship(house.for('deliver'), now, { ...inquirer, contact: { email: 'aa@sort.example' } })
    await openRelationship(house.for('deliver'), now, { ...inquirer, contact: { email: 'zz@sort.example' } })
    const names = async (descending: boolean) => (await list({ descending })).rows.map((row) => row.name ?? row.person_name)
    const rising = (await names(false)).filter((name) => name !== 'Fjordbris Reklame AS')
    expect(rising).toEqual(['aa@sort.example', 'zz@sort.example'])
    expect((await names(false))[0]).toBe('aa@sort.example')
    expect((await names(true))[0]).toBe('zz@sort.example')
    for (const sort of ['number', 'active']) expect((await list({ sort, descending: true })).rows.length).toBeGreaterThan(2)
  })

  it('narrows to a kind, and comes a page at a time', async () => {
    expect([await finds({ kind: 'customer' }), await finds({ kind: 'imported' })]).toEqual([true, false])
    const { total } = await list({})
    expect((await list({ pageSize: 1, page: total })).rows).toHaveLength(1)
    expect((await list({ pageSize: 1, page: total + 1 })).rows).toEqual([])
  })
})

describe('the customer card', () => {
  it('shows others with the same organisation number, without joining them', async () => {
    const { alike } = (await customerCard(house.for('administer'), kari.accountId))!
    expect(alike.length).toBeGreaterThan(0)
    expect(alike.map(({ account_id }) => account_id)).not.toContain(kari.accountId)
    expect(await customerCard(house.for('administer'), newId(now))).toBeUndefined()
  })

  it('tells what has happened, the latest first', async () => {
    const row = { account_id: kari.accountId, person_id: kari.personId }
    await house.owner
      .insertInto('core.inquiry')
      .values({
        ...row,
        id: newId(then),
        number: 'F-2026-00001',
        kind: 'question',
        channel: 'web',
        subject: 's',
        body: 'b',
        received_at: then,
        last_message_at: then,
      })
      .execute()
    await house.owner
      .insertInto('core.sales_order')
      .values({
        ...row,
        id: newId(now),
        number: 'O-2026-00001',
        source: 'import',
        net: 100n,
        vat: 25n,
        gross: 125n,
        confirmed_at: now,
      })
      .execute()
    expect(
      (await timeline(house.for('administer'), kari.accountId)).map(({ kind, number, amount }) => [kind, number, amount]),
    ).toEqual([
      ['order', 'O-2026-00001', 100n],
      ['inquiry', 'F-2026-00001', undefined],
    ])
  })

  it('says what may be done with the person from the same rows that the views obey', async () => {
    const may = async () =>
      whatYouMayDo(await choicesOf(house.for('administer'), kari))
        .filter((answer) => answer.may)
        .map(({ doing }) => doing)
    expect(await may()).toEqual(['deliver', 'invoice', 'contact'])
    await house.owner
      .insertInto('core.objection')
      .values({
        account_id: kari.accountId,
        id: newId(now),
        person_id: kari.personId,
        scope: 'contact',
        channel: 'my_page',
        objected_at: now,
      })
      .execute()
    expect(await may()).toEqual(['deliver', 'invoice'])
    await house.owner.updateTable('core.objection').set({ lifted_at: now }).where('person_id', '=', kari.personId).execute()
    expect(await may()).toEqual(['deliver', 'invoice', 'contact'])
  })
})
