import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { endsWhen } from './ends-when.ts'
import { placeHold, releaseHold } from './place-hold.ts'
import { writtenEnd } from './written-end.ts'

const now = new Date('2026-11-24T09:00:00Z')
const accountId = '01890000-0000-7000-8000-00000000000a'
const [kari, inquiry, order, invoice] = [1, 2, 3, 4].map((n) => `01890000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, name, created_at, last_active_at) values (${accountId}, 'customer', 'Fjord AS', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, language, created_at, last_active_at) values (${accountId}, ${kari}, 'nb', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at)
    values (${accountId}, ${inquiry}, 'F-1', ${kari}, 'question', 'web', 'Kopper', '', ${now}, ${now})`.execute(house.owner)
  await sql`insert into core.sales_order (account_id, id, number, person_id, source, net, vat, gross, confirmed_at)
    values (${accountId}, ${order}, 'O-1', ${kari}, 'quote', 100, 25, 125, ${now})`.execute(house.owner)
})
afterAll(() => house.close())

const declared = (name: string) => inventory.find(({ table }) => table === name)!
const end = (table: string, id: string) => endsWhen(house.for('legal_obligation'), now, declared(table), { accountId, id })

it('is told of what counts, of what has not begun to count, and of whoever goes with a relationship that goes on', async () => {
  // Where there is trade, dialogue is kept as long as a claim: three years from a Tuesday end on a Saturday, so on the Monday.
  expect(await end('core.inquiry', inquiry)).toMatchObject({ rule: 'R-10', on: '2029-11-27', over: false, personId: kari })
  expect(await end('core.sales_order', order)).toMatchObject({ rule: 'R-06', on: null })
  expect(await end('core.person', kari)).toMatchObject({ rule: 'R-01', on: null })
  expect(await end('core.account', accountId)).toMatchObject({ rule: 'R-02', on: null })
  expect(await end('core.inquiry', order)).toBeUndefined()
})

it('of a document counts from the last that settles it, as the function does that deletes it', async () => {
  await sql`insert into core.invoice (account_id, id, kind, series, number, order_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer, currency, net, vat, gross, language, document_hash, previous_hash, issued_at)
    values (${accountId}, ${invoice}, 'invoice', 'invoice', 1, ${order}, '2026-11-01', '2026-11-15', '2026-11-01', 'Bergen', '{}', '{}', 'NOK', 100, 25, 125, 'nb', 'a', 'b', ${now})`.execute(
    house.owner,
  )
  expect((await end('core.invoice', invoice))?.on).toBe('2032-01-01')
  expect(await end('core.sales_order', order)).toMatchObject({ rule: 'R-07', on: '2032-01-01' })
  await sql`insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at)
    values (${accountId}, gen_random_uuid(), ${invoice}, 125, '2027-01-05', ${now})`.execute(house.owner)
  expect((await end('core.invoice', invoice))?.on).toBe('2033-01-01')
  expect((await end('core.sales_order', order))?.on).toBe('2033-01-01')
})

it('names who wants it longer, and leads only whoever may decide it to the decision', async () => {
  const legal = house.for('legal_obligation')
  const written = (role: string) => writtenEnd(legal, { now, role }, declared('core.invoice'), { accountId, id: invoice })
  expect(await written('salesperson')).toMatchObject({ text: 'Slettes 01.01.2033', link: undefined })
  expect((await written('host'))?.link).toEqual({
    label: 'Behold lenger',
    to: `/desk/beholdt?kunde=${accountId}&slag=core.sales_order&sak=${order}`,
  })
  const item = { table: 'core.sales_order', id: order } as const
  const why = { kind: 'claim', reference: 'K-1', reason: 'Reklamasjon på trykket', approvedBy: 'siv' } as const
  const { id } = (await placeHold(legal, now, { accountId, personId: kari, item, ...why })) as { id: string }
  expect(await written('host')).toMatchObject({
    text: 'Slettes 01.01.2033',
    ground:
      '5 år etter regnskapsårets slutt (GDPR art. 6(1)(c), bokføringsloven § 13). Beholdes uansett til 24.11.2027. K-1: Reklamasjon på trykket.',
    link: { label: 'Se på beslutningen' },
  })
  await sql`update core.hold set lapses_on = '2033-03-01'`.execute(house.owner)
  expect(await written('salesperson')).toEqual({
    text: 'Beholdes til 01.03.2033',
    ground:
      'K-1: Reklamasjon på trykket. Ellers slettet 01.01.2033. 5 år etter regnskapsårets slutt (GDPR art. 6(1)(c), bokføringsloven § 13).',
    link: undefined,
  })
  expect((await end('core.inquiry', inquiry))?.hold).toBeNull()
  await releaseHold(legal, now, { accountId, id })
  expect((await written('host'))?.text).toBe('Slettes 01.01.2033')
})
