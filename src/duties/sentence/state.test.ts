import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { days, promiseState, query, sentence, stateOf, type Result } from './sentence.ts'

const finds = { nb: 'funn', en: 'finds' }
const control = query({ name: 'looks', finds, every: days(2), broken: () => sql`select 1`, of: () => sql`select 1` })
const checked = sentence({ id: 'a.b', promises: ['0-a'], says: { nb: 'Vi ser etter.', en: 'We look.' }, controls: [control] })
const result = (at: string, state: Result['state'] = 'kept'): Result => ({
  sentence: 'a.b',
  control: 'looks',
  found: state === 'kept' ? 0 : 1,
  of: 1,
  state,
  at: new Date(at),
})
const now = new Date('2026-11-23T02:00:00Z')

it('is never green without a control, or before the control has looked', () => {
  expect(stateOf(sentence({ id: 'a.c', promises: [], says: { nb: 'Vi lover.', en: 'We promise.' } }), [], now)).toBe('unproven')
  expect(stateOf(checked, [], now)).toBe('unproven')
  expect(stateOf(checked, [{ ...result('2026-11-23T01:00:00Z'), control: 'another' }], now)).toBe('unproven')
})

it('is kept on the day, kept to the hour, and stale after', () => {
  expect(stateOf(checked, [result('2026-11-23T01:00:00Z')], now)).toBe('kept')
  expect(stateOf(checked, [result('2026-11-21T02:00:00Z')], now)).toBe('kept')
  expect(stateOf(checked, [result('2026-11-21T01:59:59Z')], now)).toBe('stale')
})

it('stays broken however old the finding is', () => {
  expect(stateOf(checked, [result('2026-01-01T00:00:00Z', 'broken')], now)).toBe('broken')
})

it('is as good as the worst of its controls, and a promise as the worst of its sentences', () => {
  const two = { ...checked, controls: [control, { ...control, name: 'looks again' }] }
  expect(stateOf(two, [result('2026-11-23T01:00:00Z')], now)).toBe('unproven')
  expect(promiseState(['kept', 'stale'])).toBe('stale')
  expect(promiseState(['kept', 'unproven', 'stale'])).toBe('unproven')
  expect(promiseState(['kept', 'broken', 'unproven'])).toBe('broken')
  expect(promiseState([])).toBe('unproven')
})
