import { expect, it } from 'vitest'
import { answerBy, isWorkingDay } from './answer-by.ts'

it.each([
  ['Monday morning', '2026-11-23T08:00:00Z', '2026-11-25'],
  ['late on Monday in Oslo', '2026-11-23T22:59:00Z', '2026-11-25'],
  ['past midnight in Oslo', '2026-11-23T23:01:00Z', '2026-11-26'],
  ['Thursday', '2026-11-26T08:00:00Z', '2026-11-30'],
  ['Friday', '2026-11-27T08:00:00Z', '2026-12-01'],
  ['Saturday', '2026-11-28T08:00:00Z', '2026-12-01'],
  ['the day before Maundy Thursday', '2026-04-01T08:00:00Z', '2026-04-08'],
  ['the eve of Christmas', '2026-12-24T08:00:00Z', '2026-12-29'],
])('a question that came %s is answered by %s → %s', (_when, received, day) => expect(answerBy(new Date(received))).toBe(day))

it('knows the days off around Easter, the day before and the day after', () => {
  const days = [
    '2027-03-24',
    '2027-03-25',
    '2027-03-26',
    '2027-03-29',
    '2027-03-30',
    '2027-05-05',
    '2027-05-06',
    '2027-05-07',
    '2027-05-17',
  ]
  expect(days.map(isWorkingDay)).toEqual([true, false, false, false, true, true, false, true, false])
})
