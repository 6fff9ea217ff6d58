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

it('shows the company’s orders without who ordered: none of an inquirer, a sole proprietor or somebody restricted', async () => {
  const others = async () => (await read(kari)).papers.company
  expect(await others()).toEqual([])
  const change = (values: { kind?: string; organisation_form?: string }) =>
    house.owner.updateTable('core.account').set(values).where('account_id', '=', kari.accountId).execute()
  await change({ kind: 'customer' })
  const [seen, ...more] = await others()
  expect(more).toEqual([])
  expect(Object.keys(seen!)).toEqual(['id', 'name', 'day', 'state', 'sum'])
  expect((await read(colleague)).papers.orders.map(({ id }) => id)).toEqual([seen!.id])
  expect(colleague.needles.filter(({ needle }) => JSON.stringify(seen).includes(needle))).toEqual([])
  await change({ organisation_form: 'ENK' })
  expect(await others()).toEqual([])
  await change({ organisation_form: 'AS' })
  const { accountId: account_id, personId: person_id } = colleague
  const wholly = { category: null, fields: null, document: null, lifted_at: null }
  await house.owner.updateTable('core.restriction').set(wholly).where('person_id', '=', person_id).execute()
  expect(await others()).toEqual([])
  await house.owner
    .deleteFrom('core.restriction')
    .where('account_id', '=', account_id)
    .where('person_id', '=', person_id)
    .execute()
  expect(await others()).toHaveLength(1)
})

it('shows where invoices go, but not when that is a colleague’s own mailbox', async () => {
  const seen = async (who: Planted) =>
    asPerson(house.for('rights_handling'), who, (tx) => tx.selectFrom('account').select('invoice_email').execute())
  const put = (invoice_email: string) =>
    house.owner.updateTable('core.account').set({ invoice_email }).where('account_id', '=', kari.accountId).execute()
  await put('faktura@firma.example')
  expect(await seen(kari)).toEqual([{ invoice_email: 'faktura@firma.example' }])
  await put(colleague.email.toUpperCase())
  expect(await seen(kari)).toEqual([{ invoice_email: null }])
  expect(await seen(colleague)).toEqual([{ invoice_email: colleague.email.toUpperCase() }])
})

it('says of every value what it is for, where it comes from, and how long it is kept', async () => {
  const { groups } = await read(kari)
  const values = groups.flatMap(({ kinds }) => kinds.flatMap(({ things }) => things.flatMap((thing) => thing.values)))
  expect(values.length).toBeGreaterThan(60)
  expect(values.filter(({ purpose, from, until }) => purpose === '' || from === '' || until === '')).toEqual([])
})
