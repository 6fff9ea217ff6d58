import { dayOf } from '#clock'
import type { Field, Form } from './forms-of.ts'

export type Typed = string | Blob | undefined
/** What is sent: each field's name and what stands in it; a file where a text should be. */
export type Sent = readonly (readonly [name: string, value: string | Blob])[]

const day = dayOf(new Date())
const tell = 'En grunn som er lang nok til å bli tatt imot av alle skjemaer.'
const good: readonly (readonly [name: RegExp, value: string])[] = [
  [/e-?mail|mailbox|^to$|^sought$/i, 'prove@firma.example'],
  [/password/, 'en lang setning om ost'],
  [/^url$/, 'https://firma.example/krok'],
  [/location|country/i, 'NO'],
  [/hash/i, 'a'.repeat(64)],
  [/^id$/, 'ny-leverandor'],
  [/^sku$/, 'NY-1'],
  [/^ladder$/, '1 10,00'],
  [/cost/i, '0'],
  [/at$|began|ended|from|until/i, `${day}T00:01`],
  [/on$|day$/i, day],
  [/organisationNumber/i, ''],
  [/quantity|amount|persons|hours/i, '1'],
  [/^price/, '64,90'],
  [/^description\./, 'Kopper'],
]

/** The form as somebody fills it in who means well: what stands there stays, what is asked for is given, one button is pressed. */
export function filledIn({ fields }: Form, pressed = fields.find(({ type }) => type === 'button')): Sent {
  const names = new Set<string>()
  return fields.flatMap((field): Sent => {
    if (field.type === 'button' && field !== pressed) return []
    if (field.type === 'radio' && names.has(field.name)) return []
    if (field.type === 'checkbox' && !field.required && !field.ticked) return []
    names.add(field.name)
    return [[field.name, goodValue(field)]]
  })
}

function goodValue({ name, type, value, required }: Field): string {
  if (value !== '' || /hidden|button|checkbox|radio|select/.test(type)) return value
  if (type === 'date') return day
  if (type === 'datetime-local') return `${day}T00:01`
  return good.find(([names]) => names.test(name))?.[1] ?? (required || type === 'textarea' ? tell : '')
}

const nul = 'a\0b'
const long = 'x'.repeat(100_000)
/** A synthetic national identity number in the middle of something (promise 2.1-e). */
const numbered = 'Hun er født 130972 48022, sa hun.'
const file = new Blob(['hei'], { type: 'text/plain' })

/** What no field of that kind takes: each must be refused. */
export function refusedIn({ type, required }: Field): readonly Typed[] {
  const blank = required ? ['   '] : []
  if (type === 'date') return [nul, '2027-02-29', '31.02.2026', '0000-01-01', '9999-12-31', ...blank]
  if (type === 'datetime-local') return [nul, '2026-13-45T99:99', '0000-01-01T00:00', ...blank]
  if (type === 'decimal') return [nul, '1e400', '9'.repeat(20), ...blank]
  if (/number|numeric/.test(type)) return [nul, '1e400', '9'.repeat(20), '-1', ...blank]
  const told = type.startsWith('text') ? [numbered] : []
  return [nul, long, file, ...told, ...blank]
}

/** What a field may take or refuse, but must survive. */
export function survivedIn({ type }: Field): readonly Typed[] {
  if (/hidden|button|select|radio|checkbox/.test(type)) return ['constructor', '00000000-0000-4000-8000-000000000000', undefined]
  return [`<b>'; --"\\ 🎁👩‍👩‍👧 ﷽`, undefined]
}

export function replaced(sent: Sent, name: string, value: Typed): Sent {
  return sent.flatMap(([each, before]): Sent => (each === name ? (value === undefined ? [] : [[name, value]]) : [[each, before]]))
}
