import type { Language } from './language.ts'

const names = {
  nb: new Intl.DisplayNames('nb', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
} as const

/** NO → Norge. Written on the server alone: browsers know other names for the same country. What is no country code stays as it is. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (names[language].of(code) ?? code) : code
}
