/**
 * Quotes: written as a draft, sent as a version that is never changed, answered by a link that only the customer has.
 * Keeps: registration.the-relationship-is-trade, consent.no-purchase-creates-one.
 */
export { acceptQuote, type Acceptance } from './accept-quote.ts'
export { declineQuote } from './decline-quote.ts'
export { draftQuote, type Wanted } from './draft-quote.ts'
export { quotesTables } from './personal-data.ts'
export { may, stateOf, stateWords, type State } from './quote.ts'
export { noteViewed, quoteByLink } from './quote-by-link.ts'
export { numbered, totalsOf, type DraftLine } from './quote-line.ts'
export { quoteList, quotesWaiting } from './quote-list.ts'
export { reviseQuote, saveDraft } from './save-draft.ts'
export { sendQuote, type NotSent, type Sent } from './send-quote.ts'
export { withdrawQuote } from './withdraw-quote.ts'
