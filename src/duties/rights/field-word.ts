import type { Language } from '#languages'
import { columnWord, hasWord } from './column-words.ts'
import { tableWord, tableWords } from './table-words.ts'

/** `invoice.buyer` as people read it: of what it is, and what. A field nobody has a word for stands as it is. */
export function fieldWord(field: string, language: Language): string {
  const [table = '', column = ''] = field.split('.')
  const known = `core.${table}` in tableWords && hasWord(column)
  return known ? `${tableWord(`core.${table}`, language)}: ${columnWord(column, language).toLowerCase()}` : field
}
