import { sql } from 'kysely'
import { dayOf, type Day } from '#clock'
import type { For } from '#purposes'
import { anotherSite } from './coarse.ts'
import { whatWeKnow, type Known } from './known.ts'
import type { Measure } from './measure.ts'
import { countsOf, type Heard, type Seen } from './visit.ts'

export type Counter = {
  /** Counts them together, and is done when they are on disk; fails when that did not happen. */
  readonly count: (now: Date, ...seen: Seen[]) => Promise<void>
  readonly known: (now: Date) => Known | Promise<Known>
  /** Done when everything handed over is on disk. */
  readonly settled: () => Promise<void>
}

type Sums = Map<Measure, Map<string, number>>
/** Who was counted together waits for one and the same promise. */
type Batch = { readonly days: Map<Day, Sums>; readonly heard: Heard; readonly written: PromiseWithResolvers<void> }

const known = { forMs: 30_000 }

/** So many sites a day are told apart: anybody can invent more, and each would be a row. */
export const sitesADay = 2000

/**
 * Adds up visits in memory and writes the sums, one transaction at a time: while one commits, the next gathers. What is counted
 * is answered only after its commit, so nothing that was answered is lost when the program is killed.
 */
export function openCounter(db: For<'web_statistics'>, patterns: readonly string[], ownHost: string): Counter {
  let batch = newBatch()
  let writing: Promise<void> | undefined
  const open = new Set<Day>()
  let knowledge: { readonly at: number; readonly known: Known | Promise<Known> } | undefined

  const whatIsKnown = (now: Date) => {
    if (!knowledge || now.getTime() - knowledge.at > known.forMs) knowledge = { at: now.getTime(), known: asked(now) }
    return knowledge.known
  }
  const asked = async (now: Date) => {
    const at = now.getTime()
    try {
      const known = await whatWeKnow(db, patterns, ownHost)
      knowledge = { at, known }
      return known
    } catch (error) {
      knowledge = undefined
      throw error
    }
  }
  let sites = { day: '', seen: new Set<string>() }
  const anotherSiteOver = (day: Day, site: string) => {
    if (sites.day !== day) sites = { day, seen: new Set() }
    if (sites.seen.size < sitesADay) sites.seen.add(site)
    return sites.seen.has(site) ? site : anotherSite
  }
  const add = (now: Date, known: Known, seen: readonly Seen[]) => {
    const { day, hour } = dayAndHour(now)
    const sums = within(batch.days, day, newSums)
    for (const each of seen) {
      const counts = typeof each === 'string' ? [['dropped', each] as const] : countsOf(each, known, hour, batch.heard)
      for (const [measure, value] of counts) {
        const values = within(sums, measure, newValues)
        const counted = measure === 'referrer' ? anotherSiteOver(day, value) : value
        values.set(counted, (values.get(counted) ?? 0) + 1)
      }
    }
    writing ??= writeAll()
    return batch.written.promise
  }
  const writeAll = async () => {
    do {
      // A turn of the event loop: answers go out, and whatever arrives together is written together.
      await new Promise(setImmediate)
      const full = batch
      batch = newBatch()
      await write(db, full.days, open).then(full.written.resolve, full.written.reject)
    } while (batch.days.size > 0)
    writing = undefined
  }
  return {
    count: (now, ...seen) => {
      const known = whatIsKnown(now)
      return known instanceof Promise ? known.then((known) => add(now, known, seen)) : add(now, known, seen)
    },
    known: whatIsKnown,
    settled: async () => writing,
  }
}

function newBatch(): Batch {
  return { days: new Map(), heard: new Map(), written: Promise.withResolvers() }
}

const newSums = (): Sums => new Map()
const newValues = () => new Map<string, number>()

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}

async function write(db: For<'web_statistics'>, days: Batch['days'], open: Set<Day>): Promise<void> {
  const rows = rowsOf(days)
  for (const day of days.keys()) if (!open.has(day)) await openDay(db, day, open)
  try {
    await add(db, rows)
  } catch (error) {
    // The day was rolled up while we gathered: it is opened again, and the next roll-up adds the rest. Or another program was adding too.
    const { code } = error as { code?: string }
    if (code !== checkViolation && code !== deadlock) throw error
    for (const day of days.keys()) await openDay(db, day, open)
    await add(db, rows)
  }
}

/**
 * Adds where the value was seen before, and begins a row where it was not. Most were, and an upsert writes each of those twice in the log:
 * once that the row is held, once that it changed (decision 68).
 */
async function add(db: For<'web_statistics'>, { days, measures, values, ns }: Columns): Promise<void> {
  await sql`with given as (select * from unnest(${days}::date[], ${measures}::text[], ${values}::text[], ${ns}::int[]) g (day, measure, value, n)),
    there as (update statistics.day_counter as today set n = today.n + given.n from given
      where (today.day, today.measure, today.value) = (given.day, given.measure, given.value)
      returning today.day, today.measure, today.value)
    insert into statistics.day_counter as today (day, measure, value, n)
      select * from given where (day, measure, value) not in (select * from there)
      on conflict (day, measure, value) do update set n = today.n + excluded.n`.execute(db)
}

type Columns = ReturnType<typeof rowsOf>

/** The sums as columns, in one order, so that two programs that write at once wait for each other and never for themselves. */
function rowsOf(days: Batch['days']) {
  const rows: { days: Day[]; measures: Measure[]; values: string[]; ns: number[] } = {
    days: [],
    measures: [],
    values: [],
    ns: [],
  }
  for (const day of [...days.keys()].toSorted()) {
    for (const [measure, values] of [...days.get(day)!].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      for (const value of [...values.keys()].toSorted()) {
        rows.days.push(day)
        rows.measures.push(measure)
        rows.values.push(value)
        rows.ns.push(values.get(value)!)
      }
    }
  }
  return { days: list(rows.days), measures: list(rows.measures), values: list(rows.values), ns: `{${rows.ns.join(',')}}` }
}

// An array as PostgreSQL reads it, written at once: there are hundreds in a transaction, and the driver would look at each three times.
// Quotes and backslashes are escaped alike in both; no value that is counted has anything stranger.
function list(texts: readonly string[]): string {
  return `{${JSON.stringify(texts).slice(1, -1)}}`
}

/** What PostgreSQL says when no partition takes the row, and when two wait for each other. */
const checkViolation = '23514'
const deadlock = '40P01'

async function openDay(db: For<'web_statistics'>, day: Day, open: Set<Day>): Promise<void> {
  await sql`select statistics.open_day(${day})`.execute(db)
  open.clear()
  open.add(day)
}

let minute = { number: -1, day: '', hour: '' }
const hourInOslo = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })

/** The day and the hour in Oslo; asked of the calendar once a minute, because that costs more than counting does. */
function dayAndHour(now: Date): { readonly day: Day; readonly hour: string } {
  const number = Math.floor(now.getTime() / 60_000)
  if (minute.number !== number) minute = { number, day: dayOf(now), hour: hourInOslo.format(now).slice(0, 2) }
  return minute
}
