/**
 * Dates in Europe/Oslo. Months and years that decide a deadline are counted by the database; this room only says
 * which day it is there, and writes a day or a moment for people to read.
 */
export { holidaysOf, isWorkingDay, workingDayOnOrBefore, workingDaysAfter } from './working-days.ts'

export type Day = string // YYYY-MM-DD in Europe/Oslo

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })
const osloTime = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The day it is in Oslo at that moment, as YYYY-MM-DD. */
export function dayOf(moment: Date): Day {
  return oslo.format(moment)
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
export function writtenMoment(moment: Date, language: 'nb' | 'en'): string {
  const time = osloTime.format(moment)
  return language === 'nb'
    ? `${writtenDay(moment, 'nb')} kl. ${time.replace(':', '.')}`
    : `${writtenDay(moment, 'en')} at ${time.replace('.', ':')}`
}

/** The moment it is. Only edges ask (a page, a job, a command); everything below is told. */
export function now(): Date {
  return new Date()
}
