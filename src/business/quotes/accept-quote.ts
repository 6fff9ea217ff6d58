import { screenFields, type Unlawful } from '#customers'
import { witness } from '#evidence'
import { wonByQuote } from '#inquiries'
import { placeOrder, type Order } from '#orders'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { addressee } from './addressee.ts'
import { lockQuote } from './lock-quote.ts'
import { quoteByLink, type LinkedQuote } from './quote-by-link.ts'
import { may } from './quote.ts'

export type Acceptance = {
  readonly token: string
  /** What the customer saw and says yes to. */
  readonly contentHash: string
  readonly purchaseOrderNumber: string | null
  readonly deliveryAddress: string | null
  readonly via: 'link' | 'my_page' | 'desk'
  /** Our own address, for the letter. */
  readonly website?: string | undefined
}
type NotAccepted = Refusal<'no such link' | 'no longer open' | 'another content was seen' | Unlawful>

/**
 * The customer says yes: the acceptance, exactly one order, the letter that confirms it and the evidence, in one transaction.
 * Saying yes again, or twice at once, gives the same answer and the same order. It gives no consent to anything (promise 0-i).
 */
export function acceptQuote(db: For<'deliver'>, now: Date, accepting: Acceptance): Promise<Order | NotAccepted> {
  return db.transaction().execute(async (tx) => {
    const { purchaseOrderNumber, deliveryAddress } = accepting
    const unlawful = await screenFields(tx, now, 'quote accepted', { purchaseOrderNumber, deliveryAddress })
    if (unlawful) return unlawful
    const found = await quoteByLink(tx, now, accepting.token)
    if (!found) return refuse('no such link')
    await lockQuote(tx, found.quoteId)
    const quote = await quoteByLink(tx, now, accepting.token)
    if (!quote) return refuse('no such link')
    if (quote.state === 'accepted') return orderOf(tx, quote)
    if (quote.state === 'superseded' || !may('accept', quote.state)) return refuse('no longer open')
    if (quote.paper.contentHash !== accepting.contentHash) return refuse('another content was seen')
    return accept(tx, now, quote, accepting)
  })
}

async function accept(
  tx: For<'deliver'>,
  now: Date,
  quote: LinkedQuote,
  { purchaseOrderNumber, deliveryAddress, via, website }: Acceptance,
): Promise<Order> {
  const { accountId, personId, quoteId, paper } = quote
  const { version, contentHash, number } = paper
  await tx
    .insertInto('core.quote_acceptance')
    .values({
      account_id: accountId,
      quote_id: quoteId,
      version,
      content_hash: contentHash,
      purchase_order_number: purchaseOrderNumber,
      via,
      accepted_at: now,
    })
    .execute()
  const { lines, totals, currency, deliveryDays } = paper
  const receiver = await addressee(tx, quote)
  const order = await placeOrder(tx, now, {
    accountId,
    personId,
    quoteId,
    quoteNumber: number,
    purchaseOrderNumber,
    deliveryAddress,
    currency,
    lines,
    totals,
    deliveryDays,
    receiver,
    website,
  })
  if (quote.inquiryId) await wonByQuote(tx, now, { accountId, id: quote.inquiryId })
  await witness(tx, now, {
    kind: 'quote accepted',
    subject: personId,
    body: { quote: quoteId, version, contentHash, order: order.id, via },
  })
  return order
}

async function orderOf(tx: For<'deliver'>, { accountId, quoteId }: LinkedQuote): Promise<Order> {
  const order = await tx
    .selectFrom('sales_order')
    .select(['id', 'number'])
    .where('account_id', '=', accountId)
    .where('quote_id', '=', quoteId)
    .executeTakeFirstOrThrow()
  return { accountId, ...order }
}
