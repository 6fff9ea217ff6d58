import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DateOrder, possibleOrders, readMoment } from './dates.ts'

const thisYear = 2026
const two = (number: number) => String(number).padStart(2, '0')
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })

/** Every way of writing a day that is read here, and in which order it is. */
const ways: [string, DateOrder, (year: number, month: number, date: number) => string][] = [
  ['ISO', 'ymd', (y, m, d) => `${y}-${two(m)}-${two(d)}`],
  ['ISO without signs', 'ymd', (y, m, d) => `${y}${two(m)}${two(d)}`],
  ['slashes after the year', 'ymd', (y, m, d) => `${y}/${m}/${d}`],
  ['Norwegian', 'dmy', (y, m, d) => `${two(d)}.${two(m)}.${y}`],
  ['short Norwegian', 'dmy', (y, m, d) => `${d}.${m}.${two(y % 100)}`],
  ['British', 'dmy', (y, m, d) => `${d}/${m}/${y}`],
  ['American', 'mdy', (y, m, d) => `${m}/${d}/${y}`],
  ['short American', 'mdy', (y, m, d) => `${m}/${d}/${two(y % 100)}`],
  ['short Swedish', 'ymd', (y, m, d) => `${two(y % 100)}-${two(m)}-${two(d)}`],
]
const times: [string, (hour: number, minute: number) => string][] = [
  ['to the minute', (h, m) => ` ${two(h)}:${two(m)}`],
  ['short', (h, m) => ` ${h}:${two(m)}`],
  ['with a T and seconds', (h, m) => `T${two(h)}:${two(m)}:07.123`],
  ['Norwegian', (h, m) => ` kl. ${two(h)}.${two(m)}`],
  ['American', (h, m) => ` ${h % 12 || 12}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`],
]

it.each(ways)('reads every day and minute as %s writes it', (_, order, write) => {
  fc.assert(
    fc.property(day, fc.nat(23), fc.nat(59), fc.constantFrom(...times), (date, hour, minute, [, time]) => {
      const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
      const text = write(y, m, d)
      const read = readMoment(text + time(hour, minute), order, thisYear)
      expect(read).toBe(`${y}-${two(m)}-${two(d)}T${two(hour)}:${two(minute)}`)
      expect(readMoment(text, order, thisYear)).toBe(`${y}-${two(m)}-${two(d)}T00:00`)
      const possible = possibleOrders(text, thisYear)
      if (possible !== undefined) expect(possible).toContain(order)
    }),
  )
})

it.each([
  ['13/1/2010', ['dmy']],
  ['1/13/2010 8:26', ['mdy']],
  ['12/1/2010', ['dmy', 'mdy']],
  ['12/1/10', ['dmy', 'mdy', 'ymd']],
  ['10-12-31', ['ymd']],
  ['29.2.2011', undefined],
  ['2010-12-01', undefined],
  ['1. desember 2010', undefined],
])('%s may be read %s', (text, orders) => expect(possibleOrders(text, thisYear)).toEqual(orders))

it.each([
  ['2010-02-30', undefined],
  ['2012-02-29', '2012-02-29T00:00'],
  ['2010-12-01T24:00', undefined],
  ['2010-12-01 13:00 PM', undefined],
  ['0010-12-01', undefined],
  ['2028-01-01', undefined],
  ['1. desember 2010 kl 8.05', '2010-12-01T08:05'],
  ['01-DEC-2010', '2010-12-01T00:00'],
  ['2010-12-01T23:30:00Z', '2010-12-02T00:30'],
  ['2010-07-01T08:26:00.000-04:00', '2010-07-01T14:26'],
])('%s is %s', (text, read) => expect(readMoment(text, 'ymd', thisYear)).toBe(read))
