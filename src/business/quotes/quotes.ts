/**
 * Quotes: written as a draft, sent as a version that is never changed, answered by a link that only the customer has.
 * Keeps: registration.the-relationship-is-trade, consent.no-purchase-creates-one.
 */
export { acceptQuote, type Acceptance, type NotAccepted } from './accept-quote.ts'
export { declineQuote } from './decline-quote.ts'
export { draftQuote, type Quote, type Wanted } from './draft-quote.ts'
export { quotesTables } from './personal-data.ts'
export { may, stateOf, stateWords, versionStateOf, writtenQuoteNumber, type State } from './quote.ts'
export { noteViewed, quoteByLink, type LinkedQuote } from './quote-by-link.ts'
export { draftLine, numbered, totalsOf, type DraftLine, type LineKind, type QuoteLine } from './quote-line.ts'
export { quoteList, quotesWaiting } from './quote-list.ts'
export { quotePaper, type QuotePaper } from './quote-paper.ts'
export { reviseQuote, saveDraft } from './save-draft.ts'
export { sendQuote, type NotSent, type Sent } from './send-quote.ts'
export { withdrawQuote } from './withdraw-quote.ts'
