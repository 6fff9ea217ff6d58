/**
 * Invoices and credit notes: issued once, never changed, each bound to the one before it by its hash.
 * Keeps: retention.bookkeeping-stays (bokføringsloven § 13, promise 4-d).
 */
export type { Finding } from './before-issue.ts'
export { brokenDocuments } from './broken-documents.ts'
export { deliveriesOf, dispatchesOf, type How } from './dispatch.ts'
export { creditInvoice } from './credit-invoice.ts'
export { beginningOfChain, documentHash, documentHashOf, type IssuedContent, lineText } from './document-hash.ts'
export { invoiceList, invoicesWaiting } from './invoice-list.ts'
export { may, owed, stateOf, stateWords, writtenDocument, type State } from './invoice.ts'
export { invoicePdf } from './invoice-pdf.ts'
export { issueInvoice } from './issue-invoice.ts'
export { isKid, kid } from './kid.ts'
export { lockOrder } from './lock-order.ts'
export { fileName, mailInvoice } from './mail-invoice.ts'
export { oneInvoice } from './one-invoice.ts'
export { ownInvoicePdf, pdfResponse } from './own-invoice.ts'
export { invoicesTables } from './personal-data.ts'
export { printInvoice } from './print-invoice.ts'
export { registerPayment } from './register-payment.ts'
export type { Issued } from './seal-document.ts'
