import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

it('reads a day or a moment only where that is all there is, and only one that may be', () => {
  expect(writtenValue('at', '2026-11-23T14:05:59.12+01:00', 'nb')).toBe('23.11.2026 kl. 14.05')
  expect(writtenValue('at', '2026-11-23T13:05:59Z', 'en')).toBe('23 November 2026 at 14:05')
  expect(writtenValue('at', '2026-11-23', 'nb')).toBe('23.11.2026')
  for (const words of ['2026-11-24T10:00 møte om koppene', '2026-99-99T10:00:00Z', '2026-11-24T25:00:00+01:00', '2026-99-99'])
    expect(['nb', 'en'].map((language) => writtenValue('body', words, language as 'nb'))).toEqual([words, words])
})

it('has a word for every kind of letter we write and everything of theirs we look at', () => {
  const root = join(import.meta.dirname, '../../..')
  const written = (files: string, code: RegExp) =>
    globSync(files, { cwd: root })
      .filter((file) => !file.includes('.test.'))
      .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(code)].map(([, word]) => word!))
  const letters = new Set(written('src/**/mails/*.ts', /\bkind: '([^']+)'/g))
  const looks = new Set(written('src/**/*.{ts,tsx}', /\bsubject: '([a-z ]+)'/g))
  expect([...letters]).toEqual(expect.arrayContaining(['quote sent', 'statement revision']))
  expect([...looks]).toEqual(expect.arrayContaining(['customer card', 'which statement applied']))
  expect([...letters, ...looks].filter((code) => codeWord(code, 'nb') === code)).toEqual([])
})
