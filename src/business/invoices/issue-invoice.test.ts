import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { purposeNames, roleOf } from '#purposes'
import { openTestHouse, type TestHouse } from '#testing'
import { brokenDocuments, creditInvoice, isKid, issueInvoice, oneInvoice, registerPayment, type Issued } from './invoices.ts'
import { issue } from './issue-invoice.ts'
import { company, deliveredOrder, monday, staffId, type Delivered } from './testing.ts'

let house: TestHouse
let accountId: string
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner as never, monday, sampleController)
  accountId = await company(house)
})
afterAll(() => house.close())

const db = () => house.for('invoice')
const plain = { staffId, buyerReference: 'AVD-12', deliveryPlace: null }

async function issued(order?: Delivered): Promise<Issued> {
  const answer = await issueInvoice(db(), monday, { ...(order ?? (await deliveredOrder(house, accountId))), ...plain })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

it('says all that the regulation asks for, and names no person', async () => {
  const { id, number } = await issued()
  const { invoice, lines, groups } = (await oneInvoice(db(), monday, id))!
  expect(invoice).toMatchObject({
    kind: 'invoice',
    series: 'invoice',
    number,
    issue_date: '2026-11-23',
    due_date: '2026-12-07',
    delivery_date: '2026-11-20',
    delivery_place: 'Havnegata 1, 5003 Bergen',
    buyer_reference: 'AVD-12',
    purchase_order_number: 'PO-4711',
    bank_account: sampleController.bankAccount,
    currency: 'NOK',
    net: 1_693_654n,
    seller: {
      legalName: sampleController.legalName,
      organisationNumber: sampleController.organisationNumber,
      foretaksregistered: true,
      vatRegistered: true,
    },
    buyer: {
      name: 'Fjordbris Reklame AS',
      organisationNumber: '310456782',
      address: 'Havnegata 1, 5003 Bergen',
      customerNumber: '10001',
    },
  })
  expect(isKid(invoice.kid!)).toBe(true)
  expect(lines).toHaveLength(3)
  expect(groups).toMatchObject([
    { vat_rate: 2500, base: 1_667_500n, vat: 416_875n },
    { vat_rate: 1500, base: 26_154n, vat: 3_923n },
  ])
  expect(JSON.stringify(invoice, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/Kari|Nordmann/)
})

it('is issued once for an order, also when two press the button', async () => {
  const order = await deliveredOrder(house, accountId)
  const answers = await Promise.all([1, 2, 3].map(() => issueInvoice(db(), monday, { ...order, ...plain })))
  expect(answers.filter((answer) => 'number' in answer)).toHaveLength(1)
  expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'not complete')).toHaveLength(2)
})

it('is refused before delivery, without an address, and with an identity number in it', async () => {
  expect(await issueInvoice(db(), monday, { ...(await deliveredOrder(house, accountId, null)), ...plain })).toEqual({
    refused: 'not complete',
  })
  const nameless = await company(house, 10_002n, { name: null })
  expect(await issueInvoice(db(), monday, { ...(await deliveredOrder(house, nameless)), ...plain })).toEqual({
    refused: 'not complete',
  })
  const order = await deliveredOrder(house, accountId)
  expect(await issueInvoice(db(), monday, { ...order, ...plain, buyerReference: '13097248022' })).toEqual({
    refused: 'national identity number',
    field: 'buyerReference',
  })
})

it('is credited by a document of its own, never by more than remains, and may then be issued anew', async () => {
  const order = await deliveredOrder(house, accountId)
  const { id } = await issued(order)
  const which = { accountId, invoiceId: id, staffId, reason: 'Feil antall' }
  const part = await creditInvoice(db(), monday, { ...which, wanted: new Map([[1, 100]]) })
  expect(part).toHaveProperty('number')
  expect(await creditInvoice(db(), monday, { ...which, wanted: new Map([[1, 151]]) })).toEqual({
    refused: 'more than remains',
    field: 'quantity.1',
  })
  const both = await Promise.all([1, 2].map(() => creditInvoice(db(), monday, { ...which, wanted: 'rest' })))
  expect(both.filter((answer) => 'number' in answer)).toHaveLength(1)
  const { state, owed, credits, invoice } = (await oneInvoice(db(), monday, id))!
  expect({ state, owed }).toEqual({ state: 'credited', owed: 0n })
  expect(credits.reduce((sum, { gross }) => sum + gross, 0n)).toBe(invoice.gross)
  expect(await issueInvoice(db(), monday, { ...order, ...plain })).toHaveProperty('number')
})

it('is paid in parts, never by more than is owed, and overdue the day after it fell due', async () => {
  const { id } = await issued()
  const payment = { accountId, invoiceId: id, staffId, paidOn: '2026-11-23', reference: null }
  const { owed } = (await oneInvoice(db(), monday, id))!
  expect(await registerPayment(db(), monday, { ...payment, amount: owed + 1n })).toEqual({
    refused: 'more than is owed',
    field: 'amount',
  })
  expect(await registerPayment(db(), monday, { ...payment, amount: 100n })).toEqual({ owed: owed - 100n })
  expect((await oneInvoice(db(), new Date('2026-12-07T12:00:00Z'), id))!.state).toBe('open')
  expect((await oneInvoice(db(), new Date('2026-12-08T12:00:00Z'), id))!.state).toBe('overdue')
  await registerPayment(db(), monday, { ...payment, amount: owed - 100n })
  expect((await oneInvoice(db(), monday, id))!.state).toBe('paid')
})

it('cannot be changed or deleted for any purpose', async () => {
  const { id } = await issued()
  for (const purpose of purposeNames) {
    for (const command of [
      'update core.invoice set gross = gross',
      'delete from core.invoice',
      'update core.invoice_line set description = description',
      'delete from core.issued_document',
    ]) {
      const act = house
        .for(purpose)
        .transaction()
        .execute(async (tx) => sql.raw(command).execute(tx))
      await expect(act, `${roleOf(purpose)}: ${command}`).rejects.toThrow('permission denied')
    }
  }
  expect(await oneInvoice(db(), monday, id)).toBeDefined()
})

it('two hundred at once, a third of them rolled back, leave no hole', async () => {
  const orders = await Promise.all(Array.from({ length: 200 }, () => deliveredOrder(house, accountId)))
  const before = await lastNumber()
  const changed = new Error('changed my mind')
  const answers = await Promise.all(
    orders.map((order, who) =>
      db()
        .transaction()
        .execute(async (tx) => {
          const answer = await issue(tx, monday, { ...order, ...plain })
          if (who % 10 < 3) throw changed
          return answer as Issued
        })
        .catch((error) => {
          if (error !== changed) throw error
        }),
    ),
  )
  const numbers = answers.flatMap((answer) => (answer ? [Number(answer.number)] : [])).toSorted((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 140 }, (_, index) => before + 1 + index))
  expect(await brokenDocuments(house.owner)).toEqual([])
}, 60_000)

async function lastNumber(): Promise<number> {
  const row = await house.owner
    .selectFrom('core.issued_document')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('series', '=', 'invoice')
    .executeTakeFirstOrThrow()
  return Number(row.last ?? 0)
}

const tamperings: Record<string, (id: string) => string> = {
  'an amount was changed': (id) => `update core.invoice set net = net + 1, gross = gross + 1 where id = '${id}'`,
  'the buyer was changed': (id) =>
    `update core.invoice set buyer = jsonb_set(buyer, '{name}', '"Noen andre AS"') where id = '${id}'`,
  'a line was reworded': (id) =>
    `update core.invoice_line set description = 'Konsulenttimer' where invoice_id = '${id}' and line = 1`,
  'a line was deleted': (id) => `delete from core.invoice_line where invoice_id = '${id}' and line = 3`,
  'the VAT was moved': (id) => `update core.invoice_vat set vat = vat + 1 where invoice_id = '${id}' and vat_rate = 1500`,
  'it was backdated': (id) => `update core.invoice set issue_date = issue_date - 30 where id = '${id}'`,
  'its hash was overwritten': (id) => `update core.invoice set document_hash = repeat('a', 64) where id = '${id}'`,
  'it is gone': (id) =>
    `delete from core.invoice_vat where invoice_id = '${id}'; delete from core.invoice_line where invoice_id = '${id}'; delete from core.invoice where id = '${id}'`,
  'it is gone, and its link too': (id) =>
    `delete from core.issued_document where invoice_id = '${id}'; delete from core.invoice_vat where invoice_id = '${id}'; delete from core.invoice_line where invoice_id = '${id}'; delete from core.invoice where id = '${id}'`,
  'it is gone, its link too, and the number was given back': (id) =>
    `delete from core.issued_document where invoice_id = '${id}'; delete from core.invoice_vat where invoice_id = '${id}'; delete from core.invoice_line where invoice_id = '${id}'; delete from core.invoice where id = '${id}'; update core.number_series set next = next - 1 where series = 'invoice'`,
}

for (const [what, how] of Object.entries(tamperings)) {
  it(`is found out when ${what} behind the application's back`, async () => {
    const { id } = await issued()
    const undo = new Error('undo')
    await house.owner
      .transaction()
      .execute(async (tx) => {
        for (const command of how(id).split('; ')) await sql.raw(command).execute(tx)
        expect((await brokenDocuments(tx)).length).toBeGreaterThan(0)
        throw undo
      })
      .catch((error) => {
        if (error !== undo) throw error
      })
    expect(await brokenDocuments(house.owner)).toEqual([])
  })
}

beforeEach(async () => {
  expect(await brokenDocuments(house.owner)).toEqual([])
})
