/** What no role may do the database's owner can; then the statement's control says so (promise 4-d). */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueInvoice, registerPayment } from '#invoices'
import { sampleController, saveController } from '#merchant'
import { purposeNames } from '#purposes'
import { check, controlOf, type World } from '#sentence'
import { openTestHouse, type TestHouse } from '#testing'
import { bookkeepingStays } from './retention-bookkeeping.ts'

const monday = new Date('2026-11-23T10:00:00Z')
const [account, order] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-000000000003']
const [accountId, orderId, staffId] = [account, order, 'siri']
let house: TestHouse
let invoiceId: string
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner as never, monday, sampleController)
  for (const delivered of [
    `insert into core.account (account_id, kind, customer_number, name, organisation_number, company_address, created_at, last_active_at)
      values ('${account}', 'customer', 10001, 'Fjord AS', '310456782', 'Havnegata 1, 5003 Bergen', now(), now())`,
    `insert into core.sales_order (account_id, id, number, source, delivery_address, net, vat, gross, confirmed_at, delivered_at)
      values ('${account}', '${order}', 'O-2026-00001', 'quote', 'Havnegata 1, 5003 Bergen', 10000, 2500, 12500, '2026-11-10', '2026-11-20')`,
    `insert into core.order_line (account_id, order_id, line, kind, description, quantity, unit_price_e4, vat_rate, net)
      values ('${account}', '${order}', 1, 'product', 'Kopp', 10, 100000, 2500, 10000)`,
  ])
    await sql.raw(delivered).execute(house.owner)
  const asked = { accountId, orderId, staffId, buyerReference: 'AVD-12', deliveryPlace: null }
  const issued = await issueInvoice(house.for('invoice'), monday, asked)
  if ('refused' in issued) throw new Error(issued.refused)
  invoiceId = issued.id
  const payment = { accountId, invoiceId, staffId, amount: 100n, paidOn: '2026-11-23', reference: 'Bank 1' }
  expect(await registerPayment(house.for('invoice'), monday, payment)).toHaveProperty('owed')
})
afterAll(() => house.close())

const control = controlOf(bookkeepingStays, 'each document says what was issued')
const found = async (db: TestHouse['owner']) => (await check(control, {}, { db, now: monday } as World))!.found

const bookkeeping = ['invoice', 'invoice_line', 'invoice_vat', 'payment', 'issued_document']

it('lets no purpose delete, empty or change bookkeeping, nor an order that an invoice stands on', async () => {
  for (const purpose of purposeNames) {
    const refused = (command: string, why: RegExp) =>
      expect(sql.raw(command).execute(house.for(purpose)), `${purpose}: ${command}`).rejects.toThrow(why)
    for (const table of bookkeeping) {
      await refused(`delete from core.${table}`, /permission denied/)
      await refused(`truncate core.${table} cascade`, /permission denied/)
      await refused(`update core.${table} set account_id = account_id`, /permission denied/)
    }
    await refused('delete from core.sales_order', /permission denied|foreign key/)
    await refused('delete from core.account', /permission denied/)
    await refused('alter table core.invoice disable trigger all', /must be owner/)
  }
  expect(await found(house.owner)).toBe(0)
})

const gone = (table: string) => `delete from core.${table} where invoice_id = '${invoiceId}'`
const tamperings: Readonly<Record<string, () => readonly string[]>> = {
  'a payment is deleted': () => [gone('payment')],
  'a payment is made smaller': () => ['update core.payment set amount = 1'],
  'a payment is moved to another year': () => [`update core.payment set paid_on = '2020-01-01'`],
  'an invoice is deleted with all that is its': () => [
    gone('payment'),
    gone('invoice_vat'),
    gone('invoice_line'),
    gone('issued_document'),
    'delete from core.invoice',
    `update core.number_series set next = 1 where series = 'invoice'`,
  ],
  'an invoice is deleted as if its years were over': () => [
    gone('payment'),
    gone('invoice_vat'),
    gone('invoice_line'),
    'update core.issued_document set account_id = null, invoice_id = null',
    'delete from core.invoice',
  ],
}

it.each(Object.keys(tamperings))('is found out when %s', async (what) => {
  const undo = new Error('undo')
  await house.owner
    .transaction()
    .execute(async (tx) => {
      for (const command of tamperings[what]!()) await sql.raw(command).execute(tx)
      expect(await found(tx)).toBeGreaterThan(0)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  expect(await found(house.owner)).toBe(0)
})

it('takes a payment that went with its invoice for nothing amiss', async () => {
  const undo = new Error('undo')
  await house.owner
    .transaction()
    .execute(async (tx) => {
      await sql`delete from core.payment`.execute(tx)
      await sql`update evidence.entry set body = body || '{"paidOn":"2019-12-31"}' where kind = 'payment registered'`.execute(tx)
      expect(await found(tx)).toBe(0)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
})
