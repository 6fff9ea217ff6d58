import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { acceptQuote, declineQuote, quoteByLink, reviseQuote, saveDraft, sendQuote, withdrawQuote } from './quotes.ts'
import { cups, kariOfFjordbris, monday, sentQuote, staffId, website, withMerchant } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
})
afterAll(() => house.close())

const db = () => house.for('deliver')

async function seen(token: string) {
  const quote = await quoteByLink(db(), monday, token)
  if (!quote) throw new Error('no such quote')
  return quote
}

async function yes(token: string, at = monday, purchaseOrderNumber: string | null = 'PO-4711') {
  const { paper } = await seen(token)
  return acceptQuote(db(), at, { token, contentHash: paper.contentHash, purchaseOrderNumber, deliveryAddress: null, via: 'link' })
}

it('becomes one order with the same lines and sums, confirmed by mail and witnessed', async () => {
  const kari = await kariOfFjordbris(house)
  const { id, number, token } = await sentQuote(house, kari)
  const order = await yes(token)

  expect(order).toMatchObject({ number: expect.stringMatching(/^O-2026-\d{5}$/) })
  const orders = await house.owner.selectFrom('core.sales_order').selectAll().where('quote_id', '=', id).execute()
  expect(orders).toMatchObject([
    { net: 1_945_075n, vat: 475_011n, purchase_order_number: 'PO-4711', delivery_address: 'Havnegata 1, 5003 Bergen' },
  ])
  expect(orders[0]!.gross).toBe(orders[0]!.net + orders[0]!.vat)
  const lines = await house.owner
    .selectFrom('core.order_line')
    .select(['description', 'parent_line'])
    .where('order_id', '=', orders[0]!.id)
    .orderBy('line')
    .execute()
  expect(lines).toEqual([
    { description: 'Termokopp 35 cl, børstet stål', parent_line: null },
    { description: 'Lasergravering, én posisjon', parent_line: 1 },
    { description: 'Sjokolade i eske', parent_line: null },
  ])
  const letters = await house.owner
    .selectFrom('core.mail')
    .select(['kind', 'to_address', 'body'])
    .where('account_id', '=', kari.accountId)
    .orderBy('queued_at')
    .execute()
  expect(letters.map(({ kind }) => kind).toSorted()).toEqual(['order confirmed', 'quote sent'])
  expect(letters.find(({ kind }) => kind === 'order confirmed')!.body).toContain(number)
  const account = await house.owner
    .selectFrom('core.account')
    .selectAll()
    .where('account_id', '=', kari.accountId)
    .executeTakeFirstOrThrow()
  expect(account).toMatchObject({ kind: 'customer', customer_number: expect.any(BigInt) })
  expect(await house.owner.selectFrom('evidence.entry').select('kind').where('subject', '=', kari.personId).execute()).toEqual([
    { kind: 'quote accepted' },
  ])
})

it('creates no consent of any kind', async () => {
  const kari = await kariOfFjordbris(house)
  await yes((await sentQuote(house, kari)).token)
  expect(await house.owner.selectFrom('core.consent').selectAll().execute()).toEqual([])
})

it('accepted eight times at once is one order, and everybody gets the same answer', async () => {
  const { id, token } = await sentQuote(house, await kariOfFjordbris(house))
  const answers = await Promise.all(Array.from({ length: 8 }, () => yes(token)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toHaveProperty('number')
  expect(await house.owner.selectFrom('core.sales_order').select('id').where('quote_id', '=', id).execute()).toHaveLength(1)
  expect(
    await house.owner
      .selectFrom('core.mail')
      .select('id')
      .where('kind', '=', 'order confirmed')
      .where('account_id', '=', (answers[0] as { accountId: string }).accountId)
      .execute(),
  ).toHaveLength(1)
})

it('can be accepted on its last day, and not the day after', async () => {
  const lastMoment = new Date('2026-12-23T22:59:00Z') // 23.59 in Oslo
  const { token } = await sentQuote(house, await kariOfFjordbris(house))
  expect(await yes(token, new Date(lastMoment.getTime() + 60_000))).toEqual({ refused: 'no longer open' })
  expect(await yes(token, lastMoment)).toHaveProperty('number')
})

it('cannot be accepted in a version that was superseded, and the new one can', async () => {
  const kari = await kariOfFjordbris(house)
  const first = await sentQuote(house, kari)
  const which = { accountId: kari.accountId, quoteId: first.id, staffId }
  await reviseQuote(db(), monday, which)
  await saveDraft(db(), monday, {
    ...which,
    lines: [{ ...cups, quantity: 300 }],
    intro: '',
    validUntil: '2026-12-23',
    deliveryDays: null,
    version: 1,
  })
  const second = await sendQuote(db(), monday, { ...which, website })
  expect(second).toMatchObject({ version: 2 })
  expect((await seen(first.token)).state).toBe('superseded')
  expect(await yes(first.token)).toEqual({ refused: 'no longer open' })
  expect(await yes((second as { token: string }).token)).toHaveProperty('number')
})

it('is bound to the content that was seen', async () => {
  const { token } = await sentQuote(house, await kariOfFjordbris(house))
  const answer = await acceptQuote(db(), monday, {
    token,
    contentHash: '0'.repeat(64),
    purchaseOrderNumber: null,
    deliveryAddress: null,
    via: 'link',
  })
  expect(answer).toEqual({ refused: 'another content was seen' })
})

it('takes no identity number for a purchase-order number', async () => {
  const { token } = await sentQuote(house, await kariOfFjordbris(house))
  expect(await yes(token, monday, 'PO 130972 48022')).toEqual({
    refused: 'national identity number',
    field: 'purchaseOrderNumber',
  })
})

it('cannot be accepted when it was withdrawn or declined, and declining twice is one no', async () => {
  const kari = await kariOfFjordbris(house)
  const withdrawn = await sentQuote(house, kari)
  await withdrawQuote(db(), monday, { accountId: kari.accountId, quoteId: withdrawn.id })
  expect(await yes(withdrawn.token)).toEqual({ refused: 'no longer open' })

  const declined = await sentQuote(house, kari)
  expect(await declineQuote(db(), monday, declined.token)).toEqual({ declined: true })
  expect(await declineQuote(db(), monday, declined.token)).toEqual({ declined: true })
  expect(await yes(declined.token)).toEqual({ refused: 'no longer open' })
})

it('opens for nobody without the link, and the link is not in the database', async () => {
  const { token } = await sentQuote(house, await kariOfFjordbris(house))
  expect(await quoteByLink(db(), monday, 'A'.repeat(43))).toBeUndefined()
  expect(await quoteByLink(db(), monday, "' or 1=1 --")).toBeUndefined()
  const versions = await house.owner.selectFrom('core.quote_version').selectAll().execute()
  expect(JSON.stringify(versions, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(token)
})
