import { expect, it } from 'vitest'
import { dayOf, writtenMoment } from '#clock'

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })
const time = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })

it('is what the clocks in Oslo showed, to the minute, on the nights they were set too', () => {
  const changes = ['1996-03-31T01:00Z', '2025-10-26T01:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-12-31T23:00Z']
  const minutes = changes.flatMap((at) => Array.from({ length: 241 }, (_, n) => new Date(Date.parse(at) + (n - 120) * 60_000)))
  for (const moment of minutes) {
    expect(dayOf(moment)).toBe(day.format(moment))
    const written = `${day.format(moment).split('-').toReversed().join('.')} kl. ${time.format(moment).replace(':', '.')}`
    expect(writtenMoment(moment, 'nb')).toBe(written)
  }
})

it('is written in English too', () =>
  expect(writtenMoment(new Date('2026-11-23T13:05:59Z'), 'en')).toBe('23 November 2026 at 14:05'))

it('reads a moment as the database tells it in JSON, and any other way of telling the same one', () => {
  for (const [told, written, day] of [
    ['2026-11-23T00:05:59.123+01:00', '23.11.2026 kl. 00.05', '2026-11-23'],
    ['2026-11-22T23:05:59.123Z', '23.11.2026 kl. 00.05', '2026-11-23'],
    // The hour that comes twice, before and after the clocks are set.
    ['2026-10-25T02:30:00+02:00', '25.10.2026 kl. 02.30', '2026-10-25'],
    ['2026-10-25T02:30:00+01:00', '25.10.2026 kl. 02.30', '2026-10-25'],
    ['2026-07-01T00:30:00+05:30', '30.06.2026 kl. 21.00', '2026-06-30'],
  ] as const)
    expect([writtenMoment(told, 'nb'), dayOf(told)]).toEqual([written, day])
})
