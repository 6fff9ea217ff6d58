/**
 * Invoices and credit notes: issued once, never changed, each bound to the one before it by its hash.
 * Keeps: retention.bookkeeping-stays (bokføringsloven § 13, promise 4-d).
 */
export { lockOrder } from './lock-order.ts'
export { beginningOfChain, documentHash, type IssuedContent, type IssuedLine } from './document-hash.ts'
