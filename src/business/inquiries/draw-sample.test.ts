import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { checkSample, sampleList } from './check-sample.ts'
import { drawSample } from './draw-sample.ts'

const now = new Date('2026-12-01T05:00:00Z')
const account = '01890000-0000-7000-8000-00000000000a'
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${account}, 'inquirer', ${now}, ${now})`.execute(
    house.owner,
  )
  await closed(600, '2026-11-15T10:00:00Z')
  await closed(1, '2026-10-31T22:30:00Z')
  await closed(1, '2026-11-30T23:30:00Z')
})
afterAll(() => house.close())

const closed = (count: number, at: string) =>
  sql`insert into core.inquiry (account_id, id, number, kind, channel, subject, body, received_at, closed_at, last_message_at, owner_user_id)
    select ${account}, gen_random_uuid(), ${at} || n, 'question', 'web', 'x', 'x', ${at}, ${at}, ${at}, 'siv' from generate_series(1, ${count}::int) n`.execute(
    house.owner,
  )

it('draws two per cent of last month in Oslo, once, and by lot', async () => {
  expect(await drawSample(house.for('case_documentation'), now)).toBe(12)
  expect(await drawSample(house.for('case_documentation'), now)).toBe(0)
  const rows = await sampleList(house.for('case_documentation'))
  expect(rows.every(({ number }) => number.startsWith('2026-11-15'))).toBe(true)
})

it('is looked through by another than the handler, once', async () => {
  const [first] = await sampleList(house.for('case_documentation'))
  const { account_id: accountId, id } = first!
  const check = (staffUserId: string) =>
    checkSample(house.for('case_documentation'), now, { accountId, id, finding: 'only what is necessary', staffUserId })
  expect(await check('siv')).toMatchObject({ refused: 'you handled it' })
  expect(await check('ingrid')).toEqual({ checked: true })
  expect(await check('ingrid')).toMatchObject({ refused: 'not to be checked' })
})
