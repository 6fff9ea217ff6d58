import { refuse, type Refusal } from '#refusal'

/** Nine digits; the last is a check digit by modulus 11 (Enhetsregisteret's rule). */
export type OrganisationNumber = string

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** Reads `310 456 782`, `310456782`, `NO 310 456 782 MVA`; nine digits without spaces, or why not. None that is issued begins with 0. */
export function readOrganisationNumber(typed: string): OrganisationNumber | Refusal<'not nine digits' | 'wrong check digit'> {
  const digits = typed
    .replace(/^\s*NO/i, '')
    .replace(/MVA\s*$/i, '')
    .replace(/[\s\u00a0\u202f.-]/g, '')
  if (!/^\d{9}$/.test(digits)) return refuse('not nine digits', 'organisationNumber')
  if (digits.startsWith('0') || checkDigit(digits.slice(0, 8)) !== Number(digits[8]))
    return refuse('wrong check digit', 'organisationNumber')
  return digits
}

/** The ninth digit of eight; undefined when modulus 11 gives 10, for then no such number is issued. */
export function checkDigit(eight: string): number | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(eight[place]), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? undefined : digit
}

/** `310 456 782`, with spaces that do not break. */
export function writtenOrganisationNumber(number: OrganisationNumber): string {
  return number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}
