import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import {
  creditInvoice,
  invoiceList,
  invoicesWaiting,
  issueInvoice,
  oneInvoice,
  registerPayment,
  type Issued,
  type State,
} from './invoices.ts'
import { company, deliveredOrder, monday, staffId } from './testing.ts'

let house: TestHouse
let accountId: string
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner as never, monday, sampleController)
  accountId = await company(house)
})
afterAll(() => house.close())

const db = () => house.for('invoice')

async function issued(): Promise<Issued> {
  const answer = await issueInvoice(db(), monday, {
    ...(await deliveredOrder(house, accountId)),
    staffId,
    buyerReference: null,
    deliveryPlace: null,
  })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

it('finds in each state exactly the documents whose state it is', async () => {
  await issued()
  const [paid, part, credited] = [await issued(), await issued(), await issued()]
  const { owed } = (await oneInvoice(db(), monday, paid.id))!
  await registerPayment(db(), monday, {
    accountId,
    invoiceId: paid.id,
    staffId,
    amount: owed,
    paidOn: '2026-11-23',
    reference: null,
  })
  await registerPayment(db(), monday, {
    accountId,
    invoiceId: part.id,
    staffId,
    amount: 10_000n,
    paidOn: '2026-11-23',
    reference: null,
  })
  await creditInvoice(db(), monday, { accountId, invoiceId: credited.id, staffId, reason: 'Feil', wanted: 'rest' })
  for (const day of [monday, new Date('2026-12-07T12:00:00Z'), new Date('2026-12-08T12:00:00Z')]) {
    const { invoices: all } = await invoiceList(db(), day, {})
    expect(all).toHaveLength(5)
    for (const state of ['open', 'overdue', 'paid', 'credited', 'credit_note', 'imported'] as State[]) {
      const { invoices } = await invoiceList(db(), day, { state })
      expect(
        invoices.map(({ id }) => id),
        state,
      ).toEqual(all.filter((invoice) => invoice.state === state).map(({ id }) => id))
    }
  }
  const waiting = await invoicesWaiting(db(), new Date('2026-12-08T12:00:00Z'))
  expect(waiting).toMatchObject({ overdue: 2, overdueSum: owed * 2n - 10_000n, open: 0 })
})

it('is found by number, by KID and by the buyer', async () => {
  const { number, id } = await issued()
  const { invoice } = (await oneInvoice(db(), monday, id))!
  for (const search of [String(number), invoice.kid!]) {
    expect((await invoiceList(db(), monday, { search })).invoices.map((each) => each.id)).toContain(id)
  }
  expect((await invoiceList(db(), monday, { search: 'fjordbris' })).invoices.length).toBeGreaterThan(0)
  expect((await invoiceList(db(), monday, { search: '99999999999999999999' })).invoices).toEqual([])
})
