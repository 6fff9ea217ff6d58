import { writtenDay, writtenMoment } from '#clock'
import type { Language } from '#languages'
import { purposes, type Purpose } from '#purposes'
import { columnWord } from './column-words.ts'
import type { Json } from './holdings.ts'
import { codeWord } from './table-words.ts'

// As the database and JSON tell them, and whole: what somebody wrote may begin with one, or be none that is in the calendar.
const moment = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Columns whose values are codes of ours, not words of somebody's. */
const coded = new Set([
  'kind',
  'channel',
  'source',
  'actor',
  'direction',
  'language',
  'staff_role',
  'scope',
  'via',
  'outcome',
  'form',
  'answer',
  'sub_processors',
])

/** A value as people read it: dates and times in Oslo, codes as words, the rest as it stands. Blank for nothing. */
export function writtenValue(column: string, value: Json | undefined, language: Language): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return { nb: value ? 'ja' : 'nei', en: value ? 'yes' : 'no' }[language]
  if (typeof value === 'object') return JSON.stringify(value)
  if (typeof value === 'number') return String(value)
  // Most values are neither; one sign tells.
  if (value[4] === '-') {
    if (day.test(value)) return writtenDay(value, language)
    if (moment.test(value)) return writtenMoment(value, language)
  }
  if (column === 'purpose' && value in purposes) return purposes[value as Purpose][language]
  // `last_name@name`: where it stood on the firm.
  if (column === 'field') return columnWord(value.split('@').at(-1)!, language)
  // What staff looked at is said in two words or more; a subject that somebody wrote stands as it is.
  if (column === 'subject' && value.includes(' ')) return codeWord(value, language)
  return coded.has(column) ? codeWord(value, language) : value
}
