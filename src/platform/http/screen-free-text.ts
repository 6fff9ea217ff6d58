import { fnr } from '@navikt/fnrvalidator'
import { refuse, type Refusal } from '#refusal'

export type UnlawfulNumber = 'national identity number' | 'payment card number'
export type Unlawful = UnlawfulNumber | 'special category'

/**
 * Finds what must not stand in free text: a national identity number or a payment card number, or one of the terms, which tell of
 * somebody's health, faith and the like. Says which, never what. Promise 2.1-e.
 */
export function screenFreeText(text: string, terms: readonly string[] = [], field = ''): Refusal<Unlawful> | undefined {
  const number = unlawfulNumber(text, field)
  if (number) return refuse(number)
  return terms.some((term) => holds(asTyped(text), term)) ? refuse('special category') : undefined
}

/** A national identity number (D-numbers and synthetic ones too) or a payment card number, written together or in the usual groups. */
export function unlawfulNumber(text: string, field = ''): UnlawfulNumber | undefined {
  const plain = asTyped(text)
  if (identityNumbersIn(plain).some(isIdentityNumber)) return 'national identity number'
  return !stockCode.test(field) && found(plain, cards).some(luhn) ? 'payment card number' : undefined
}

/** Of the stock codes that are an EAN, one in ten would pass for the number of a card. */
const stockCode = /^sku\b/

/** Written as on a keyboard: what shows nothing is gone, and every kind of space and dash is the plain one. */
function asTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s/g, ' ')
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

/**
 * 11 digits: the birth date in pairs or not, the last five apart or not; with the year in full; or each by itself. A year of our own
 * time is a delivery, and what follows it is a quantity.
 */
const identityNumbers = [
  /(?<!\d)(?=(\d\d[ ./-]?\d\d[ ./-]?\d\d[ ,./_:-]{0,3}(?:\d{3} ?\d\d|\d\d \d{3})(?!\d)))/g,
  /(?<!\d)(?=(\d\d[ ./-]?\d\d[ ./-]?(?:19\d\d|20[01]\d)[ ,./_:-]{0,3}(?:\d{3} ?\d\d|\d\d \d{3})(?!\d)))/g,
  /(?<!\d)(?=(\d(?:[ .-]\d){10}(?!\d)))/g,
]

/** Wherever one begins, also in the middle of other figures; the century is no part of the number. */
function identityNumbersIn(text: string): string[] {
  return identityNumbers
    .flatMap((written) => [...text.matchAll(written)])
    .map(([, each]) => each!.replace(/\D/g, ''))
    .map((digits) => (digits.length === 13 ? digits.slice(0, 4) + digits.slice(6) : digits))
}

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
