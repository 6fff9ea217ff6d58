import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { brokenDocuments } from '#invoices'
import { openTestHouse, type TestHouse } from '#testing'
import { isEmpty } from '../src/opening/open-house.ts'
import { cast, loadSamples } from './samples.ts'

const now = new Date('2026-11-23T09:00:00Z')
const place = { dataDir: mkdtempSync(join(tmpdir(), 'ordholden-samples-')) }
let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  await loadSamples(house, now, place)
}, 60_000)
afterAll(async () => {
  rmSync(place.dataDir, { recursive: true, force: true })
  await house?.close()
})

const count = async (
  table: 'core.person' | 'core.inquiry' | 'core.invoice' | 'core.product' | 'core.consent' | 'core.sales_order',
) =>
  (
    await house.owner
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
  ).rows

it('has a year of trade that ended last week, and a cast beside it', async () => {
  const { last } = await house.owner
    .selectFrom('core.invoice')
    .select(({ fn }) => fn.max('issued_at').as('last'))
    .where('series', '=', 'import-invoice')
    .executeTakeFirstOrThrow()
  expect(last!.getTime()).toBeLessThan(now.getTime())
  expect(now.getTime() - last!.getTime()).toBeLessThan(11 * 86_400_000)
  expect(await isEmpty(house.owner)).toBe(false)
})

it('shows every state of the desk: paid, overdue, open, credited in part, an order on its way, a quote that was opened', async () => {
  const invoices = await house.owner
    .selectFrom('core.invoice')
    .select(['series', 'number', 'issue_date'])
    .where('series', 'in', ['invoice', 'credit_note'])
    .orderBy('series', 'desc')
    .orderBy('number')
    .execute()
  expect(invoices.map(({ series, number }) => `${series} ${number}`)).toEqual([
    'invoice 1',
    'invoice 2',
    'invoice 3',
    'invoice 4',
    'credit_note 1',
  ])
  expect(invoices.slice(0, 4).map(({ issue_date: day }) => day)).toEqual(
    invoices
      .slice(0, 4)
      .map(({ issue_date: day }) => day)
      .toSorted(),
  )
  expect(await brokenDocuments(house.owner)).toEqual([])
})

it('has consented to nothing on anybody’s behalf', async () => {
  expect(Number(await count('core.consent'))).toBe(0)
})

it('has one person who said no, and who was invoiced all the same', async () => {
  const objections = await house.owner
    .selectFrom('core.objection as o')
    .innerJoin('core.person as p', 'p.id', 'o.person_id')
    .select(['p.first_name', 'o.scope'])
    .execute()
  expect(objections).toEqual([{ first_name: 'Fatima', scope: 'marketing' }])
  const { invoices } = await house.owner
    .selectFrom('core.invoice as i')
    .innerJoin('core.person as p', 'p.account_id', 'i.account_id')
    .select(({ fn }) => fn.countAll().as('invoices'))
    .where('p.first_name', '=', 'Fatima')
    .executeTakeFirstOrThrow()
  expect(Number(invoices)).toBe(1)
})

it('gives no person to an imported customer', async () => {
  const people = await house.owner
    .selectFrom('core.person as p')
    .innerJoin('core.account as a', 'a.account_id', 'p.account_id')
    .select('p.email')
    .where('a.kind', '=', 'imported')
    .execute()
  expect(people).toEqual([])
})

it('is the same when it is loaded twice', async () => {
  const tables = ['core.person', 'core.inquiry', 'core.invoice', 'core.product', 'core.sales_order'] as const
  const before = await Promise.all(tables.map(count))
  await loadSamples(house, now, place)
  expect(await Promise.all(tables.map(count))).toEqual(before)
})

it('writes every address of the cast under .example', () => {
  expect(
    Object.values(cast)
      .map(({ contact }) => contact.email)
      .filter((email) => !email.endsWith('.example')),
  ).toEqual([])
})
