import type { Language } from '#languages'
import { categories, type Category } from '#personal-data'
import type { RestrictedPart } from '#processors'
import { columnWord } from './column-words.ts'
import { codeWord } from './table-words.ts'

/** What a restriction is of, for whoever must obey it: «telefon», «henvendelser og dialog», «tilbud T-2026-00007». */
export function partWords({ fields, category, document, of }: RestrictedPart, language: Language): string {
  if (fields !== undefined) return fields.map((field) => columnWord(field.split('.')[1]!, language).toLowerCase()).join(', ')
  if (category !== undefined) return (categories[category as Category]?.[language] ?? category).toLowerCase()
  if (document === undefined) return language === 'nb' ? 'alt' : 'everything'
  return of === undefined ? document : codeWord(`${of} ${document}`, language)
}
