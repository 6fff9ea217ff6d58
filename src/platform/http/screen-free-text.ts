import { fnr } from '@navikt/fnrvalidator'
import { refuse, type Refusal } from '#refusal'

export type Unlawful = 'national identity number' | 'payment card number' | 'special category'

/**
 * Finds what must not stand in free text: a national identity number (D-numbers and synthetic ones too) or a payment
 * card number, written together or in the usual groups, or one of the terms, which tell of somebody's health, faith and the
 * like. Says which, never what. Promise 2.1-e.
 */
export function screenFreeText(text: string, terms: readonly string[] = []): Refusal<Unlawful> | undefined {
  const plain = text.normalize('NFKC').replace(/\u00a0|\u202f/g, ' ')
  if (found(plain, identityNumbers).some(isIdentityNumber)) return refuse('national identity number')
  if (found(plain, cards).some(luhn)) return refuse('payment card number')
  if (terms.some((term) => holds(plain, term))) return refuse('special category')
  return undefined
}

/** As a word of its own; `sykmeld*` is every word that begins so. */
function holds(text: string, term: string): boolean {
  const open = term.endsWith('*')
  const word = (open ? term.slice(0, -1) : term)
    .trim()
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
  return word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${word}${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'iu').test(text)
}

/** 11 digits, the birth date in pairs or not, the last five apart or not. */
const identityNumbers = [/(?<!\d)\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3}[ ]?\d{2}(?!\d)/g]

/** 13 to 19 digits that begin as card numbers do, in one piece, in fours, or as American Express groups them. */
const cards = [
  /(?<!\d)[2-6]\d{12,18}(?!\d)/g,
  /(?<!\d)[2-6]\d{3}[ -]\d{4}[ -]\d{4}[ -]\d{1,4}(?:[ -]\d{3})?(?!\d)/g,
  /(?<!\d)3\d{3}[ -]\d{6}[ -]\d{5}(?!\d)/g,
]

function found(text: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) => text.match(pattern) ?? []).map((each) => each.replace(/\D/g, ''))
}

function isIdentityNumber(digits: string): boolean {
  return fnr(digits).status === 'valid'
}

// ISO/IEC 7812-1, annex B.
function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
