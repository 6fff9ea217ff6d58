import { z } from 'zod'

const day = z.iso.date()

/** PostgreSQL keeps every character but NUL, which no keyboard has. */
export const typedText = z.stringFormat('storable', (text) => !text.includes('\0'))

/** Where a letter can be sent. Letters beyond ASCII before the @ need a mail server that few have (RFC 6531). */
export const typedEmail = z.email().max(254)

/** What can be rung: five digits or more (02800 is a number), as people group them, and no words. Blank is for the form to judge. */
export const typedPhone = z.stringFormat('phone', /^\s*(?:[+(]*(?:\d[\s().,/x+-]*){5,})?$/)

/** A day as a date field sends it. A year such as 0026 or 1926 is a slip of the finger: taken, it would end what is kept. */
export const typedDay = z.stringFormat('date', isDay)

/** A day and a time as such a field sends them: `2026-11-24T10:15`. */
export const typedMoment = z.stringFormat(
  'datetime',
  (text) => isDay(text.slice(0, 10)) && /^T(?:[01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)),
)

/** A whole number in digits. An emptied field is no number, while JavaScript would make it 0. */
export function typedNumber(least: number, most: number) {
  return z
    .stringFormat('whole number', /^-?\d+$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
}

/** A version or another number that we sent ourselves and get back. */
export const typedVersion = typedNumber(0, 2_147_483_647)

function isDay(text: string): boolean {
  return day.safeParse(text).success && text >= '2000' && text < '2100'
}
