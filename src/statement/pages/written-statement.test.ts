import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import { sentences } from '../clauses/clauses.ts'
import { latestResults } from '../latest-results.ts'
import { publishIfChanged } from '../revisions/publish-if-changed.ts'
import { writtenStatement } from './written-statement.tsx'

const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-25T00:30:00Z')
const sentence = sentences.find(({ id }) => id === 'registration.the-eight-fields')!
const control = sentence.controls[0]!

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
})
afterAll(() => house?.close())

const read = (at = now) => writtenStatement(house.for('deliver'), at, 'nb')
const shown = async (at?: Date) =>
  new RegExp(`id="${sentence.id}" data-state="(\\w+)"[^]*?<b>(\\d+)`).exec((await read(at))!)?.slice(1, 3)
const found = (at: Date, n: number) =>
  sql`insert into evidence.control_result (id, sentence, control, kind, found, of, measured, state, at, milliseconds)
    values (${newId(at)}, ${sentence.id}, ${control.name}, 'query', ${n}, 7, '', ${n === 0 ? 'kept' : 'broken'}, ${at}, 1)`.execute(
    house.owner,
  )

it('is written anew as soon as anything it is made of is another: a text, a finding, a finding that somebody changed', async () => {
  expect(await read()).toBeUndefined()
  await publishIfChanged(house.owner, now)
  expect(await read()).toContain(`id="${sentence.id}" data-state="unproven"`)
  await found(new Date('2026-11-22T01:00:00Z'), 3)
  expect(await shown()).toEqual(['broken', '3'])
  await found(new Date('2026-11-23T01:00:00Z'), 0)
  expect(await shown()).toEqual(['kept', '0'])
  await sql`update evidence.control_result set found = 5, state = 'broken' where found = 0`.execute(house.owner)
  expect(await shown()).toEqual(['broken', '5'])
  await sql`update evidence.control_result set found = 0, state = 'kept' where found = 5`.execute(house.owner)
  await saveController(house.owner, now, { ...sampleController, phone: '+47 55 99 99 99' })
  await publishIfChanged(house.owner, now)
  expect(await read()).toContain('+47 55 99 99 99')
  await sql`update core.statement_revision set texts = replace(texts::text, '99 99 99', '11 11 11')::jsonb`.execute(house.owner)
  expect(await read()).toContain('+47 55 11 11 11')
})

it('is written anew when a look has become too old though nothing happened, and not in the other language', async () => {
  expect(await shown(new Date('2026-11-25T01:00:00Z'))).toEqual(['kept', '0'])
  expect(await shown(new Date('2026-11-25T01:00:01Z'))).toEqual(['stale', '0'])
  expect(await shown(now)).toEqual(['kept', '0'])
  expect(await writtenStatement(house.for('deliver'), now, 'en')).toContain('promises kept')
})

it('tells of each control the last result and no other, however many nights there were', async () => {
  for (let night = 1; night < 20; night++) await found(new Date(Date.UTC(2026, 9, night)), 1)
  await sql`insert into evidence.control_result select gen_random_uuid(), 'a.first', 'b', 'query', n, 1, '', 'kept', ${later}::timestamptz - n * interval '1 day', 1
    from generate_series(0, 3) n`.execute(house.owner)
  const results = await latestResults(house.for('deliver'))
  expect(results.map(({ sentence, found, at }) => [sentence, found, at.toISOString()])).toEqual([
    ['a.first', 0, later.toISOString()],
    [sentence.id, 0, '2026-11-23T01:00:00.000Z'],
  ])
})
