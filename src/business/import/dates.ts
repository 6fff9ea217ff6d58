import { wallTimeOf } from '#clock'

/** In which order a file writes day, month and year, where the year has not four digits in front and says it itself. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[]

const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))$/
const threeNumbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)\.?$/
const monthByName = /^(\d{1,2})[ .-]+([a-zæøå]{3,9})[ .-]+(\d{4})$/i
const timeOfDay = /(?:T|[ ,]+(?:kl\.? ?)?)(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?$/i
/** As programs write a moment for programs: it says its own zone. */
const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

const months = ['jan', 'feb', 'mar', 'apr', 'mai|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'des|dec']
const firstYear = 1950

type Parts = readonly [year: number, month: number, day: number]

/** Year, month and day of the first part of a date and time, and what is left: its time of day. */
function split(text: string): { date: string; time: RegExpExecArray | null } {
  const time = timeOfDay.exec(text)
  return { date: time ? text.slice(0, time.index) : text, time }
}

/**
 * Which orders a text can be read in; undefined when it needs none (its year stands first, its month has a name) or is no
 * date at all. `thisYear` because a year of two digits is one that has been.
 */
export function possibleOrders(text: string, thisYear: number): DateOrder[] | undefined {
  const numbers = threeNumbers.exec(split(text).date)
  if (!numbers) return undefined
  const orders = dateOrders.filter((order) => isDay(inOrder(numbers, order), thisYear))
  return orders.length === 0 ? undefined : orders
}

/** Dots between day, month and year stand so only where the day comes first: no country writes them otherwise (Unicode CLDR). */
export function isDotted(text: string): boolean {
  return threeNumbers.exec(split(text).date)?.[2] === '.'
}

/** Wall time, `2010-12-01T08:26`; a date alone begins at midnight. Undefined for what is no date in that order. */
export function readMoment(text: string, order: DateOrder, thisYear: number): string | undefined {
  if (zoned.test(text)) return inOslo(text, thisYear)
  const { date, time } = split(text)
  const parts = partsOf(date, order)
  const clock = time === null ? '00:00' : clockOf(time)
  if (parts === undefined || clock === undefined || !isDay(parts, thisYear)) return undefined
  const [year, month, day] = parts
  return `${year}-${two(month)}-${two(day)}T${clock}`
}

function partsOf(date: string, order: DateOrder): Parts | undefined {
  const first = yearFirst.exec(date)
  if (first) return [Number(first[1]), Number(first[3] ?? first[5]), Number(first[4] ?? first[6])]
  const named = monthByName.exec(date)
  if (named) {
    const month = months.findIndex((name) => new RegExp(`^(${name})`, 'i').test(named[2]!)) + 1
    return [Number(named[3]), month, Number(named[1])]
  }
  const numbers = threeNumbers.exec(date)
  return numbers ? inOrder(numbers, order) : undefined
}

function inOrder([, a, , b, c]: RegExpExecArray, order: DateOrder): Parts {
  const none: Parts = [0, 0, 0]
  if (order === 'ymd') return c!.length === 2 && a!.length === 2 ? [2000 + Number(a), Number(b), Number(c)] : none
  const year = c!.length === 2 ? 2000 + Number(c) : Number(c)
  return order === 'dmy' ? [year, Number(b), Number(a)] : [year, Number(a), Number(b)]
}

function isDay([year, month, day]: Parts, thisYear: number): boolean {
  if (year < firstYear || year > thisYear + 1 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function inOslo(text: string, thisYear: number): string | undefined {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) return undefined
  return readMoment(wallTimeOf(moment), 'ymd', thisYear)
}

function clockOf([, hours, minutes, seconds = '0', half]: RegExpExecArray): string | undefined {
  const hour = Number(hours)
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
  if (half === undefined) return hour > 23 ? undefined : `${two(hour)}:${minutes}`
  if (hour < 1 || hour > 12) return undefined
  return `${two((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${minutes}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
