import { writtenDay } from '#clock'
import { z } from 'zod'
import { invoiceWords, writtenAccount } from './invoice-words.ts'
import type { OneInvoice } from './one-invoice.ts'

/** The parties as they were when it was issued. An old ledger's documents say less. */
const parties = z.object({
  seller: z.object({
    legalName: z.string().default(''),
    organisationNumber: z.string().default(''),
    headOffice: z.string().default(''),
    postalAddress: z.string().default(''),
    email: z.string().default(''),
    phone: z.string().default(''),
    vatRegistered: z.boolean().default(false),
    foretaksregistered: z.boolean().default(false),
  }),
  buyer: z.object({
    name: z.string().nullish(),
    organisationNumber: z.string().nullish(),
    address: z.string().nullish(),
    customerNumber: z.string().nullish(),
  }),
})

/**
 * What stands on an invoice, in order: the same on paper and on the screen (bokføringsforskriften §§ 5-1-1, 5-1-2).
 * On paper in the words of its buyer, on the screen in those of whoever looks.
 */
export function invoiceFacts({ invoice, order, credited }: OneInvoice, language: 'nb' | 'en' = invoice.language as 'nb' | 'en') {
  const words = invoiceWords[language]
  const { seller, buyer } = parties.parse({ seller: invoice.seller, buyer: invoice.buyer })
  const isCredit = invoice.kind === 'credit_note'
  const title = `${isCredit ? words.credit_note : words.invoice} ${invoice.number}`
  const facts: (readonly [label: string, value: string | null | undefined])[] = [
    [words.date, writtenDay(invoice.issue_date, language)],
    [words.due, isCredit ? null : writtenDay(invoice.due_date, language)],
    [words.credits, credited?.number.toString()],
    [words.reason, invoice.credit_reason],
    [words.customer, buyer.customerNumber],
    [words.reference, invoice.buyer_reference],
    [words.purchaseOrder, invoice.purchase_order_number],
    [words.order, order?.number],
    [words.delivered, writtenDay(invoice.delivery_date, language)],
    [words.place, invoice.delivery_place],
  ]
  const payment: (readonly [string, string | null | undefined])[] = isCredit
    ? []
    : [
        [words.account, invoice.bank_account && writtenAccount(invoice.bank_account)],
        [words.kid, invoice.kid],
        [words.due, writtenDay(invoice.due_date, language)],
      ]
  return {
    title,
    language,
    words,
    isCredit,
    seller: sellerLines(seller, words),
    sellerName: seller.legalName,
    buyer: buyerLines(buyer, words),
    facts: known(facts),
    payment: known(payment),
  }
}

export type InvoiceFacts = ReturnType<typeof invoiceFacts>

function known(rows: readonly (readonly [string, string | null | undefined])[]): (readonly [string, string])[] {
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}

type Parties = z.output<typeof parties>
type Words = { readonly organisation: string; readonly register: string }

function sellerLines(
  { organisationNumber, vatRegistered, foretaksregistered, headOffice, postalAddress, email, phone }: Parties['seller'],
  { organisation, register }: Words,
): string[] {
  const number = organisationNumber && `${organisation} ${grouped(organisationNumber)}${vatRegistered ? ' MVA' : ''}`
  const registered = [number, foretaksregistered && register].filter(Boolean).join(' · ')
  const reach = [email, phone].filter(Boolean).join(' · ')
  return [registered, [...new Set([headOffice, postalAddress])].filter(Boolean).join(' · '), reach].filter(Boolean)
}

function buyerLines({ name, address, organisationNumber }: Parties['buyer'], { organisation }: Words): string[] {
  return [
    name ?? '',
    ...(address ?? '').split(/\r?\n|,\s*/),
    organisationNumber ? `${organisation} ${grouped(organisationNumber)}` : '',
  ].filter(Boolean)
}

function grouped(organisationNumber: string): string {
  return organisationNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}
