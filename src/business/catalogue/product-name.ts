import type { Language } from '#languages'

type Named = { readonly name: string; readonly name_nb: string | null }

/** What the product is called in that language, and which language the name is in. Names in capitals are calmed down. */
export function productName({ name, name_nb }: Named, language: Language): { readonly text: string; readonly lang: Language } {
  if (language === 'nb' && name_nb !== null) return { text: name_nb, lang: 'nb' }
  return { text: calm(name), lang: 'en' }
}

function calm(name: string): string {
  if (name !== name.toUpperCase()) return name
  const lower = name.toLowerCase().replace(/\s+/g, ' ')
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}
