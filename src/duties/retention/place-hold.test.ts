import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { holdList } from './hold-list.ts'
import { placeHold, releaseHold, reviewHold } from './place-hold.ts'

const now = new Date('2026-11-24T09:00:00Z')
const accountId = '01890000-0000-7000-8000-00000000000a'
const personId = '01890000-0000-7000-8000-000000000001'
const hold = {
  accountId,
  personId,
  kind: 'claim',
  reference: 'K-2026-1',
  reason: 'Reklamasjon på trykket',
  approvedBy: 'siv',
} as const
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, name, created_at, last_active_at) values (${accountId}, 'customer', 'Fjord AS', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, language, created_at, last_active_at) values (${accountId}, ${personId}, 'nb', ${now}, ${now})`.execute(
    house.owner,
  )
})
afterEach(() => house.close())

const placed = async () => (await placeHold(house.for('legal_obligation'), now, hold)) as { id: string }
const stateAt = async (at: string) => (await holdList(house.for('legal_obligation'), new Date(at)))[0]!.state

it('needs a reference and a reason that says something', async () => {
  expect(await placeHold(house.for('legal_obligation'), now, { ...hold, reference: ' ' })).toMatchObject({ field: 'reference' })
  expect(await placeHold(house.for('legal_obligation'), now, { ...hold, reason: 'fordi' })).toMatchObject({ field: 'reason' })
  expect(await holdList(house.for('legal_obligation'), now)).toEqual([])
})

it('is of somebody and something that are there, of that customer', async () => {
  const db = house.for('legal_obligation')
  const other = '01890000-0000-7000-8000-0000000000ff'
  expect(await placeHold(db, now, { ...hold, personId: other })).toMatchObject({ refused: 'no such customer' })
  expect(await placeHold(db, now, { ...hold, accountId: other })).toMatchObject({ refused: 'no such customer' })
  const item = { table: 'core.inquiry', id: other } as const
  expect(await placeHold(db, now, { ...hold, item })).toMatchObject({ refused: 'no such item', field: 'reference' })
  expect(await holdList(db, now)).toEqual([])
  expect(await placeHold(db, now, hold)).toHaveProperty('id')
})

it('is to be read after ninety days, and lapses by itself the day after twelve months', async () => {
  await placed()
  expect(await stateAt('2027-02-21T12:00:00Z')).toBe('in force')
  expect(await stateAt('2027-02-22T12:00:00Z')).toBe('to be read')
  expect(await stateAt('2027-11-24T22:59:00Z')).toBe('to be read')
  expect(await stateAt('2027-11-24T23:00:00Z')).toBe('lapsed')
})

it('is renewed by being read, until it is released; what has lapsed stays lapsed', async () => {
  const which = { accountId, id: (await placed()).id }
  const db = house.for('legal_obligation')
  expect(await reviewHold(db, new Date('2027-02-20T09:00:00Z'), which)).toBe(true)
  expect(await stateAt('2028-02-20T12:00:00Z')).toBe('to be read')
  expect(await reviewHold(db, new Date('2028-02-21T09:00:00Z'), which)).toBe(false)
  expect(await releaseHold(db, new Date('2027-12-01T09:00:00Z'), which)).toBe(true)
  expect(await releaseHold(db, new Date('2027-12-01T09:00:00Z'), which)).toBe(false)
  expect(await stateAt('2027-12-02T12:00:00Z')).toBe('released')
})
