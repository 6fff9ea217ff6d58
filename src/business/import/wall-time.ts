import { daysAfter, type Day } from '#clock'

/** A wall time of the file, moved whole days if asked to, as a day and a moment. The file names no zone: we read it in Oslo's. */
export type Moment = { readonly day: Day; readonly at: Date }

const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset', hour: 'numeric' })

/** Reads `2010-12-01T08:26`. Remembers the days it has met, since a year of trade has few of them. */
export function wallClock(daysLater: number): (text: string) => Moment {
  const days = new Map<string, Day>()
  const offsets = new Map<string, string>()
  return (text) => {
    const date = text.slice(0, 10)
    const day = days.get(date) ?? daysAfter(date, daysLater)
    days.set(date, day)
    const hour = `${day}T${text.slice(11, 13)}`
    const offset = offsets.get(hour) ?? offsetAt(hour)
    offsets.set(hour, offset)
    return { day, at: new Date(`${hour}:${text.slice(14, 16)}:00${offset}`) }
  }
}

function offsetAt(hour: string): string {
  const nearby = new Date(`${hour}:00:00+01:00`)
  const name = zone.formatToParts(nearby).find(({ type }) => type === 'timeZoneName')
  return name!.value.replace('GMT', '')
}
