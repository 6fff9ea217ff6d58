/**
 * Bokmål and English: which language a page is in, and the address of the same page in the other.
 * Norwegian pages stand at the root, English ones under /en.
 */
export { countryName } from './country-name.ts'
export { languageOf, languages, type Language } from './language.ts'
export { otherLanguage, pathIn } from './paths.ts'
export { writtenNumber } from './written-number.ts'
