import { expect, it } from 'vitest'
import { readListQuery } from '#http'

const views = { alle: undefined, utkast: 'draft' }
const sorts = { nyeste: 'newest', sum: 'sum' }
const read = (query: string) => readListQuery(new URLSearchParams(query), views, sorts)

it('reads what a list is asked for', () => {
  expect(read('sok=fjord&utvalg=utkast&sorter=sum&side=3')).toEqual({ search: 'fjord', view: 'utkast', sort: 'sum', page: 3 })
})

it('takes the first view, the first sort and the first page where the address says nothing it knows', () => {
  const first = { search: '', view: 'alle', sort: 'nyeste', page: 1 }
  expect(read('')).toEqual(first)
  expect(read('utvalg=toString&sorter=__proto__&side=mange')).toEqual(first)
})

it.each([
  ['-4', 1],
  ['0', 1],
  ['2.9', 2],
  ['1e9', 10_000],
])('turns page %s into %i', (side, page) => expect(read(`side=${side}`).page).toBe(page))
