import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { deleteOverdue } from './delete-overdue.ts'

const now = new Date('2026-11-23T01:00:00Z')
const account = '01890000-0000-7000-8000-00000000000a'
const [kari, ola] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${account}, 'inquirer', ${now}, ${now})`.execute(
    house.owner,
  )
  for (const person of [kari, ola]) {
    await sql`insert into core.person (account_id, id, language, created_at, last_active_at) values (${account}, ${person}, 'nb', ${now}, ${now})`.execute(
      house.owner,
    )
  }
})
afterAll(() => house.close())

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

it('deletes what is a day too old, keeps what is a day short, and what a restriction keeps for the person', async () => {
  await looked('a day too old', '2025-11-22T00:00:00Z')
  await looked('a day short', '2025-11-24T00:00:00Z')
  await sql`insert into core.restriction values (${account}, gen_random_uuid(), ${ola}, 'needed_by_subject_for_claim', ${now}, null)`.execute(
    house.owner,
  )
  await looked('kept for Ola', '2024-01-01T00:00:00Z', ola)
  await asked('asked long ago', '2025-11-22T00:00:00Z')
  const recent = await asked('asked lately', '2026-04-01T00:00:00Z', '2026-05-01T00:00:00Z')
  for (const [number, until] of [
    ['T-old', '2025-11-21'],
    ['T-young', '2025-11-24'],
    ['T-accepted', '2024-01-01'],
  ]) {
    await sql`with q as (insert into core.quote (account_id, id, number, person_id, created_at)
        values (${account}, gen_random_uuid(), ${number}, ${kari}, ${now}) returning id),
      v as (insert into core.quote_version (account_id, quote_id, version, intro, valid_until, net, vat, gross, content_hash, link_hash, sent_at)
        select ${account}, id, 1, '', ${until}::date, 0, 0, 0, '', ${number}, ${now} from q returning quote_id)
      select quote_id from v`.execute(house.owner)
  }
  await sql`insert into core.quote_acceptance (account_id, quote_id, version, content_hash, via, accepted_at)
    select account_id, id, 1, '', 'link', ${now} from core.quote where number = 'T-accepted'`.execute(house.owner)
  for (const [direction, body] of [
    ['note', 'a note'],
    ['in', 'a question'],
  ]) {
    await sql`insert into core.inquiry_message values (${account}, gen_random_uuid(), ${recent}, ${direction}, ${body}, null, ${now})`.execute(
      house.owner,
    )
  }

  const places = { legal: house.for('legal_obligation'), security: house.for('security') }
  expect(await deleteOverdue(places, now)).toMatchObject({
    'core.reading': 1,
    'core.inquiry': 1,
    'core.inquiry_message': 1,
    'core.quote': 1,
    'core.mail': 0,
  })

  const remaining = async (table: 'core.reading' | 'core.inquiry') =>
    (await house.owner.selectFrom(table).select('subject').execute()).map(({ subject }) => subject).toSorted()
  expect(await remaining('core.reading')).toEqual(['a day short', 'kept for Ola'])
  expect(await remaining('core.inquiry')).toEqual(['asked lately'])
  expect((await house.owner.selectFrom('core.quote').select('number').execute()).map(({ number }) => number).toSorted()).toEqual([
    'T-accepted',
    'T-young',
  ])
  expect((await house.owner.selectFrom('core.inquiry_message').select('body').execute()).map(({ body }) => body)).toEqual([
    'a question',
  ])
  expect(await house.owner.selectFrom('evidence.entry').select(['kind', 'body']).execute()).toEqual([
    { kind: 'overdue deleted', body: { 'core.reading': 1, 'core.inquiry': 1, 'core.inquiry_message': 1, 'core.quote': 1 } },
  ])
  expect(await deleteOverdue(places, now)).toMatchObject({ 'core.reading': 0, 'core.inquiry': 0 })
})
