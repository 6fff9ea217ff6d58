import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import type { Declared } from '#personal-data'
import { endingsOf, isEndless } from './endings.ts'
import { beganBefore, expirySql } from './expiry.ts'
import { outOfReview, rules, type RuleId } from './rules.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** Rule, when it began, and the moment from which it may not be there any longer (Europe/Oslo). */
const table: readonly [RuleId, string, string][] = [
  // Months end with the same date, or the month's last day.
  ['R-04', '2025-11-23 10:00', '2026-11-24 00:00'],
  ['R-04', '2024-02-29 10:00', '2025-03-01 00:00'],
  ['R-11', '2026-08-31 23:59', '2027-03-01 00:00'],
  ['R-14', '2025-02-28 12:00', '2028-02-29 00:00'],
  // Days; the clock is put back on 25 October 2026 and forward on 28 March 2027, and midnight is midnight.
  ['R-01', '2026-10-01 00:00', '2026-11-01 00:00'],
  ['R-01', '2027-03-01 23:30', '2027-04-01 00:00'],
  ['R-22', '2026-08-26 00:30', '2026-11-25 00:00'],
  // A quarter to midnight in Oslo is the day before in London in summer: Oslo decides.
  ['R-22', '2026-07-01 23:45', '2026-09-30 00:00'],
  ['R-22', '2026-07-02 00:15', '2026-10-01 00:00'],
  // Hours are hours, also through the night when an hour comes twice.
  ['R-21', '2026-10-24 12:00', '2026-10-25 12:00'],
  // The accounting year of an invoice of 15 March 2026 ends with 2026; kept to and including 31 December 2031.
  ['R-07', '2026-03-15 00:00', '2032-01-01 00:00'],
  ['R-07', '2026-12-31 23:59', '2032-01-01 00:00'],
  ['R-07', '2027-01-01 00:00', '2033-01-01 00:00'],
  ['R-08', '2026-03-15 00:00', '2030-07-01 00:00'],
  // Limitation: the day before a Saturday, a Saturday, a Sunday, Maundy Thursday 2029, 1 May, 17 May, a leap day.
  ['R-10', '2023-11-24 10:00', '2026-11-25 00:00'],
  ['R-10', '2023-11-20 10:00', '2026-11-21 00:00'],
  ['R-10', '2023-11-21 10:00', '2026-11-24 00:00'],
  ['R-10', '2023-11-22 10:00', '2026-11-24 00:00'],
  ['R-10', '2026-03-29 10:00', '2029-04-04 00:00'],
  ['R-10', '2023-05-01 10:00', '2026-05-05 00:00'],
  ['R-10', '2022-05-17 10:00', '2025-05-20 00:00'],
  ['R-10', '2024-02-29 10:00', '2027-03-02 00:00'],
  ['R-06', '2023-12-25 10:00', '2026-12-29 00:00'],
  ['R-06', '2023-12-24 10:00', '2026-12-25 00:00'],
  // And each of the others, a month's end or a leap day where months are counted.
  ['R-02', '2024-02-29 10:00', '2027-03-01 00:00'],
  ['R-02e', '2026-01-31 10:00', '2026-03-03 00:00'],
  ['R-03', '2024-02-29 23:30', '2026-03-01 00:00'],
  ['R-05', '2025-08-31 00:00', '2026-09-01 00:00'],
  ['R-09', '2026-12-31 23:59', '2030-07-01 00:00'],
  ['R-09', '2027-01-01 00:00', '2031-07-01 00:00'],
  ['R-12', '2026-11-24 10:00', '2029-11-25 00:00'],
  ['R-13', '2026-01-30 10:00', '2026-03-02 00:00'],
  ['R-16', '2024-02-29 00:00', '2027-03-01 00:00'],
  ['R-17', '2026-11-24 10:00', '2027-02-23 00:00'],
  ['R-18', '2028-02-29 10:00', '2029-03-01 00:00'],
  ['R-19', '2026-10-31 10:00', '2027-11-01 00:00'],
  ['R-20', '2024-02-29 10:00', '2025-03-01 00:00'],
  ['R-23', '2025-11-23 23:59', '2026-11-24 00:00'],
  ['R-24', '2026-11-30 10:00', '2029-12-01 00:00'],
  ['R-25', '2025-02-28 10:00', '2028-02-29 00:00'],
  ['R-26', '2023-11-23 10:00', '2026-11-24 00:00'],
  ['R-26d', '2024-02-29 10:00', '2029-03-01 00:00'],
  ['R-26i', '2026-11-24 10:00', '2027-02-23 00:00'],
  ['R-27', '2024-02-29 10:00', '2029-03-01 00:00'],
  ['R-27p', '2024-02-29 10:00', '2027-03-01 00:00'],
  ['R-28', '2026-03-31 10:00', '2029-04-01 00:00'],
  ['R-29', '2026-11-30 10:00', '2026-12-31 00:00'],
  ['R-30', '2026-02-01 10:00', '2026-03-04 00:00'],
  ['R-31', '2026-11-30 10:00', '2026-12-01 00:00'],
  ['R-33', '2026-11-30 10:00', '2027-12-01 00:00'],
  ['R-34', '2026-11-30 10:00', '2029-12-01 00:00'],
]

describe('a row expires', () => {
  it.each(table)('%s, begun %s: at %s', async (rule, began, ends) => {
    const { rows } = await sql<{ at: string }>`
      select to_char(${sql.raw(expirySql(rule, `timestamp '${began}' at time zone 'Europe/Oslo'`))} at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as at`.execute(
      house.owner,
    )
    expect(rows[0]!.at).toBe(ends)
  })

  it('is found the day it expires and not the day before, for every rule and through leap years, holidays and summer time', async () => {
    for (const now of [
      '2026-11-24T00:42:00Z',
      '2028-02-29T23:30:00Z',
      '2028-03-31T00:42:00Z',
      '2027-03-28T01:00:00Z',
      '2029-04-03T22:00:00Z',
      '2031-12-31T23:00:00Z',
    ]) {
      for (const [rule, before] of await beganBefore(house.owner, Object.keys(rules) as RuleId[], new Date(now))) {
        const expiry = sql.raw(expirySql(rule, 'began'))
        const { rows } = await sql<{ wrong: number }>`
          select count(*)::int as wrong from generate_series(${before}::timestamptz - interval '40 days', ${before}::timestamptz + interval '40 days', interval '6 hours 1 minute') began
          where (${expiry} <= ${now}::timestamptz) <> (began < ${before})`.execute(house.owner)
        expect(rows[0]!.wrong, `${rule} at ${now}`).toBe(0)
      }
    }
  })

  it('of every rule that ends anything is in the table', () => {
    const counted = new Set(table.map(([rule]) => rule))
    const ending = (Object.keys(rules) as RuleId[]).filter((rule) => rules[rule].period !== null)
    expect(ending.filter((rule) => !counted.has(rule))).toEqual([])
  })

  it('never, where nothing but a decision ends it', async () => {
    expect([...(await beganBefore(house.owner, ['R-15', 'R-32'], new Date()))]).toEqual([])
  })
})

describe('the schedule', () => {
  it('ends nothing that the sweep may not touch', () => {
    const sweeps = ['legal_obligation', 'security'] as const
    const may = (table: Declared, act: 'delete' | 'update') =>
      sweeps.some((purpose) => table.direct?.includes(purpose) || (table[act] !== 'all' && table[act]?.includes(purpose)))
    const ended = inventory.flatMap((table) => endingsOf(table).map((ending) => ({ table, ending })))
    expect(ended.length).toBeGreaterThan(40)
    const stuck = ended.filter(
      ({ table, ending: { rule, does = 'delete' } }) =>
        rules[rule].period !== null && does !== 'elsewhere' && !may(table, does === 'empty' ? 'update' : 'delete'),
    )
    expect(stuck.map(({ table }) => table.table)).toEqual([])
  })

  it('lets nothing about a person be stored without an end', () => {
    expect(inventory.filter(isEndless).map(({ table }) => table)).toEqual([])
    const consent = inventory.find(({ table }) => table === 'core.consent')!
    const { since: _, ...endless } = consent
    expect(isEndless(endless)).toBe(true)
  })

  it('warns from the day after a rule should have been read again', () => {
    const schedule = { 'R-01': { reviewedThrough: '2027-06-30' }, 'R-02': { reviewedThrough: '2028-06-30' } }
    expect(outOfReview('2027-06-29', schedule)).toEqual([])
    expect(outOfReview('2027-06-30', schedule)).toEqual([])
    expect(outOfReview('2027-07-01', schedule)).toEqual(['R-01'])
  })
})
