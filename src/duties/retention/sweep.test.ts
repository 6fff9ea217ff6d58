import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { sweep } from './sweep.ts'

// The night after the day on which a year, and three years, have passed since 23 November.
const now = new Date('2026-11-24T00:42:00Z')
const account = '01890000-0000-7000-8000-00000000000a'
const [kari, ola] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${account}, 'inquirer', ${now}, ${now})`.execute(
    house.owner,
  )
  for (const person of [kari, ola])
    await sql`insert into core.person (account_id, id, language, created_at, last_active_at) values (${account}, ${person}, 'nb', ${now}, ${now})`.execute(
      house.owner,
    )
})
afterEach(() => house.close())

const swept = (at = now) => sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, at)

async function looked(subject: string, at: string, person = kari): Promise<void> {
  await sql`insert into core.reading values (${account}, gen_random_uuid(), ${person}, 'siv', 'salesperson', 'administer', ${subject}, ${at}::timestamptz)`.execute(
    house.owner,
  )
}

async function asked(subject: string, lastMessage: string, closed: string | null = null): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at, closed_at)
    values (${account}, gen_random_uuid(), ${subject}, ${kari}, 'question', 'web', ${subject}, '', ${lastMessage}::timestamptz, ${lastMessage}::timestamptz, ${closed}::timestamptz)
    returning id`.execute(house.owner)
  return rows[0]!.id
}

async function said(inquiry: string, direction: string, body: string): Promise<void> {
  await sql`insert into core.inquiry_message values (${account}, gen_random_uuid(), ${inquiry}, ${direction}, ${body}, null, ${now})`.execute(
    house.owner,
  )
}

async function quoted(number: string, until: string, accepted = false): Promise<void> {
  await sql`with q as (insert into core.quote (account_id, id, number, person_id, created_at)
      values (${account}, gen_random_uuid(), ${number}, ${kari}, ${now}) returning id)
    insert into core.quote_version (account_id, quote_id, version, intro, valid_until, net, vat, gross, content_hash, link_hash, sent_at)
      select ${account}, id, 1, '', ${until}::date, 0, 0, 0, '', ${number}, ${now} from q`.execute(house.owner)
  if (accepted)
    await sql`insert into core.quote_acceptance (account_id, quote_id, version, content_hash, via, accepted_at)
      select account_id, id, 1, '', 'link', ${now} from core.quote where number = ${number}`.execute(house.owner)
}

async function names(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select ${sql.ref(column)}::text as name from ${sql.table(table)} order by 1`.execute(house.owner)
  return rows.map(({ name }) => name)
}

it('deletes what is a day too old, keeps what is a day short or of the day, and witnesses how much but not what', async () => {
  await looked('a day too old', '2025-11-22T12:00:00Z')
  await looked('the day itself', '2025-11-23T12:00:00Z')
  await looked('a day short', '2025-11-24T12:00:00Z')
  await asked('asked long ago', '2025-11-22T00:00:00Z')
  const recent = await asked('asked lately', '2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z')
  await said(recent, 'note', 'a note')
  await said(recent, 'in', 'a question')
  await said(await asked('note a day short', '2026-04-01T00:00:00Z', '2026-05-24T12:00:00Z'), 'note', 'a young note')
  await quoted('T-old', '2025-11-22')
  await quoted('T-young', '2025-11-24')
  await quoted('T-accepted', '2024-01-01', true)

  // 23 November 2026 is the last day of what is from 23 November 2025, so both went this night.
  expect(await swept()).toMatchObject({
    'core.reading': 2,
    'core.inquiry': 1,
    'core.inquiry_message': 1,
    'core.quote': 1,
    'core.mail': 0,
  })
  expect(await names('core.reading', 'subject')).toEqual(['a day short'])
  expect(await names('core.inquiry', 'subject')).toEqual(['asked lately', 'note a day short'])
  expect(await names('core.quote', 'number')).toEqual(['T-accepted', 'T-young'])
  expect(await names('core.quote_version', 'link_hash')).toEqual(['T-accepted', 'T-young'])
  expect(await names('core.inquiry_message', 'body')).toEqual(['a question', 'a young note'])
  const { rows } = await sql<{
    body: object
  }>`select body from evidence.entry where kind = 'overdue deleted' order by body ->> 'table'`.execute(house.owner)
  expect(rows.map(({ body }) => body)).toEqual([
    { table: 'core.inquiry', rule: 'R-04', rows: 1 },
    { table: 'core.inquiry_message', rule: 'R-11', rows: 1 },
    { table: 'core.quote', rule: 'R-05', rows: 1 },
    { table: 'core.reading', rule: 'R-23', rows: 2 },
  ])
  expect(await swept()).toMatchObject({ 'core.reading': 0, 'core.inquiry': 0 })
})

it('waits until midnight in Oslo, not in London', async () => {
  await looked('an hour to midnight', '2025-11-23T22:30:00Z')
  await looked('an hour past midnight', '2025-11-23T23:30:00Z')
  await swept(new Date('2026-11-23T22:59:00Z'))
  expect(await names('core.reading', 'subject')).toEqual(['an hour past midnight', 'an hour to midnight'])
  await swept(new Date('2026-11-23T23:00:00Z'))
  expect(await names('core.reading', 'subject')).toEqual(['an hour past midnight'])
})

it('keeps what a restriction keeps for the person', async () => {
  await sql`insert into core.restriction values (${account}, gen_random_uuid(), ${ola}, 'needed_by_subject_for_claim', ${now}, null)`.execute(
    house.owner,
  )
  await sql`insert into core.restriction values (${account}, gen_random_uuid(), ${kari}, 'accuracy_contested', ${now}, null)`.execute(
    house.owner,
  )
  await looked('kept for Ola', '2024-01-01T00:00:00Z', ola)
  await looked('about Kari', '2024-01-01T00:00:00Z', kari)
  await swept()
  expect(await names('core.reading', 'subject')).toEqual(['kept for Ola'])
})

it('keeps exactly what is restricted of a person: a paper with its parts, a kind of rows, or a value, and lets the rest go', async () => {
  const restricted = (part: { category?: string; document?: string; fields?: string[] }) =>
    sql`insert into core.restriction (account_id, id, person_id, ground, category, fields, document, restricted_at)
      values (${account}, gen_random_uuid(), ${kari}, 'unlawful_keep', ${part.category ?? null}, ${part.fields ?? null}, ${part.document ?? null}, ${now})`.execute(
      house.owner,
    )
  const paper = await asked('the paper', '2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z')
  await said(paper, 'note', 'a note in the paper')
  const neighbour = await asked('its neighbour', '2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z')
  await said(neighbour, 'note', 'a note in its neighbour')
  await quoted('an old quote', '2020-01-01')
  await looked('a look-up', '2020-01-01T00:00:00Z')
  await restricted({ document: paper })
  await restricted({ fields: ['phone'] })
  await swept()
  expect(await names('core.inquiry', 'subject')).toEqual(['the paper'])
  expect(await names('core.inquiry_message', 'body')).toEqual(['a note in the paper'])
  expect([await names('core.quote', 'number'), await names('core.reading', 'subject')]).toEqual([[], []])
  await quoted('another quote', '2020-01-01')
  await asked('another inquiry', '2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z')
  await restricted({ category: 'dialogue' })
  await swept()
  expect(await names('core.inquiry', 'subject')).toEqual(['another inquiry', 'the paper'])
  expect(await names('core.quote', 'number')).toEqual([])
})

it('keeps one item that is held and lets its neighbours go; the hold lapses by itself', async () => {
  const held = await asked('held', '2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z')
  await said(held, 'note', 'a note in the held case')
  await asked('not held', '2024-01-01T00:00:00Z')
  const hold = (lapses: string, inquiry: string) =>
    sql`insert into core.hold (account_id, id, kind, reference, reason, person_id, item_table, item_id, approved_by, placed_at, reviewed_at, lapses_on)
    values (${account}, gen_random_uuid(), 'claim', 'K-1', 'Reklamasjon på trykket', ${kari}, 'core.inquiry', ${inquiry}, 'siv', ${now}, ${now}, ${lapses})`.execute(
      house.owner,
    )
  await hold('2026-11-24', held)
  await swept()
  expect(await names('core.inquiry', 'subject')).toEqual(['held'])
  expect(await names('core.inquiry_message', 'body')).toEqual(['a note in the held case'])
  await swept(new Date('2026-11-25T00:42:00Z'))
  expect(await names('core.inquiry', 'subject')).toEqual([])
})

it('goes on with the rest when one table fails, and has failed all the same', async () => {
  await looked('a day too old', '2025-11-22T12:00:00Z')
  await asked('in somebody’s hands', '2024-01-01T00:00:00Z')
  const busy = house.owner.transaction().execute(async (tx) => {
    await sql`select 1 from core.inquiry for update`.execute(tx)
    await expect(swept()).rejects.toThrow('lock timeout')
  })
  await busy
  expect(await names('core.reading', 'subject')).toEqual([])
  expect(await names('core.inquiry', 'subject')).toEqual(['in somebody’s hands'])
  await swept()
  expect(await names('core.inquiry', 'subject')).toEqual([])
})

it('empties what must stay of evidence and of a company that was a customer', async () => {
  await sql`insert into evidence.entry (id, at, kind, subject, commitment, salt, body)
    select gen_random_uuid(), at::timestamptz, 'consent given', ${kari}, sha256(at::bytea), '\\x01', '{}' from unnest(array['2023-11-22T12:00:00Z', '2023-11-24T12:00:00Z']) at`.execute(
    house.owner,
  )
  const firm = (name: string, form: string | null, ended: string) =>
    sql`insert into core.account (account_id, kind, name, organisation_form, created_at, last_active_at, ended_at)
    values (gen_random_uuid(), 'customer', ${name}, ${form}, ${now}, ${now}, ${ended}::timestamptz)`.execute(house.owner)
  await firm('Gammel AS', 'AS', '2023-11-22T12:00:00Z')
  await firm('Fersk AS', 'AS', '2023-11-24T12:00:00Z')
  await firm('Gammel, form ukjent', null, '2023-11-22T12:00:00Z')
  await firm('Fersk, form ukjent', null, '2023-11-24T12:00:00Z')
  await firm('Gammel ENK', 'ENK', '2026-10-23T12:00:00Z')
  await firm('Fersk ENK', 'ENK', '2026-10-26T12:00:00Z')
  await swept()
  expect(await names('core.account', 'name')).toEqual(['Fersk AS', 'Fersk ENK', 'Fersk, form ukjent', null, null, null, null])
  const { rows } =
    await sql`select count(*)::int as all, count(salt)::int as full, count(commitment)::int as committed from evidence.entry where kind = 'consent given'`.execute(
      house.owner,
    )
  expect(rows).toEqual([{ all: 2, full: 1, committed: 2 }])
})

it('tells rows apart that have no id of their own: one notice goes and the next stays, a colleague of last year goes and one of today stays', async () => {
  for (const [person, at] of [
    [kari, '2023-11-22T12:00:00Z'],
    [ola, '2023-11-24T12:00:00Z'],
  ])
    await sql`insert into core.revision_notice values (${account}, ${person}, 1, null, ${at}::timestamptz)`.execute(house.owner)
  for (const [id, left] of [
    ['gone', '2025-11-22T12:00:00Z'],
    ['lately', '2025-11-24T12:00:00Z'],
    ['here', null],
  ]) {
    await sql`insert into auth."user" (id, name, email, "emailVerified") values (${id}, ${id}, ${`${id}@ntcprofil.example`}, true)`.execute(
      house.owner,
    )
    await sql`insert into core.staff values (${id}, 'salesperson', ${now}, ${left}::timestamptz)`.execute(house.owner)
  }
  expect(await swept()).toMatchObject({ 'core.revision_notice': 1, 'core.staff': 1 })
  expect(await names('core.revision_notice', 'person_id')).toEqual([ola])
  expect(await names('core.staff', 'user_id')).toEqual(['here', 'lately'])
})

it('ends what is known of disclosures, of stopped transfers and of suppliers that are gone, and keeps the address while somebody is still asked', async () => {
  for (const at of ['2021-11-22T12:00:00Z', '2021-11-24T12:00:00Z'])
    await sql`insert into core.disclosure (account_id, id, case_id, person_id, outcome, at, ground, legal_reference, recipient_name, recipient_country, fields, purpose,
      necessity, method, requested_by, approved_by, executed_by, content_hash) values (${account}, gen_random_uuid(), gen_random_uuid(), null, 'refused', ${at}::timestamptz,
      'request', 'lov', ${at}, 'NO', '{}', 'x', 'x', 'x', 'siv', '{}', 'siv', 'x')`.execute(house.owner)
  for (const [why, at] of [
    ['a day too old', '2023-11-22T12:00:00Z'],
    ['a day short', '2023-11-24T12:00:00Z'],
  ])
    await sql`insert into core.refused_transfer (id, at, recipient, purpose, fields, why) values (gen_random_uuid(), ${at}::timestamptz, 'x', 'deliver', '{}', ${why})`.execute(
      house.owner,
    )
  for (const [id, ended] of [
    ['gone', '2023-11-22T12:00:00Z'],
    ['asked', '2023-11-22T12:00:00Z'],
    ['lately', '2023-11-24T12:00:00Z'],
    ['here', null],
  ])
    await sql`insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, holds, reached_by, mailbox, announced_at, ended_at)
      values (${id}, ${id}, 'processor', 'x', 'x', '{}', 'x', 'NO', 'transferred', 'email', ${`${id}@leverandor.example`}, ${now}, ${ended}::timestamptz)`.execute(
      house.owner,
    )
  await sql`insert into core.instruction (account_id, id, person_id, recipient, kind, queued_at) values (${account}, gen_random_uuid(), ${kari}, 'asked', 'erasure', ${now})`.execute(
    house.owner,
  )
  await swept()
  expect(await names('core.disclosure', 'recipient_name')).toEqual(['2021-11-24T12:00:00Z'])
  expect(await names('core.refused_transfer', 'why')).toEqual(['a day short'])
  const { rows } = await sql<{
    mailbox: string | null
  }>`select mailbox from core.recipient where id in ('gone', 'asked', 'lately', 'here') order by mailbox`.execute(house.owner)
  expect(rows.map(({ mailbox }) => mailbox)).toEqual([
    'asked@leverandor.example',
    'here@leverandor.example',
    'lately@leverandor.example',
    null,
  ])
})
