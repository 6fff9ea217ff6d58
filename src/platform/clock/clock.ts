/**
 * Dates in Europe/Oslo. Months and years that decide a deadline are counted by the database; this room only says
 * which day it is there, and writes a day or a moment for people to read.
 */
export { type Day, dayOf, daysAfter, wallTimeOf, writtenDay, writtenMoment } from './oslo.ts'
export { holidaysOf, isWorkingDay, workingDayOnOrBefore, workingDaysAfter } from './working-days.ts'

/** The moment it is. Only edges ask (a page, a job, a command); everything below is told. */
export function now(): Date {
  return new Date()
}
