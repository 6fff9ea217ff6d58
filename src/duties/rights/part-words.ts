import type { Language } from '#languages'
import { categories, type Category } from '#personal-data'
import type { RestrictedPart } from '#processors'
import { columnWord } from './column-words.ts'

/** What a restriction is of, for whoever must obey it: «telefon», «henvendelser og dialog», «F-2026-00007». */
export function partWords({ fields, category, document }: RestrictedPart, language: Language): string {
  if (fields !== undefined) return fields.map((field) => columnWord(field.split('.')[1]!, language).toLowerCase()).join(', ')
  if (category !== undefined) return (categories[category as Category]?.[language] ?? category).toLowerCase()
  return document ?? (language === 'nb' ? 'alt' : 'everything')
}
