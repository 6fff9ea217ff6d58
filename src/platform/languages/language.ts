export const languages = ['nb', 'en'] as const
export type Language = (typeof languages)[number]

/** The language of a page: 'en' under /en, else 'nb'. Takes a request, an address or a path. */
export function languageOf(page: Request | URL | string): Language {
  const path = pathOf(page)
  return path === '/en' || path.startsWith('/en/') || path === '/en.data' ? 'en' : 'nb'
}

function pathOf(page: Request | URL | string): string {
  if (page instanceof Request) return new URL(page.url).pathname
  return page instanceof URL ? page.pathname : page
}
