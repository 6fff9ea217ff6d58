import { expect, it } from 'vitest'
import { holidaysOf, isWorkingDay, workingDayOnOrBefore, workingDaysAfter } from '#clock'

it('knows the holidays of 2026, Easter and Whitsun with them', () => {
  expect(holidaysOf(2026)).toEqual([
    '2026-01-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-17',
    '2026-05-24',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ])
})

it('finds Easter in early and late years', () => {
  for (const [year, monday] of [
    [2008, '2008-03-24'],
    [2027, '2027-03-29'],
    [2038, '2038-04-26'],
  ] as const)
    expect(holidaysOf(year)).toContain(monday)
})

it('works on Christmas Eve and New Year’s Eve', () => {
  expect(['2026-12-24', '2026-12-31', '2026-12-25'].map(isWorkingDay)).toEqual([true, true, false])
})

it('goes back over a whole Easter', () => {
  expect(workingDayOnOrBefore('2026-04-06')).toBe('2026-04-01')
})

it('counts two working days over a weekend, and over a holiday', () => {
  expect(workingDaysAfter('2026-11-20', 2)).toBe('2026-11-24')
  expect(workingDaysAfter('2026-12-24', 2)).toBe('2026-12-29')
})
