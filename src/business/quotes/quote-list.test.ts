import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { acceptQuote, declineQuote, draftQuote, noteViewed, quoteByLink, saveDraft, withdrawQuote, type State } from './quotes.ts'
import { quoteList, quotesWaiting } from './quote-list.ts'
import { cups, kariOfFjordbris, monday, sentQuote, staffId, withMerchant, type Kari } from './testing.ts'

let house: TestHouse
let kari: Kari
beforeAll(async () => {
  house = await openTestHouse()
  await withMerchant(house)
  kari = await kariOfFjordbris(house)
})
afterAll(() => house.close())

const db = () => house.for('deliver')

it('finds in each state exactly the quotes whose state it is', async () => {
  await draftQuote(db(), monday, { ...kari, staffId })
  await sentQuote(house, kari)
  const viewed = await sentQuote(house, kari)
  await noteViewed(db(), monday, (await quoteByLink(db(), monday, viewed.token))!)
  const accepted = await sentQuote(house, kari)
  const { paper } = (await quoteByLink(db(), monday, accepted.token))!
  await acceptQuote(db(), monday, {
    token: accepted.token,
    contentHash: paper.contentHash,
    purchaseOrderNumber: null,
    deliveryAddress: null,
    via: 'link',
  })
  await declineQuote(db(), monday, (await sentQuote(house, kari)).token)
  await withdrawQuote(db(), monday, { accountId: kari.accountId, quoteId: (await sentQuote(house, kari)).id })

  for (const day of [monday, new Date('2026-12-23T12:00:00Z'), new Date('2026-12-24T12:00:00Z')]) {
    const { quotes: all } = await quoteList(db(), day, {})
    for (const state of ['draft', 'sent', 'viewed', 'accepted', 'declined', 'expired', 'withdrawn'] as State[]) {
      const { quotes } = await quoteList(db(), day, { state })
      expect(
        quotes.map(({ id }) => id),
        state,
      ).toEqual(all.filter((quote) => quote.state === state).map(({ id }) => id))
    }
  }
  expect(await quotesWaiting(db(), monday)).toEqual({ drafts: 1, awaiting: 2, expiring: 0 })
  expect(await quotesWaiting(db(), new Date('2026-12-20T12:00:00Z'))).toEqual({ drafts: 1, awaiting: 2, expiring: 2 })
})

it('searches by number and by customer, also with signs that mean something to SQL', async () => {
  const { number } = await sentQuote(house, kari)
  expect((await quoteList(db(), monday, { search: number })).quotes.map((quote) => quote.number)).toEqual([number])
  expect((await quoteList(db(), monday, { search: 'fjordbris' })).quotes.length).toBeGreaterThan(0)
  expect((await quoteList(db(), monday, { search: "%_\\'" })).quotes).toEqual([])
})

it('does not lose what two people typed: the second to save is told', async () => {
  const quote = await draftQuote(db(), monday, { ...kari, staffId })
  const edited = {
    accountId: quote.accountId,
    quoteId: quote.id,
    staffId,
    lines: [cups],
    intro: '',
    validUntil: '2026-12-23',
    deliveryDays: null,
    version: 1,
  }
  expect(await saveDraft(db(), monday, edited)).toEqual({ version: 2 })
  expect(await saveDraft(db(), monday, { ...edited, intro: 'Mine ord' })).toEqual({ refused: 'changed by somebody else' })
  expect(
    await saveDraft(db(), monday, { ...edited, version: 2, lines: [{ ...cups, description: 'Til Kari, 13097248022' }] }),
  ).toEqual({ refused: 'national identity number', field: 'description.0' })
})

it('begins a quote with what the inquiry asked for, at the price of the quantity, and once', async () => {
  const [productId, inquiryId] = ['01a20000-0000-7000-8000-000000000001', '01a20000-0000-7000-8000-000000000002']
  await house.owner
    .insertInto('core.product')
    .values({
      id: productId,
      sku: '22326',
      name: 'Mug',
      name_nb: 'Krus',
      category: 'cups',
      vat_rate: 2500,
      setup_cost: 45_000n,
      decoration: 'gravering',
      created_at: monday,
    })
    .execute()
  await house.owner
    .insertInto('core.price_tier')
    .values([
      { product_id: productId, min_quantity: 1, unit_price_e4: 799_000n },
      { product_id: productId, min_quantity: 250, unit_price_e4: 649_000n },
    ])
    .execute()
  const inquiry = {
    account_id: kari.accountId,
    id: inquiryId,
    number: 'F-2026-00001',
    person_id: kari.personId,
    kind: 'quote_request',
    channel: 'web',
    subject: 'Krus',
    body: '',
  }
  await house.owner
    .insertInto('core.inquiry')
    .values({ ...inquiry, received_at: monday, last_message_at: monday })
    .execute()
  await house.owner
    .insertInto('core.inquiry_item')
    .values({ account_id: kari.accountId, inquiry_id: inquiryId, line: 1, product_id: productId, quantity: 250, wish: 'logo' })
    .execute()
  const [one, two] = await Promise.all([1, 2].map(() => draftQuote(db(), monday, { ...kari, inquiryId, staffId })))
  expect(one).toEqual(two)
  const draft = await house.owner
    .selectFrom('core.quote_draft')
    .select('lines')
    .where('quote_id', '=', one!.id)
    .executeTakeFirstOrThrow()
  expect(draft.lines).toMatchObject([
    { kind: 'product', sku: '22326', description: 'Krus', quantity: 250, unitPriceE4: '649000' },
    { kind: 'setup', description: 'Oppstart gravering (logo)', quantity: 1, unitPriceE4: '4500000' },
  ])
})
