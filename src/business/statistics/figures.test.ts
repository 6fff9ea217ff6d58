/** Whatever is asked of the figures, in any order: no answer holds more than the days and weeks it is made of. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { daysAfter, type Day } from '#clock'
import { openTestHouse, type TestHouse } from '#testing'
import { figures, type Figures } from './figures.ts'
import { measureNames, measures } from './measure.ts'
import { before, steps, type Range } from './period.ts'
import { rollUp } from './roll-up.ts'

const first = '2026-01-26' // a Monday
const last = '2026-04-05' // the Sunday after the clocks were put forward
const days = Array.from({ length: 70 }, (_, n) => daysAfter(first, n))

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const values: Record<string, readonly string[]> = {
    language: ['nb', 'en', 'sv', 'de'],
    device: ['desktop', 'mobile', 'tablet', 'other'],
    hour: ['09', '10', '21'],
    browser: ['Chrome', 'Safari'],
    stay: ['0–10 s', '> 5 min'],
    dropped: ['robot', 'said no'],
    page: ['/', '/produkter', '/om-oss'],
    referrer: ['direct', 'sok.example', 'gaveguiden.example'],
  }
  for (const each of days) await sql`select statistics.open_day(${each})`.execute(house.owner)
  for (const [measure, all] of Object.entries(values)) {
    // Some large and some small, all different, and the same each time.
    await sql`insert into statistics.day_counter
      select d.day::date, ${measure}, v.value, 1 + (d.at * 7 + v.at * 31 + ${measure.length}::int * 13) % (case v.at when 1 then 140 else 23 end)
      from unnest(${days}::text[]) with ordinality d (day, at), unnest(${[...all]}::text[]) with ordinality v (value, at)`.execute(
      house.owner,
    )
  }
  await rollUp(house.for('web_statistics'), new Date('2026-04-10T10:00:00Z'))
})
afterAll(() => house.close())

const ask = (range: Range, step = steps[0] as (typeof steps)[number]) => figures(house.for('web_statistics'), range, step)
const day = fc.integer({ min: 0, max: 69 }).map((n) => days[n]!)
const range = fc.tuple(day, day).map(([a, b]): Range => (a < b ? { from: a, to: b } : { from: b, to: a }))

/** What one day or one whole week says by itself, kept so that each is asked once. */
const alone = new Map<Day, Promise<Figures>>()
const bucket = (from: Day, length: 1 | 7) => {
  const key = `${from} ${length}` as Day
  const there = alone.get(key) ?? ask({ from, to: daysAfter(from, length - 1) })
  alone.set(key, there)
  return there
}

it('says of any period and any comparison only the sums of its days and weeks', async () => {
  let shown = 0
  const sums = async ({ from, to }: Range, measure: (typeof measureNames)[number]) => {
    const length = measures[measure].kept === 'week' ? 7 : 1
    const starts = days.filter((each, n) => n % length === 0 && each >= from && daysAfter(each, length - 1) <= to)
    const all = new Map<string, number>()
    for (const start of starts) {
      for (const { value, n } of (await bucket(start, length)).by.get(measure)!)
        if (n > 0) all.set(value, (all.get(value) ?? 0) + n)
    }
    return all
  }
  await fc.assert(
    fc.asyncProperty(range, fc.constantFrom(...steps), async (asked, step) => {
      const found = await ask(asked, step)
      const weeksBefore = found.weeks && before(found.weeks)
      for (const measure of measureNames) {
        const previous = measures[measure].kept === 'week' ? weeksBefore : found.previous
        const [now, then] = [await sums(asked, measure), previous ? await sums(previous, measure) : new Map()]
        const rows = found.by.get(measure)!
        shown += rows.length
        expect(new Map(rows.filter(({ n }) => n > 0).map(({ value, n }) => [value, n]))).toEqual(now)
        if (previous === undefined || previous.from >= first)
          expect(new Map(rows.filter((row) => row.before > 0).map((row) => [row.value, row.before]))).toEqual(then)
      }
      const opened = await Promise.all(
        days.filter((each) => asked.from <= each && each <= asked.to).map((each) => bucket(each, 1)),
      )
      const all = opened.reduce((sum, { opened }) => sum + opened.n, 0)
      expect([found.opened.n, found.overTime.reduce((sum, { n }) => sum + n, 0)]).toEqual([all, all])
    }),
    { seed: 20261201, numRuns: 40 },
  )
  expect(shown).toBeGreaterThan(500)
  expect(days.at(-1)).toBe(last)
}, 60_000)
