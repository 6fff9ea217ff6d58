import { expect, it } from 'vitest'
import { endingsOf } from '#retention'
import { inventory } from '#testing'
import { whatIsKept } from './what-is-kept.ts'

it('has a word for everything that ends, and calls nobody «deg» who is not there', () => {
  const ending = inventory.filter((table) => endingsOf(table).length > 0).map(({ table }) => table)
  expect(ending.length).toBeGreaterThan(30)
  expect(ending.filter((table) => whatIsKept(table) === table || /\bdeg\b/i.test(whatIsKept(table)))).toEqual([])
})
