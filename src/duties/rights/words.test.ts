import { expect, it } from 'vitest'
import { inventory } from '#testing'
import { hasWord } from './column-words.ts'
import { shownOf } from './own-rows.ts'
import { tableWords } from './table-words.ts'

const shown = inventory.flatMap((table) => {
  const found = shownOf(table, inventory)
  return found ? [{ table: table.table, columns: found.columns }] : []
})

it('has a word for every table and column that a person is shown', () => {
  expect(shown.length).toBeGreaterThan(25)
  expect(shown.map(({ table }) => table).filter((table) => !(table in tableWords))).toEqual([])
  expect(shown.flatMap(({ columns }) => columns).filter((column) => !hasWord(column))).toEqual([])
})
