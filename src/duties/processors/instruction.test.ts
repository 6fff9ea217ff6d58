import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { openTestHouse, type TestHouse } from '#testing'
import { instructions, instructionState, instructionsWaiting } from './instruction.ts'

const accountId = '01890000-0000-7000-8000-00000000000a'
const day = (date: number) => new Date(Date.UTC(2026, 10, date, 10))
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at)
    values (${accountId}, 'customer', ${day(1)}, ${day(1)})`.execute(house.owner)
})
afterAll(() => house.close())

it('lists what waits for us, then what waits for them, the oldest on top; then the answered, the newest on top', async () => {
  const queued = (date: number) => ({ queued_at: day(date) })
  const sent = (date: number) => ({ ...queued(date), sent_at: day(date) })
  const stand = [
    queued(1),
    sent(2),
    // A reminder that did not arrive waits for its next try: what it reminds of did.
    { ...sent(3), failed_at: day(17), failure: 'fetch failed' },
    { ...sent(4), answered_at: day(8), answer: 'confirmed' },
    { ...sent(5), answered_at: day(9), answer: 'kept_by_law' },
    { ...sent(6), escalated_at: day(27), overdue_at: day(28), answered_at: day(29), answer: 'confirmed' },
    { ...queued(7), failed_at: day(7), failure: 'fetch failed' },
    { ...sent(8), escalated_at: day(29) },
    { ...queued(9), failed_at: day(9), failure: 'fetch failed', escalated_at: day(30) },
    { ...sent(10), escalated_at: day(29), overdue_at: day(30) },
    { ...sent(11), answer: 'contested' },
  ]
  await house.owner
    .insertInto('core.instruction')
    .values(stand.map((each) => ({ account_id: accountId, id: newId(day(1)), recipient: 'bitpro', kind: 'erasure', ...each })))
    .execute()
  const found = await instructions(house.for('legal_obligation'), 'bitpro')
  expect(found.map((each) => [each.queued_at.getUTCDate(), instructionState(each)])).toEqual([
    [7, 'failed'],
    [8, 'escalated'],
    [9, 'escalated'],
    [10, 'overdue'],
    [11, 'contested'],
    [1, 'queued'],
    [2, 'sent'],
    [3, 'sent'],
    [6, 'confirmed'],
    [5, 'kept_by_law'],
    [4, 'confirmed'],
  ])
  expect(await instructionsWaiting(house.for('legal_obligation'))).toBe(5)
})
