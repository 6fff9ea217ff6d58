import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#database'
import { sampleController, saveController } from '#merchant'
import type { For } from '#purposes'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { answerInquiry } from './answer-inquiry.ts'
import { assignInquiry, closeInquiry, noteOnInquiry, reopenInquiry } from './change-inquiry.ts'
import { enterInquiry, type Entered } from './enter-inquiry.ts'
import { answeredByQuote, wonByQuote } from './followed-by-quote.ts'
import { inbox, inquiriesWaiting, type Asked } from './inbox.ts'
import { stateOf } from './inquiry.ts'
import { oneInquiry } from './one-inquiry.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-23T10:00:00Z')
const website = 'https://ntcprofil.example'
let house: TestHouse
let id: string
let accountId: string

const entered: Entered = {
  kind: 'question',
  channel: 'phone',
  body: 'Når kan dere levere 500 bærenett?',
  items: [],
  contact: { first_name: 'Ola', email: 'ola@vestkant.example' },
  language: 'nb',
  staffUserId: 'siv',
  website,
}

beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
})
afterAll(() => house?.close())
beforeEach(async () => {
  const filed = await enterInquiry(house.for('deliver'), now, entered)
  if (refused(filed)) throw new Error(filed.refused)
  ;({ id, accountId } = filed)
})

const cases = () => house.for('case_documentation')
const answer = (text: string) => answerInquiry(cases(), later, { accountId, id, text, staffUserId: 'siv', website })
const state = async () => stateOf((await oneInquiry(cases(), id))!.inquiry)
const letters = () =>
  house.owner
    .selectFrom('core.mail')
    .select(['kind', 'body', 'subject'])
    .where('account_id', '=', accountId)
    .orderBy('queued_at')
    .execute()

describe('an inquiry that staff wrote down', () => {
  it('says so of each value, and tells the caller at once where the statement stands', async () => {
    const provenance = await house.owner
      .selectFrom('core.provenance')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('field')
      .execute()
    expect(provenance.map(({ field, source, actor }) => [field, source, actor])).toEqual([
      ['email', 'staff_entry_from_conversation', 'staff'],
      ['first_name', 'staff_entry_from_conversation', 'staff'],
    ])
    const [letter] = await letters()
    expect(letter!.kind).toBe('inquiry entered')
    expect(letter!.body).toContain('https://ntcprofil.example/personvern')
  })

  it('is filed under a customer we know, who is told at the address we have, and not under one that is hidden', async () => {
    const { person } = (await oneInquiry(cases(), id))!
    const from = { accountId, personId: person!.id }
    const again = await enterInquiry(house.for('deliver'), later, { ...entered, contact: {}, from })
    expect(again).toMatchObject(from)
    expect((await letters()).map(({ kind }) => kind)).toEqual(['inquiry entered', 'inquiry entered'])
    await house.owner
      .insertInto('core.restriction')
      .values({ account_id: accountId, id: person!.id, person_id: person!.id, ground: 'accuracy_contested', restricted_at: now })
      .execute()
    expect(await enterInquiry(house.for('deliver'), later, { ...entered, contact: {}, from })).toEqual({
      refused: 'no such customer',
    })
  })

  it('needs a way to answer', async () => {
    const answer = await enterInquiry(house.for('deliver'), now, { ...entered, contact: { first_name: 'Ola' } })
    expect(answer).toEqual({ refused: 'no way to answer', field: 'email' })
  })
})

describe('answering', () => {
  it('files the answer, sends it, and it is the customer who must act', async () => {
    expect(await state()).toBe('waiting')
    expect(await answer('Hei Ola, på fem dager.')).toEqual({ answered: true })
    expect(await state()).toBe('answered')
    const { messages } = (await oneInquiry(cases(), id))!
    expect(messages).toMatchObject([{ direction: 'out', body: 'Hei Ola, på fem dager.', staff_user_id: 'siv', at: later }])
    const last = (await letters()).at(-1)!
    expect(last.subject).toMatch(/^Svar på forespørsel F-2026-/)
    expect(last.body).toMatch(/^Hei Ola, på fem dager\.\n\n--\nNTC Gave og Profilering AS\nOrg\.nr\. 312 007 177 MVA/)
  })

  it('is refused when empty, when closed, and with a national identity number', async () => {
    expect(await answer(' ')).toMatchObject({ refused: 'answer is empty' })
    expect(await answer('Ditt nummer er 13097248022')).toMatchObject({ refused: 'national identity number', field: 'text' })
    await closeInquiry(cases(), later, { accountId, id, outcome: 'answered' })
    expect(await answer('For sent')).toMatchObject({ refused: 'inquiry is closed' })
    expect((await letters()).map(({ kind }) => kind)).toEqual(['inquiry entered'])
  })

  it('does not reach a person under restriction', async () => {
    const { person } = (await oneInquiry(cases(), id))!
    await house.owner
      .insertInto('core.restriction')
      .values({ account_id: accountId, id: person!.id, person_id: person!.id, ground: 'accuracy_contested', restricted_at: now })
      .execute()
    expect(await answer('Hei')).toEqual({ refused: 'no such inquiry' })
    expect(await oneInquiry(cases(), id)).toBeUndefined()
  })
})

describe('a quote made for it', () => {
  it('answers it when sent, and closes it as won when accepted; what is closed stays as it was', async () => {
    await answeredByQuote(house.for('deliver'), later, { accountId, id })
    expect(await state()).toBe('answered')
    await wonByQuote(house.for('deliver'), later, { accountId, id })
    expect((await oneInquiry(cases(), id))!.inquiry).toMatchObject({ closed_at: later, outcome: 'won' })
    const afterwards = new Date('2026-11-24T10:00:00Z')
    await answeredByQuote(house.for('deliver'), afterwards, { accountId, id })
    await wonByQuote(house.for('deliver'), afterwards, { accountId, id })
    expect((await oneInquiry(cases(), id))!.inquiry).toMatchObject({ closed_at: later, answered_at: later })
  })
})

describe('the life of an inquiry', () => {
  it('closes with an outcome, opens again, and cannot do either twice', async () => {
    expect(await closeInquiry(cases(), later, { accountId, id, outcome: 'lost' })).toEqual({ changed: true })
    expect(await closeInquiry(cases(), later, { accountId, id, outcome: 'won' })).toEqual({ refused: 'not in this state' })
    expect((await oneInquiry(cases(), id))!.inquiry).toMatchObject({ closed_at: later, outcome: 'lost' })
    expect(await reopenInquiry(cases(), later, { accountId, id })).toEqual({ changed: true })
    expect(await reopenInquiry(cases(), later, { accountId, id })).toEqual({ refused: 'not in this state' })
    expect((await oneInquiry(cases(), id))!.inquiry).toMatchObject({ closed_at: null, outcome: null })
  })

  it('has an owner, or none', async () => {
    expect((await oneInquiry(cases(), id))!.inquiry.owner_user_id).toBe('siv')
    await assignInquiry(cases(), later, { accountId, id, ownerUserId: null })
    expect((await oneInquiry(cases(), id))!.inquiry.owner_user_id).toBeNull()
  })

  it('bears working notes that are not sent', async () => {
    await noteOnInquiry(cases(), later, { accountId, id, text: 'Ringe leverandøren', staffUserId: 'siv' })
    expect((await oneInquiry(cases(), id))!.messages).toMatchObject([{ direction: 'note', body: 'Ringe leverandøren' }])
    expect(await letters()).toHaveLength(1)
    expect(await state()).toBe('waiting')
  })
})

describe('the inbox', () => {
  const shelf = (more: Partial<Asked>) =>
    inbox(cases(), { shelf: 'all', search: '', userId: 'siv', newestFirst: false, page: 1, pageSize: 50, ...more })

  it('counts what waits, and moves an inquiry from shelf to shelf', async () => {
    const before = await inquiriesWaiting(cases())
    await answer('Hei')
    expect(await inquiriesWaiting(cases())).toBe(before - 1)
    const { inquiry } = (await oneInquiry(cases(), id))!
    expect((await shelf({ shelf: 'answered', search: inquiry.number })).rows.map((row) => row.id)).toEqual([id])
    expect((await shelf({ shelf: 'waiting', search: inquiry.number })).total).toBe(0)
    await closeInquiry(cases(), later, { accountId, id, outcome: 'answered' })
    expect((await shelf({ shelf: 'closed', search: inquiry.number })).total).toBe(1)
  })

  it('finds by number, subject, company and person; a wild card is only itself', async () => {
    const { inquiry } = (await oneInquiry(cases(), id))!
    for (const search of [inquiry.number, 'BÆRENETT', 'ola@vestkant', 'Ola'])
      expect((await shelf({ search })).total).toBeGreaterThan(0)
    expect((await shelf({ search: '%' })).total).toBe(0)
    expect((await shelf({ search: "'; drop" })).total).toBe(0)
  })

  it('comes a page at a time', async () => {
    const { total } = await shelf({})
    const first = await shelf({ pageSize: 2 })
    const second = await shelf({ pageSize: 2, page: 2 })
    expect(first.total).toBe(total)
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(4)
  })

  it.each(['waiting', 'mine', 'all'] as const)('is not planned again each time the first page is opened: %s', async (of) => {
    const db = openDatabase<never>(house.ownerUrl, { schema: 'case_documentation', max: 1 })
    const first = { shelf: of, search: '', userId: 'siv', newestFirst: false, page: 1, pageSize: 50 } as const
    for (let times = 0; times < 12; times++) await inbox(db as unknown as For<'case_documentation'>, first)
    const { rows } = await sql<{ statement: string; kept: bigint }>`select statement, generic_plans as kept
      from pg_prepared_statements where statement like '%order by%'`.execute(db)
    await db.destroy()
    expect(rows).toHaveLength(1)
    expect(Number(rows[0]!.kept), rows[0]!.statement).toBeGreaterThan(3)
    // Here there are few rows, and any plan would do; of many, one with the size or the place as a value is planned each time.
    expect(rows[0]!.statement.trimEnd()).toMatch(/limit 50$/)
  })
})
