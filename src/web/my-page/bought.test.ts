import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory } from '#inventory'
import { asPerson } from '#purposes'
import { holdings } from '#rights'
import { openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { bought } from './bought.ts'
import { heldGroups } from './held-groups.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let kari: Planted
let colleague: Planted

beforeAll(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
})
afterAll(() => house.close())

const read = (who: Planted) =>
  asPerson(house.for('rights_handling'), who, async (tx) => ({
    groups: heldGroups(await holdings(tx, inventory), 'nb'),
    papers: await bought(tx, now, 'nb'),
  }))

it('shows every value that is held and may be shown, and nothing of a colleague in the same company', async () => {
  const page = JSON.stringify(await read(kari))
  const missing = kari.needles.filter(({ needle, secret }) => !secret && !page.includes(needle))
  expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  expect(colleague.needles.filter(({ needle }) => page.includes(needle))).toEqual([])
})

it('gives each their own orders and invoices', async () => {
  const [hers, theirs] = [await read(kari), await read(colleague)]
  const ids = ({ papers }: typeof hers) => [...papers.orders, ...papers.invoices].map(({ id }) => id)
  expect(ids(hers)).toHaveLength(2)
  expect(ids(hers).filter((id) => ids(theirs).includes(id))).toEqual([])
})

it('says of every value what it is for, where it comes from, and how long it is kept', async () => {
  const { groups } = await read(kari)
  const values = groups.flatMap(({ kinds }) => kinds.flatMap(({ things }) => things.flatMap((thing) => thing.values)))
  expect(values.length).toBeGreaterThan(60)
  expect(values.filter(({ purpose, from, until }) => purpose === '' || from === '' || until === '')).toEqual([])
})
