import { beginningOfChain, documentHashOf, type IssuedContent } from '#invoices'
import { canonicalLines } from './canonical-lines.ts'
import { countryCode } from './country.ts'
import { type Document, nameOf } from './document.ts'
import type { Moment } from './wall-time.ts'

export type Seller = IssuedContent['seller']
/** An imported document as it is kept: what it says, and its link in the chain. */
export type Paper = Omit<IssuedContent, 'lines'> & { readonly document_hash: string; readonly previous_hash: string }

type Said = {
  readonly document: Document
  readonly moment: Moment
  readonly accountId: string
  readonly invoiceId: string
  readonly orderId: string | null
  readonly seller: Seller
  readonly currency: string
  readonly previousHash: string | undefined
}

/**
 * The document in its own currency, under its own number. The file tells of no VAT, no due date and no address, so none is made up:
 * the sum bears no VAT and falls due on the day. Which invoice a cancellation credits is not said either.
 */
export function paper({
  document,
  moment: { day, at },
  accountId,
  invoiceId,
  orderId,
  seller,
  currency,
  previousHash,
}: Said): Paper {
  const { series, number, customer, country, net, lines } = document
  const said: Omit<IssuedContent, 'lines'> = {
    account_id: accountId,
    id: invoiceId,
    kind: series === 'import-credit' ? 'credit_note' : 'invoice',
    series,
    number: BigInt(number),
    order_id: orderId,
    credits_invoice_id: null,
    credit_reason: series === 'import-credit' ? `Cancellation ${nameOf(document)}` : null,
    issue_date: day,
    due_date: day,
    delivery_date: day,
    delivery_place: country,
    seller,
    buyer: buyerOf(customer, country),
    buyer_reference: null,
    purchase_order_number: null,
    currency,
    kid: null,
    bank_account: null,
    net,
    vat: 0n,
    gross: net,
    language: currency === 'NOK' ? 'nb' : 'en',
    issued_at: at,
    groups: [{ vat_rate: 0, base: net, vat: 0n }],
  }
  const previous = previousHash ?? beginningOfChain
  return { ...said, previous_hash: previous, document_hash: documentHashOf(said, canonicalLines(lines), previous) }
}

/** The same fields as on our own invoices; a country is all the file knows of an address. */
function buyerOf(customer: string, country: string) {
  const name = customer === '' ? `Uten kundenummer (${country})` : `Kunde ${customer}`
  return { name, organisationNumber: null, address: country, country: countryCode(country), customerNumber: customer || null }
}
