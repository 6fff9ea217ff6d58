import { sql } from 'kysely'
import { dayOf, type Day } from '#clock'
import type { For } from '#purposes'
import { whatWeKnow, type Known } from './known.ts'
import type { Count } from './measure.ts'
import { countsOf, type Visit } from './visit.ts'

export type Counter = {
  /** Counts it, and is done when it is on disk; fails when that did not happen. */
  readonly count: (now: Date, visit: Visit) => Promise<void>
  /** The same for what never became a visit: only why it did not. */
  readonly drop: (now: Date, reason: 'unreadable' | 'not a visit') => Promise<void>
  readonly known: (now: Date) => Promise<Known>
  /** Done when everything handed over is on disk. */
  readonly settled: () => Promise<void>
}

type Batch = { readonly counts: Map<string, number>; readonly waiting: { done: () => void; failed: (error: unknown) => void }[] }

const known = { forMs: 30_000 }

/**
 * Adds up visits in memory and writes the sums, one transaction at a time: while one commits, the next gathers. What is counted
 * is answered only after its commit, so nothing that was answered is lost when the program is killed.
 */
export function openCounter(db: For<'web_statistics'>, patterns: readonly string[], ownHost: string): Counter {
  let batch = newBatch()
  let writing: Promise<void> | undefined
  const days = new Set<Day>()
  let knowledge: { readonly at: number; readonly known: Promise<Known> } | undefined

  const whatIsKnown = (now: Date) => {
    if (!knowledge || now.getTime() - knowledge.at > known.forMs) {
      const asked = { at: now.getTime(), known: whatWeKnow(db, patterns, ownHost) }
      asked.known.catch(() => (knowledge = undefined))
      knowledge = asked
    }
    return knowledge.known
  }
  const add = (now: Date, counts: readonly Count[]) => {
    const day = dayAndHour(now).day
    for (const [measure, value] of counts) {
      const key = `${day}\t${measure}\t${value}`
      batch.counts.set(key, (batch.counts.get(key) ?? 0) + 1)
    }
    const written = new Promise<void>((done, failed) => batch.waiting.push({ done, failed }))
    // A turn of the event loop later, so that whatever arrives together is written together.
    writing ??= new Promise((resolve) => setImmediate(resolve)).then(writeAll)
    return written
  }
  const writeAll = async () => {
    while (batch.waiting.length > 0) {
      const full = batch
      batch = newBatch()
      try {
        await write(db, full.counts, days)
        for (const { done } of full.waiting) done()
      } catch (error) {
        for (const { failed } of full.waiting) failed(error)
      }
    }
    writing = undefined
  }
  return {
    count: async (now, visit) => add(now, countsOf(visit, await whatIsKnown(now), dayAndHour(now).hour)),
    drop: (now, reason) => add(now, [['dropped', reason]]),
    known: whatIsKnown,
    settled: async () => writing,
  }
}

function newBatch(): Batch {
  return { counts: new Map(), waiting: [] }
}

async function write(db: For<'web_statistics'>, counts: ReadonlyMap<string, number>, days: Set<Day>): Promise<void> {
  // In one order, so that two programs that write at once wait for each other and never for themselves.
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, n]) => [...key.split('\t'), n] as const)
  for (const day of new Set(rows.map(([day]) => String(day)))) if (!days.has(day)) await openDay(db, day, days)
  const [day, measure, value, n] = [0, 1, 2, 3].map((column) => rows.map((row) => row[column]))
  const add = sql`select statistics.add_visits(${day}::date[], ${measure}::text[], ${value}::text[], ${n}::int[])`
  try {
    await add.execute(db)
  } catch (error) {
    // The day was rolled up while we gathered: it is opened again, and the next roll-up adds the rest.
    if ((error as { code?: string }).code !== checkViolation) throw error
    for (const each of new Set(day as Day[])) await openDay(db, each, days)
    await add.execute(db)
  }
}

/** What PostgreSQL says when no partition takes the row. */
const checkViolation = '23514'

async function openDay(db: For<'web_statistics'>, day: Day, days: Set<Day>): Promise<void> {
  await sql`select statistics.open_day(${day})`.execute(db)
  days.clear()
  days.add(day)
}

let minute = { number: -1, day: '', hour: '' }
const hourInOslo = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })

/** The day and the hour in Oslo; asked of the calendar once a minute, because that costs more than counting does. */
function dayAndHour(now: Date): { readonly day: Day; readonly hour: string } {
  const number = Math.floor(now.getTime() / 60_000)
  if (minute.number !== number) minute = { number, day: dayOf(now), hour: hourInOslo.format(now).slice(0, 2) }
  return minute
}
