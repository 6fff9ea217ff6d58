import { sql } from 'kysely'
import { daysAfter, type Day } from '#clock'
import type { For } from '#purposes'
import { measureNames, measures, type Measure } from './measure.ts'
import { before, bucketOf, bucketsOf, wholeWeeks, type Range, type Step } from './period.ts'
import { openedAtLeast, release, seenOf, type Cell, type Tables } from './release.ts'
import { statisticsSettings } from './settings.ts'

export type Row = { readonly value: string; readonly n: number; readonly before: number }
export type Figures = {
  readonly range: Range
  readonly previous: Range
  /** The whole weeks that the measures kept by the week are shown for. */
  readonly weeks: Range | undefined
  readonly threshold: number
  /** Pages opened, at least: hidden cells are in none of these sums. */
  readonly opened: { readonly n: number; readonly before: number }
  readonly overTime: readonly { readonly from: Day; readonly n: number }[]
  readonly by: ReadonlyMap<Measure, readonly Row[]>
}

/** The figures of a period and of the one before it. All are sums of released cells. */
export async function figures(db: For<'web_statistics'>, range: Range, step: Step): Promise<Figures> {
  const previous = before(range)
  const weeks = wholeWeeks(range)
  const weeksBefore = weeks && before(weeks)
  const { threshold } = await statisticsSettings(db)
  const earliest = weeksBefore && weeksBefore.from < previous.from ? weeksBefore.from : previous.from
  const [earlier, own] = await Promise.all([countersOf(db, { from: earliest, to: previous.to }), countersOf(db, range)])
  const { days, weeks: kept } = released(new Map([...earlier, ...own]), threshold)
  const opened = [...days].map(([day, tables]) => [day, openedAtLeast(tables, threshold)] as const)
  return {
    range,
    previous,
    weeks,
    threshold,
    opened: { n: total(opened, range), before: total(opened, previous) },
    overTime: bucketsOf(range, step).map((from) => ({
      from,
      n: opened.reduce((all, [day, n]) => (within(day, range) && bucketOf(day, step) === from ? all + n : all), 0),
    })),
    by: new Map(
      measureNames.map((measure) => {
        const byWeek = measures[measure].kept === 'week'
        return [measure, rows(measure, byWeek ? kept : days, byWeek ? weeks : range, byWeek ? weeksBefore : previous)]
      }),
    ),
  }
}

type Released = ReadonlyMap<Day, Tables>
type Counters = ReadonlyMap<Day, Tables>

/**
 * One row per bucket and measure: the cells travel as one text, because there may be thousands of them, and building a JSON object of
 * each takes the database twice as long. No value has a line's end or a tab in it.
 */
export async function countersOf(db: For<'web_statistics'>, { from, to }: Range): Promise<Counters> {
  const { rows } = await sql<{ starts_on: Day; measure: Measure; cells: string }>`
    select starts_on, measure, string_agg(value || E'\\t' || n, E'\\n') as cells from counter
    where starts_on between ${from} and ${to} group by starts_on, measure`.execute(db)
  const found = new Map<Day, Tables>()
  for (const { starts_on, measure, cells } of rows) {
    const table: Cell[] = cells.split('\n').map((line) => {
      const [value = '', n] = line.split('\t')
      return { value, n: Number(n) }
    })
    found.set(starts_on, { ...found.get(starts_on), [measure]: table })
  }
  return found
}

function released(counters: Counters, threshold: number): { readonly days: Released; readonly weeks: Released } {
  const days = new Map([...counters].map(([day, tables]) => [day, release(only(tables, 'day'), threshold)]))
  const weeks = new Map(
    [...counters]
      .filter(([, tables]) => tables.page ?? tables.referrer ?? tables.campaign)
      .map(([monday, tables]) => {
        const known = [0, 1, 2, 3, 4, 5, 6].map((n) => seenOf(days.get(daysAfter(monday, n)) ?? {}, threshold))
        return [monday, release(only(tables, 'week'), threshold, known)]
      }),
  )
  return { days, weeks }
}

function only(tables: Tables, kept: 'day' | 'week'): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([measure]) => measures[measure as Measure].kept === kept))
}

function rows(measure: Measure, buckets: Released, range: Range | undefined, previous: Range | undefined): Row[] {
  const sums = new Map<string, { n: number; before: number }>()
  for (const [day, tables] of buckets) {
    const when = within(day, range) ? 'n' : within(day, previous) ? 'before' : undefined
    if (when === undefined) continue
    for (const { value, n } of tables[measure] ?? []) {
      const sum = sums.get(value) ?? { n: 0, before: 0 }
      sum[when] += n
      sums.set(value, sum)
    }
  }
  const all = [...sums].map(([value, sum]) => ({ value, ...sum }))
  return all.toSorted((a, b) => b.n - a.n || b.before - a.before || (a.value < b.value ? -1 : 1))
}

function within(day: Day, range: Range | undefined): boolean {
  return range !== undefined && range.from <= day && day <= range.to
}

function total(opened: readonly (readonly [Day, number])[], range: Range): number {
  return opened.reduce((all, [day, n]) => (within(day, range) ? all + n : all), 0)
}
