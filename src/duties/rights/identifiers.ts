import type { For } from '#purposes'

/** Everything a person may be recognised by. Never stored: it lives as long as the transaction that erases them. */
export type Identifiers = {
  readonly ids: readonly string[]
  /** A regular expression that PostgreSQL and JavaScript read alike; matches nothing when nothing is known. */
  readonly pattern: string
  /** Plain text, one of which stands in everything the pattern finds but a telephone number: asked first, because it is quick. */
  readonly marks: readonly string[]
  /** The telephone numbers, figures only. */
  readonly digits: readonly string[]
  /** Which kinds were looked for, for the certificate: 'e-mail', 'phone', 'name', 'id'. */
  readonly kinds: readonly string[]
}

type Known = {
  readonly email: string | null
  readonly phone: string | null
  readonly first_name: string | null
  readonly last_name: string | null
}

/** Of the person fixed in the transaction. */
export async function identifiersOf(tx: For<'rights_handling'>): Promise<Identifiers> {
  const person = await tx.selectFrom('person').select(['id', 'email', 'phone', 'first_name', 'last_name']).executeTakeFirst()
  const logins = await tx.selectFrom('portal_login').select('user_id').execute()
  if (!person) return merged([])
  return patternOf(
    person,
    [person.id],
    logins.map(({ user_id }) => user_id),
  )
}

/** The pattern alone, from what is known; names only together, so that everybody called Kari is not found. */
export function patternOf(known: Known, personIds: readonly string[], userIds: readonly string[] = []): Identifiers {
  const { email, phone, first_name: first, last_name: last } = known
  const digits = (phone ?? '').replace(/\D/g, '').slice(-8)
  const parts = [
    ['e-mail', email ? [`(?<![A-Za-z0-9._+-])${literal(email)}(?![A-Za-z0-9-])`] : []],
    ['phone', digits.length >= 6 ? [`(?<![0-9A-Fa-f])(?:(?:\\+|00)?47[ .-]*)?${[...digits].join('[ .-]*')}(?![0-9A-Fa-f])`] : []],
    ['name', first && last ? [word(`${spaced(first)}\\s+${spaced(last)}`), word(`${spaced(last)},\\s*${spaced(first)}`)] : []],
    ['id', [...personIds, ...userIds].map(literal)],
  ] as const
  const patterns = parts.flatMap(([, each]) => each)
  const marks = [
    ...(email ? [email.trim()] : []),
    ...(first && last ? [last.trim().split(/\s+/)[0]!] : []),
    ...personIds,
    ...userIds,
  ]
  return {
    ids: personIds,
    marks,
    digits: digits.length >= 6 ? [digits] : [],
    pattern: patterns.join('|') || nothing,
    kinds: parts.filter(([, each]) => each.length > 0).map(([kind]) => kind),
  }
}

/** One search for several records of the same person. */
export function merged(all: readonly Identifiers[]): Identifiers {
  return {
    ids: all.flatMap(({ ids }) => ids),
    marks: all.flatMap(({ marks }) => marks),
    digits: [...new Set(all.flatMap(({ digits }) => digits))],
    pattern: all.map(({ pattern }) => pattern).join('|') || nothing,
    kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
  }
}

// Matches no text at all.
const nothing = '(?!x)x'

function literal(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function spaced(name: string): string {
  return literal(name).replace(/\s+/g, '\\s+')
}

function word(pattern: string): string {
  return `(?<![A-Za-zÆØÅæøå])${pattern}(?![A-Za-zÆØÅæøå])`
}
