import { dayOf, daysAfter, type Day } from '#clock'

/** Whole days, both ends included. */
export type Range = { readonly from: Day; readonly to: Day }

export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]

const day = 86_400_000

export function length({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day) + 1
}

/** The period of the same length just before. */
export function before(range: Range): Range {
  return { from: daysAfter(range.from, -length(range)), to: daysAfter(range.from, -1) }
}

/** The whole weeks, Monday to Sunday, inside it; undefined when there is none. */
export function wholeWeeks({ from, to }: Range): Range | undefined {
  const first = daysAfter(mondayOf(from), mondayOf(from) === from ? 0 : 7)
  const last = daysAfter(mondayOf(daysAfter(to, 1)), -1)
  return first < last ? { from: first, to: last } : undefined
}

function mondayOf(each: Day): Day {
  return daysAfter(each, -((new Date(`${each}T12:00:00Z`).getUTCDay() + 6) % 7))
}

/** The first day of the calendar bucket that a day falls in. */
export function bucketOf(each: Day, step: Step): Day {
  if (step === 'week') return mondayOf(each)
  return step === 'month' ? `${each.slice(0, 7)}-01` : each
}

export function bucketsOf({ from, to }: Range, step: Step): Day[] {
  const found = new Set<Day>()
  for (let each = from; each <= to; each = daysAfter(each, 1)) found.add(bucketOf(each, step))
  return [...found]
}

const written = /^\d{4}-\d{2}-\d{2}$/
const most = 3 * 366

/**
 * The period an address asks for, as far as it is over: today's figures come tomorrow, so that nobody sees them grow one by one.
 * Without a readable one, the last 90 days.
 */
export function askedRange(query: URLSearchParams, now: Date): Range {
  const yesterday = daysAfter(dayOf(now), -1)
  const to = least(readDay(query.get('til')) ?? yesterday, yesterday)
  const from = least(readDay(query.get('fra')) ?? daysAfter(to, -89), to)
  return { from: from < daysAfter(to, 1 - most) ? daysAfter(to, 1 - most) : from, to }
}

function readDay(asked: string | null): Day | undefined {
  return asked !== null && written.test(asked) && !Number.isNaN(Date.parse(asked)) && asked > '2000' ? asked : undefined
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b
}
