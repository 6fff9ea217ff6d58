import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import { creditInvoice, invoicePdf, issueInvoice, mailInvoice, oneInvoice } from './invoices.ts'
import { company, deliveredOrder, monday, staffId } from './testing.ts'

let house: TestHouse
let issued: { accountId: string; id: string }
beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner as never, monday, sampleController)
  const order = await deliveredOrder(house, await company(house))
  const answer = await issueInvoice(house.for('invoice'), monday, {
    ...order,
    staffId,
    buyerReference: 'AVD-12',
    deliveryPlace: null,
  })
  if ('refused' in answer) throw new Error(answer.refused)
  issued = answer
})
afterAll(() => house.close())

const drawn = async (id: string) => invoicePdf((await oneInvoice(house.for('invoice'), monday, id))!)

it('comes out the same, byte for byte, with our own fonts in it', async () => {
  const [one, two] = [await drawn(issued.id), await drawn(issued.id)]
  expect(one.equals(two)).toBe(true)
  expect(one.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(one.toString('latin1')).toMatch(/FontFile2/)
  if (process.env.SHOW_PAPER) writeFileSync(`${process.env.SHOW_PAPER}/invoice.pdf`, one)
})

it('is mailed as an attachment to the address of the company', async () => {
  expect(
    await mailInvoice(house.for('invoice'), monday, { invoiceId: issued.id, to: 'faktura@fjordbris.example', staffId }),
  ).toEqual({
    to: 'faktura@fjordbris.example',
  })
  const letter = await house.owner.selectFrom('core.mail').selectAll().executeTakeFirstOrThrow()
  expect(letter).toMatchObject({
    purpose: 'invoice',
    person_id: null,
    subject: 'Faktura 1, NTC Gave og Profilering AS',
    attachment: { fileName: 'faktura-1.pdf', contentType: 'application/pdf' },
  })
  expect(letter.body).toContain('KID 010001000000014')
})

it('is drawn for a credit note too', async () => {
  const credit = await creditInvoice(house.for('invoice'), monday, {
    accountId: issued.accountId,
    invoiceId: issued.id,
    staffId,
    reason: 'Feil pris',
    wanted: new Map([[1, 50]]),
  })
  if ('refused' in credit) throw new Error(credit.refused)
  const paper = await drawn(credit.id)
  if (process.env.SHOW_PAPER) writeFileSync(`${process.env.SHOW_PAPER}/credit.pdf`, paper)
  expect(paper.length).toBeGreaterThan(10_000)
})

it('lies in the outbox when it is issued, or is not issued at all', async () => {
  const accountId = await company(house, 10_002n)
  const issue = async (mailTo: string) => {
    const order = await deliveredOrder(house, accountId)
    const wish = { ...order, staffId, buyerReference: null, deliveryPlace: null, mailTo }
    return issueInvoice(house.for('invoice'), monday, wish).catch(() => undefined)
  }
  // An address that the database cannot keep: no letter, so no invoice and no number.
  expect(await issue('faktura\u0000@fjordbris.example')).toBeUndefined()
  expect(await issue('faktura@fjordbris.example')).toHaveProperty('number')
  const kept = (table: 'core.invoice' | 'core.mail') =>
    house.owner.selectFrom(table).select('kind').where('account_id', '=', accountId).execute()
  expect(await kept('core.invoice')).toEqual([{ kind: 'invoice' }])
  expect(await kept('core.mail')).toEqual([{ kind: 'invoice sent' }])
})
