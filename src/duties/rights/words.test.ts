import { expect, it } from 'vitest'
import { inventory } from '#testing'
import { hasWord } from './column-words.ts'
import { shownOf } from './own-rows.ts'
import { codeWord, tableWords } from './table-words.ts'
import { writtenValue } from './written-value.ts'

const shown = inventory.flatMap((table) => {
  const found = shownOf(table, inventory)
  return found ? [{ table: table.table, columns: found.columns }] : []
})

it('has a word for every table and column that a person is shown', () => {
  expect(shown.length).toBeGreaterThan(25)
  expect(shown.map(({ table }) => table).filter((table) => !(table.replace('archive.', 'core.') in tableWords))).toEqual([])
  expect(shown.flatMap(({ columns }) => columns).filter((column) => !hasWord(column))).toEqual([])
})

it('says our own codes in the reader’s language, and leaves the words of others alone', () => {
  expect(codeWord('order O-2026-00001', 'nb')).toBe('ordre O-2026-00001')
  expect(codeWord('letter: sign-in link', 'nb')).toBe('brev: innloggingslenke')
  expect(writtenValue('purpose', 'case_documentation', 'nb')).toBe('dokumentere saken din')
  expect(writtenValue('subject', 'Could you order pens?', 'nb')).toBe('Could you order pens?')
})
