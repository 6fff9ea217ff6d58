import { dayOf, daysAfter } from '#clock'
import { type Insisted, screenFields, type Unlawful } from '#customers'
import { controller } from '#merchant'
import { totals } from '#money'
import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { beforeIssue, mayIssue, type Finding } from './before-issue.ts'
import { invoiceBasis, type Basis } from './invoice-basis.ts'
import { kid } from './kid.ts'
import { lockOrder } from './lock-order.ts'
import { mailInvoiceIn } from './mail-invoice.ts'
import { priced } from './priced.ts'
import { sealDocument, type Issued, type Unnumbered } from './seal-document.ts'

type Issuing = {
  readonly accountId: string
  readonly orderId: string
  readonly staffId: string
  /** The customer's own code for the purchase; not a name (promise 2.2-c). */
  readonly buyerReference: string | null
  /** Where it was delivered; null: as the order says. */
  readonly deliveryPlace: string | null
  /** Only where the customer card does not say whom to invoice: a private customer. Kept on the document alone. */
  readonly buyerName?: string | null
  readonly buyerAddress?: string | null
  readonly insisted?: Insisted | undefined
  /** Where the document goes as a PDF, in the same transaction; null: somebody prints it, and until then the desk reminds. */
  readonly mailTo?: string | null
  readonly website?: string | undefined
}
type NotIssued = Refusal<'not found' | 'not complete' | 'number too long for KID' | Unlawful>

/**
 * Makes the invoice of a delivered order, once: everything is checked and counted first, the number taken last.
 * No person's name is on it; the buyer is the company (promise 2.2-c).
 */
export function issueInvoice(db: For<'invoice'>, now: Date, issuing: Issuing): Promise<Issued | NotIssued> {
  return db.transaction().execute(async (tx) => {
    const issued = await issue(tx, now, issuing)
    if (!refused(issued) && issuing.mailTo) await mailInvoiceIn(tx, now, { ...issuing, invoiceId: issued.id, to: issuing.mailTo })
    return issued
  })
}

/** The same, in the caller's transaction. */
export async function issue(
  tx: For<'invoice'>,
  now: Date,
  { accountId, orderId, staffId, buyerReference, deliveryPlace, buyerName = null, buyerAddress = null, insisted }: Issuing,
): Promise<Issued | NotIssued> {
  const unlawful = await screenFields(tx, now, 'invoice', { buyerReference, deliveryPlace, buyerName, buyerAddress }, insisted)
  if (unlawful) return unlawful
  await lockOrder(tx, orderId)
  const basis = await invoiceBasis(tx, accountId, orderId)
  if (!basis || basis.order.cancelled_at) return refuse('not found')
  const seller = await controller(tx)
  const chosen = { buyerReference, deliveryPlace: deliveryPlace ?? basis.order.delivery_address, buyerName, buyerAddress }
  if (!mayIssue(findings(seller, basis, chosen))) return refuse('not complete')
  const tried = kid(basis.account.customer_number!, 99_999_999n)
  if (refused(tried)) return tried
  return sealDocument(tx, now, { ...document(now, seller, basis, chosen), issuedBy: staffId })
}

type Chosen = {
  readonly buyerReference: string | null
  readonly deliveryPlace: string | null
  readonly buyerName: string | null
  readonly buyerAddress: string | null
}
type Seller = Awaited<ReturnType<typeof controller>>

/** The list that staff see before they issue; the act asks the same. */
export function findings(seller: Seller, { order, account, lines, alreadyInvoiced }: Basis, chosen: Chosen): readonly Finding[] {
  const { buyerReference, deliveryPlace } = chosen
  return beforeIssue({
    seller,
    buyer: buyerOf(account, chosen),
    deliveryDate: order.delivered_at && dayOf(order.delivered_at),
    deliveryPlace,
    lines: lines.map((line) => ({ ...line, vatRate: line.vat_rate })),
    buyerReference,
    purchaseOrderNumber: order.purchase_order_number,
    alreadyInvoiced,
  })
}

export function buyerOf(account: Basis['account'], { buyerName, buyerAddress }: Pick<Chosen, 'buyerName' | 'buyerAddress'>) {
  return {
    name: account.name ?? buyerName,
    organisationNumber: account.organisation_number,
    address: account.invoice_address ?? account.company_address ?? buyerAddress,
    country: account.country,
    customerNumber: account.customer_number?.toString() ?? null,
  }
}

function document(now: Date, seller: Seller, { order, account, lines }: Basis, chosen: Chosen): Omit<Unnumbered, 'issuedBy'> {
  const { buyerReference, deliveryPlace } = chosen
  const { net, vat, gross, groups } = totals(lines.filter(({ kind }) => kind !== 'note').map(priced))
  const { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered } = seller
  return {
    account_id: account.account_id,
    kind: 'invoice',
    series: 'invoice',
    order_id: order.id,
    credits_invoice_id: null,
    credit_reason: null,
    issue_date: dayOf(now),
    due_date: daysAfter(dayOf(now), account.payment_days),
    delivery_date: dayOf(order.delivered_at!),
    delivery_place: deliveryPlace!,
    seller: { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered },
    buyer: buyerOf(account, chosen),
    buyer_reference: buyerReference,
    purchase_order_number: order.purchase_order_number,
    currency: order.currency,
    kidFor: (number) => kid(account.customer_number!, number) as string,
    bank_account: seller.bankAccount,
    net,
    vat,
    gross,
    language: account.country === 'NO' ? 'nb' : 'en',
    lines: lines.map(({ line, kind, sku, description, quantity, unit_price_e4, discount_bp, vat_rate, net: sum }) => ({
      line,
      kind,
      sku,
      description,
      quantity,
      unit_price_e4,
      discount_bp,
      vat_rate,
      net: sum,
    })),
    groups,
  }
}
