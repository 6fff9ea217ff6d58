import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { sweep } from './sweep.ts'

const account = '01890000-0000-7000-8000-00000000000a'
let house: TestHouse
let number = 0
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.account (account_id, kind, name, created_at, last_active_at) values (${account}, 'customer', 'Fjord AS', now(), now())`.execute(
    house.owner,
  )
})
afterAll(() => house.close())

/** An issued document with its order, a line, its VAT and its link of the chain. */
async function issued(day: string, { paid, credits }: { paid?: string; credits?: string } = {}): Promise<string> {
  number += 1
  const { rows } = await sql<{ id: string }>`
    with o as (insert into core.sales_order (account_id, id, number, source, net, vat, gross, confirmed_at, delivered_at)
      values (${account}, gen_random_uuid(), ${`O-${number}`}, 'quote', 100, 25, 125, ${day}::date, ${day}::date) returning id),
    i as (insert into core.invoice (account_id, id, kind, series, number, order_id, credits_invoice_id, issue_date, due_date, delivery_date, delivery_place, seller, buyer, currency,
        net, vat, gross, language, document_hash, previous_hash, issued_at)
      select ${account}, gen_random_uuid(), ${credits ? 'credit_note' : 'invoice'}, 'invoice', ${number}, o.id, ${credits ?? null}, ${day}::date, ${day}::date, ${day}::date, 'Bergen', '{}', '{"name":"Fjord AS"}', 'NOK',
        100, 25, 125, 'nb', ${`hash ${number}`}, ${`hash ${number - 1}`}, ${day}::date from o returning id),
    l as (insert into core.invoice_line select ${account}, id, 1, 'product', 'K-1', 'Kopp', 1, 1000000, 0, 2500, 100 from i),
    v as (insert into core.invoice_vat select ${account}, id, 2500, 100, 25 from i),
    d as (insert into core.issued_document select 'invoice', ${number}, ${account}, id, ${`hash ${number}`}, ${`hash ${number - 1}`}, ${day}::date from i)
    select id from i`.execute(house.owner)
  const { id } = rows[0]!
  if (paid)
    await sql`insert into core.payment values (${account}, gen_random_uuid(), ${id}, 125, ${paid}::date, null, null, now())`.execute(
      house.owner,
    )
  return id
}

const places = () => ({ legal: house.for('legal_obligation'), security: house.for('security') })

it('deletes a document when its five years and its payment’s are over, and keeps its number and hash', async () => {
  const old = await issued('2019-03-15', { paid: '2019-04-01' })
  await issued('2018-05-02', { credits: old })
  await issued('2020-12-31', { paid: '2020-12-31' })
  await issued('2020-12-31', { paid: '2021-01-02' })
  await issued('2021-01-01')
  const credited = await issued('2020-06-01')
  await issued('2021-02-01', { credits: credited })

  const remaining = async () =>
    (await house.owner.selectFrom('core.invoice').select('number').orderBy('number').execute()).map((each) => Number(each.number))
  expect(await sweep(places(), inventory, new Date('2025-12-31T22:59:00Z'))).toMatchObject({ 'core.invoice': 2 })
  expect(await remaining()).toEqual([3, 4, 5, 6, 7])
  expect(await sweep(places(), inventory, new Date('2025-12-31T23:00:00Z'))).toMatchObject({ 'core.invoice': 1 })
  expect(await remaining()).toEqual([4, 5, 6, 7])

  const numbers = await house.owner
    .selectFrom('core.issued_document')
    .select(['number', 'invoice_id', 'document_hash'])
    .orderBy('number')
    .execute()
  expect(numbers.length).toBe(7)
  expect(numbers.slice(0, 3)).toEqual(
    [1n, 2n, 3n].map((each) => ({ number: each, invoice_id: null, document_hash: `hash ${each}` })),
  )
  // The order whose document is gone goes too; those that a document stands on stay.
  const orders = await house.owner.selectFrom('core.sales_order').select('number').orderBy('number').execute()
  expect(orders.map((each) => each.number)).toEqual(['O-4', 'O-5', 'O-6', 'O-7'])
  for (const table of ['core.invoice_line', 'core.invoice_vat'] as const)
    expect((await house.owner.selectFrom(table).select('account_id').execute()).length).toBe(4)
})

it('cannot be made to delete early: not by pretending that it is later, and not by any role', async () => {
  const left = async () => (await house.owner.selectFrom('core.invoice').select('id').execute()).length
  const before = await left()
  await sql`select * from house.delete_old_documents('2099-01-01', 1000)`.execute(house.for('legal_obligation'))
  expect(await left()).toBe(before)
  await expect(sql`select * from house.delete_old_documents(now(), 1000)`.execute(house.for('administer'))).rejects.toThrow(
    'permission denied',
  )
  for (const purpose of ['legal_obligation', 'rights_handling', 'invoice', 'administer'] as const)
    await expect(sql`delete from core.invoice`.execute(house.for(purpose)), purpose).rejects.toThrow('permission denied')
})
