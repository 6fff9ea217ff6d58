/**
 * Dialogue that a claim may need goes three years after delivery or the last day of payment, whichever is later (R-06, R-10; promise
 * 2.6-i); the quote that explains an invoice, and what tells of a delivery, as long as the books want them.
 */
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { sweep } from './sweep.ts'

// 23 November 2026 is a Monday, 24 November a Tuesday; nobody has a day off.
const night = (day: number) => new Date(`2026-11-${day}T00:42:00Z`)
const account = '01890000-0000-7000-8000-00000000000a'
const kari = '01890000-0000-7000-8000-000000000001'
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${account}, 'customer', ${night(10)}, ${night(10)})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, language, created_at, last_active_at) values (${account}, ${kari}, 'nb', ${night(10)}, ${night(10)})`.execute(
    house.owner,
  )
})
afterEach(() => house.close())

type Traded = { readonly delivered: string | null; readonly due?: string }

/** Kari asked in 2023, accepted our quote, and got an invoice if a day of payment is given. */
async function traded(name: string, { delivered, due }: Traded): Promise<void> {
  const [inquiry, quote, order] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const asked = '2023-10-01T10:00:00Z'
  await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at)
    values (${account}, ${inquiry}, ${name}, ${kari}, 'quote_request', 'web', '', '', ${asked}, ${asked})`.execute(house.owner)
  await sql`insert into core.quote (account_id, id, number, inquiry_id, person_id, created_at)
    values (${account}, ${quote}, ${name}, ${inquiry}, ${kari}, ${asked})`.execute(house.owner)
  await sql`insert into core.quote_version (account_id, quote_id, version, intro, valid_until, net, vat, gross, content_hash, link_hash, sent_at)
    values (${account}, ${quote}, 1, '', '2023-10-31', 0, 0, 0, '', ${name}, ${asked})`.execute(house.owner)
  await sql`insert into core.quote_acceptance (account_id, quote_id, version, content_hash, via, accepted_at)
    values (${account}, ${quote}, 1, '', 'link', ${asked})`.execute(house.owner)
  await sql`insert into core.sales_order (account_id, id, number, quote_id, person_id, source, net, vat, gross, confirmed_at, delivered_at)
    values (${account}, ${order}, ${name}, ${quote}, ${kari}, 'quote', 0, 0, 0, ${asked}, ${delivered}::timestamptz)`.execute(
    house.owner,
  )
  if (due === undefined) return
  await sql`insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer,
      currency, net, vat, gross, language, document_hash, previous_hash, issued_at)
    select ${account}, gen_random_uuid(), 'invoice', 'invoice', 1 + count(*), ${order}, '2023-10-20', ${due}::date, '2023-10-20', 'Bergen', '{}', '{}',
      'NOK', 0, 0, 0, 'nb', ${name}, ${name}, ${asked} from core.invoice`.execute(house.owner)
}

async function left(day: number): Promise<string[]> {
  await sweep({ legal: house.for('legal_obligation'), security: house.for('security') }, inventory, night(day))
  const { rows } = await sql<{ what: string }>`select 'quote ' || number as what from core.quote
    union all select 'inquiry ' || number from core.inquiry union all select 'order ' || number from core.sales_order order by 1`.execute(
    house.owner,
  )
  return rows.map(({ what }) => what)
}

it('three years after delivery, when the day of payment came first, or there was none', async () => {
  await traded('paid', { delivered: '2023-11-22T10:00:00Z', due: '2023-11-03' })
  await traded('unbilled', { delivered: '2023-11-22T10:00:00Z' })
  expect(await left(23)).toHaveLength(6)
  expect(await left(24)).toEqual(['order paid', 'order unbilled', 'quote paid'])
})

it('three years after the day of payment, when that came after delivery, and not the day before', async () => {
  await traded('before', { delivered: '2023-11-01T10:00:00Z', due: '2023-11-23' })
  await traded('late', { delivered: '2023-11-01T10:00:00Z', due: '2023-11-24' })
  // Until then a claim for payment is good, and the papers that explain it are there.
  expect(await left(23)).toHaveLength(6)
  expect(await left(24)).toEqual(['inquiry late', 'order before', 'order late', 'quote before', 'quote late'])
  // The orders are the ground of invoices that the law keeps until the end of 2028, and the quotes explain them until 30 June 2027.
  expect(await left(25)).toEqual(['order before', 'order late', 'quote before', 'quote late'])
})

it('not while what was ordered is undelivered, though the day of payment is long past', async () => {
  await traded('waits', { delivered: null, due: '2023-11-03' })
  expect(await left(30)).toContain('quote waits')
})
