export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]

/** The language of a page: 'en' under /en, else 'nb'. Takes a request, an address or a path. */
export function languageOf(page: Request | URL | string): Language {
  const path = pathOf(page)
  return path === '/en' || path.startsWith('/en/') || path === '/en.data' ? 'en' : 'nb'
}

/** The text in that language: `inLanguage(language, { nb: 'Takk', en: 'Thank you' })`. */
export function inLanguage<Text>(language: Language, texts: Record<Language, Text>): Text {
  return texts[language]
}

function pathOf(page: Request | URL | string): string {
  if (page instanceof Request) return new URL(page.url).pathname
  return page instanceof URL ? page.pathname : page
}
