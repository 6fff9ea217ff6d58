import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#database'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import {
  creditInvoice,
  deliveriesOf,
  dispatchesOf,
  invoiceList,
  invoicesWaiting,
  issueInvoice,
  mailInvoice,
  oneInvoice,
  printInvoice,
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

it('reminds of what was issued and neither mailed nor printed, credit notes too, and forgets it when it is sent', async () => {
  const [mailed, printed, forgotten] = [await issued(), await issued(), await issued()]
  const credit = await creditInvoice(db(), monday, { accountId, invoiceId: printed.id, staffId, reason: 'Feil', wanted: 'rest' })
  const unsent = async () => (await invoiceList(db(), monday, { state: 'unsent' })).invoices.map(({ id }) => id)
  const mine = [mailed.id, printed.id, forgotten.id, (credit as Issued).id]
  expect(await unsent()).toEqual(expect.arrayContaining(mine))
  const before = (await invoicesWaiting(db(), monday)).unsent
  expect(await mailInvoice(db(), monday, { invoiceId: mailed.id, to: 'faktura@fjordbris.example', staffId })).toHaveProperty('to')
  expect(await printInvoice(db(), monday, { invoiceId: printed.id, staffId })).toEqual({ id: printed.id })
  expect((await unsent()).filter((id) => mine.includes(id)).toSorted()).toEqual([forgotten.id, (credit as Issued).id].toSorted())
  expect((await invoicesWaiting(db(), monday)).unsent).toBe(before - 2)
  const [sent] = await dispatchesOf(db(), accountId, mailed.id)
  expect(sent).toMatchObject({ how: 'mailed', staff_user_id: staffId, at: monday })
  expect(await deliveriesOf(house.for('administer'), accountId, [sent!.mail_id!])).toEqual({ [sent!.mail_id!]: 'waiting' })
  expect(await printInvoice(db(), monday, { invoiceId: newId(monday), staffId })).toEqual({ refused: 'not found' })
})

it('was sent when it is issued to be mailed, or it is not issued', async () => {
  const order = await deliveredOrder(house, accountId)
  const issuing = { ...order, staffId, buyerReference: null, deliveryPlace: null, mailTo: 'faktura@fjordbris.example' }
  const answer = (await issueInvoice(db(), monday, issuing)) as Issued
  expect(await dispatchesOf(db(), accountId, answer.id)).toMatchObject([{ how: 'mailed', staff_user_id: staffId }])
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
