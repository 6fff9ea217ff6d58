import { daysAfter, type Day } from './oslo.ts'

/**
 * The working days of Norwegian law: all but Saturdays, Sundays and holidays (FOR-1992-12-04-910, Regulation 1182/71 art. 2).
 * 24 and 31 December are ordinary working days. A deadline is never moved by them; they only say when staff aim to be done.
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).includes(day)
}

/** That day, or the last working day before it. */
export function workingDayOnOrBefore(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayOnOrBefore(daysAfter(day, -1))
}

/** The last of that many working days; the day of the event is not counted. */
export function workingDaysAfter(day: Day, count: number): Day {
  if (count === 0) return day
  const next = daysAfter(day, 1)
  return workingDaysAfter(next, isWorkingDay(next) ? count - 1 : count)
}

/** Lov om helligdager og helligdagsfred § 2, lov om 1 og 17 mai. */
export function holidaysOf(year: number): Day[] {
  const easter = easterSunday(year)
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`)
  // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
  const moving = [-3, -2, 0, 1, 39, 49, 50].map((days) => daysAfter(easter, days))
  return [...fixed, ...moving].toSorted()
}

/** The anonymous Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100]
  const leaps = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leaps - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const marchDays = epact + weekday - 7 * late + 114
  const [month, date] = [Math.floor(marchDays / 31), (marchDays % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
