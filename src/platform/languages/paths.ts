import { languageOf, type Language } from './language.ts'

/** First parts of public addresses, bokmål beside English; what follows (a number, a token) is the same in both. */
const pairs: readonly (readonly [nb: string, en: string])[] = [
  ['/produkter', '/en/products'],
  ['/foresporsel', '/en/inquiry'],
  ['/registrer', '/en/register'],
  ['/logg-inn', '/en/sign-in'],
  ['/logg-ut', '/en/sign-out'],
  ['/tilbud', '/en/quote'],
  ['/leverandor/svar', '/en/supplier/answer'],
  ['/min-side', '/en/my-page'],
  ['/rettigheter', '/en/rights'],
  ['/krav', '/en/claim'],
  ['/personvern', '/en/privacy'],
  ['/statistikk', '/en/statistics'],
  ['/valg', '/en/choice'],
  ['/nei-takk', '/en/no-thanks'],
]

/** The same page in that language: `pathIn('en', '/produkter/22326')` is `/en/products/22326`. */
export function pathIn(language: Language, path: string): string {
  const from = languageOf(path)
  if (from === language) return path
  const at = language === 'en' ? 0 : 1
  const pair = pairs.find((each) => path === each[at] || path.startsWith(`${each[at]}/`))
  if (pair) return pair[1 - at] + path.slice(pair[at]!.length)
  return language === 'en' ? '/en' : '/'
}

/** Where "in English" and "på norsk" lead from here. */
export function otherLanguage(path: string): { readonly language: Language; readonly path: string } {
  const language = languageOf(path) === 'nb' ? 'en' : 'nb'
  return { language, path: pathIn(language, path) }
}
