import { dayOf, daysAfter, type Day } from '#clock'

/** The day by which we have answered: the second working day after the question came (promise 9-b). */
export function answerBy(received: Date): Day {
  return nextWorkingDay(nextWorkingDay(dayOf(received)))
}

function nextWorkingDay(day: Day): Day {
  const next = daysAfter(day, 1)
  return isWorkingDay(next) ? next : nextWorkingDay(next)
}

export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26']
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const movable = [-3, -2, 1, 39, 50]

/** Lov om 1 og 17 mai, helligdagsfredloven § 2. */
function isHoliday(day: Day): boolean {
  const easter = easterSunday(Number(day.slice(0, 4)))
  return fixed.includes(day.slice(5)) || movable.some((days) => daysAfter(easter, days) === day)
}

/** The Gregorian Easter (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`
}
