export type Day = string // YYYY-MM-DD in Europe/Oslo

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'medium' })
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The day it is in Oslo at that moment, as YYYY-MM-DD. A moment may also be as the database tells it in JSON. */
export function dayOf(moment: Date | string): Day {
  return osloClock(moment).slice(0, 10)
}

/** The day and the minute it is in Oslo at that moment, as YYYY-MM-DDTHH:MM. */
export function wallTimeOf(moment: Date): string {
  return osloClock(moment).slice(0, 16)
}

/** That many days later; whole days, so daylight saving does not matter. */
export function daysAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** `23.11.2026` in bokmål, `23 November 2026` in English. */
export function writtenDay(day: Day | Date, language: 'nb' | 'en'): string {
  const iso = typeof day === 'string' ? day.slice(0, 10) : dayOf(day)
  const [year, month, date] = iso.split('-')
  if (language === 'nb') return `${date}.${month}.${year}`
  return longDay.format(new Date(`${iso}T00:00:00Z`))
}

/** `23.11.2026 kl. 14.05`, `23 November 2026 at 14:05`, Europe/Oslo. */
export function writtenMoment(moment: Date | string, language: 'nb' | 'en'): string {
  const clock = osloClock(moment)
  const [day, hour, minute] = [writtenDay(clock, language), clock.slice(11, 13), clock.slice(14, 16)]
  return language === 'nb' ? `${day} kl. ${hour}.${minute}` : `${day} at ${hour}:${minute}`
}

// Our connections to the database are in that zone, so what they tell is what the clocks there show.
const asOsloTells = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+0[12]:00$/

const hourMs = 3_600_000
const mostHours = 10_000
const ahead = new Map<number, number>()

/**
 * What the clocks in Oslo show, `2026-11-23T14:05:00.000Z`. They are set only on the hour, so how far ahead they are is asked
 * once for each hour: a package of all that is held about somebody has a hundred thousand moments.
 */
function osloClock(moment: Date | string): string {
  if (typeof moment === 'string') return asOsloTells.test(moment) ? moment : osloClock(new Date(moment))
  const hour = Math.floor(moment.getTime() / hourMs)
  const known = ahead.get(hour) ?? aheadIn(hour)
  return new Date(moment.getTime() + known).toISOString()
}

function aheadIn(hour: number): number {
  const shown = oslo.format(hour * hourMs).replace(' ', 'T')
  const by = Date.parse(`${shown}Z`) - hour * hourMs
  if (ahead.size >= mostHours) ahead.clear()
  ahead.set(hour, by)
  return by
}
