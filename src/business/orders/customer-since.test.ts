import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { customerSince } from './customer-since.ts'

const account = '01890000-0000-7000-8000-00000000000a'
const [kari, per] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house?.close())
beforeEach(async () => {
  await sql`delete from core.sales_order`.execute(house.owner)
  await sql`delete from core.person`.execute(house.owner)
  await sql`delete from core.account`.execute(house.owner)
  await sql`insert into core.account (account_id, kind, name, created_at, last_active_at) values (${account}, 'customer', 'Fjord AS', now(), now())`.execute(
    house.owner,
  )
  for (const id of [kari, per])
    await sql`insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
      values (${account}, ${id}, 'X', 'Y', ${`${id}@fjord.example`}, 'nb', now(), now())`.execute(house.owner)
})

type Order = { by?: string | null; delivered?: string | null; cancelled?: string }
const ordered = ({ by = kari!, delivered = '2026-03-10T11:00:00Z', cancelled }: Order) =>
  sql`insert into core.sales_order (account_id, id, number, person_id, source, net, vat, gross, confirmed_at, delivered_at, cancelled_at)
    values (${account}, gen_random_uuid(), 'O-1', ${by}, 'quote', 1, 0, 1, '2026-03-01', ${delivered}, ${cancelled ?? null})`.execute(
    house.owner,
  )
const since = async (at: string, personId = kari!) =>
  (await customerSince(house.for('administer'), new Date(at), { accountId: account, personId }))?.toISOString()

const first = '2026-03-10T11:00:00.000Z'
const after = '2026-06-01T12:00:00Z'

it('counts a person as a customer from the first delivery of their own order until the relationship ends', async () => {
  expect(await since(after)).toBeUndefined() // asked, and bought nothing
  await ordered({ delivered: null })
  expect(await since(after)).toBeUndefined() // ordered, and got nothing yet
  await ordered({})
  await ordered({ delivered: '2026-05-02T08:00:00Z' })
  expect(await since('2026-03-10T10:59:59Z')).toBeUndefined() // the moment before
  expect(await since('2026-03-10T11:00:00Z')).toBe(first)
  expect(await since(after)).toBe(first)
  await sql`update core.account set ended_at = '2026-06-01T12:00:00Z'`.execute(house.owner)
  expect(await since('2026-06-01T11:59:59Z')).toBe(first)
  expect(await since(after)).toBeUndefined()
})

it.each<[string, Order]>([
  ['a colleague ordered', { by: per! }],
  ['the company bought, and nobody knows who', { by: null }],
  ['the order was cancelled', { cancelled: '2026-03-05T10:00:00Z' }],
])('makes nobody a customer when %s', async (_, order) => {
  await ordered(order)
  expect(await since(after)).toBeUndefined()
})

it('ends for who left the firm, the day they left', async () => {
  await ordered({})
  await sql`update core.person set left_on = '2026-05-01' where id = ${kari}`.execute(house.owner)
  expect(await since('2026-04-30T21:59:59Z')).toBe(first)
  expect(await since('2026-04-30T22:00:00Z')).toBeUndefined()
})
