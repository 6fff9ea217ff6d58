import type { Language } from './language.ts'

/** A whole number in groups of three: `4 070` in bokmål, with a space that does not break, `4,070` in English. */
export function writtenNumber(number: number | bigint, language: Language): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, language === 'nb' ? '\u00a0' : ',')
}
