import { isPrint, printsOf, type Print } from './fingerprint.ts'

/** Everything a person may be recognised by. Never stored: it lives as long as the transaction that erases them. */
export type Identifiers = {
  readonly ids: readonly string[]
  /** A regular expression that PostgreSQL and JavaScript read alike; matches nothing when nothing is known. */
  readonly pattern: string
  /** Simple patterns; where `pattern` matches, one of them does. A text is asked by them first, for it costs a fiftieth. */
  readonly hints: readonly string[]
  /** What an index can be asked for as it stands: the e-mail address as written and in lower case, and who signs in. */
  readonly words: readonly string[]
  /** Which kinds were looked for, for the certificate: 'e-mail', 'phone', 'name', 'id'. */
  readonly kinds: readonly string[]
  /** What the night’s search will recognise them by, former addresses and names too. */
  readonly prints: readonly Print[]
}

/** As house.hold_person tells it. `former`: fingerprints of what was corrected since. */
export type Known = Named & {
  readonly id: string
  readonly users: readonly string[]
  readonly former: readonly Print[]
  /** What is rare, and need not be asked for by itself when it is told here that there is none of it. */
  readonly hasSetAside: boolean
  readonly isHeld: boolean
  /** Somebody outside has, or may have, something of theirs. */
  readonly isElsewhere: boolean
}

type Named = {
  readonly email: string | null
  readonly phone: string | null
  readonly first_name: string | null
  readonly last_name: string | null
}

/** Of one record of a person. */
export function identifiersOf(known: Known, key: string): Identifiers {
  const { id, users, former } = known
  return { ...patternOf(known, [id], users), prints: [...printsOf(key, known, [id, ...users]), ...former.filter(isPrint)] }
}

/** The pattern alone, from what is known; names only together, so that everybody called Kari is not found. */
export function patternOf(
  known: Named,
  personIds: readonly string[],
  userIds: readonly string[] = [],
): Omit<Identifiers, 'prints'> {
  const { email, phone, first_name: first, last_name: last } = known
  const digits = (phone ?? '').replace(/\D/g, '').slice(-8)
  const parts = [
    ['e-mail', email ? [literal(email)] : [], (hint: string) => `(?<![A-Za-z0-9._+-])${hint}(?![A-Za-z0-9-])`],
    ['phone', digits.length >= 6 ? [[...digits].join('[ .-]*')] : [], number],
    ['name', first && last ? [`${spaced(first)}\\s+${spaced(last)}`, `${spaced(last)},\\s*${spaced(first)}`] : [], word],
    ['id', [...personIds, ...userIds].map(literal), (hint: string) => hint],
  ] as const
  return {
    ids: personIds,
    words: [...new Set([...(email ? [email.trim(), email.trim().toLowerCase()] : []), ...userIds])],
    pattern: parts.flatMap(([, hints, exactly]) => hints.map(exactly)).join('|') || nothing,
    hints: parts.flatMap(([, hints]) => hints),
    kinds: parts.filter(([, hints]) => hints.length > 0).map(([kind]) => kind),
  }
}

/** One search for several records of the same person. */
export function merged(all: readonly Identifiers[]): Identifiers {
  return {
    ids: all.flatMap(({ ids }) => ids),
    words: [...new Set(all.flatMap(({ words }) => words))],
    pattern: all.map(({ pattern }) => pattern).join('|') || nothing,
    hints: all.flatMap(({ hints }) => hints),
    kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
    prints: all.flatMap(({ prints }) => prints),
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

function word(hint: string): string {
  return `(?<![A-Za-zÆØÅæøå])${hint}(?![A-Za-zÆØÅæøå])`
}

function number(hint: string): string {
  return `(?<![0-9A-Fa-f])(?:(?:\\+|00)?47[ .-]*)?${hint}(?![0-9A-Fa-f])`
}
