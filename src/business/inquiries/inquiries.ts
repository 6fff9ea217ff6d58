/**
 * Questions and requests for quotes, from people who may or may not be customers, and our answers.
 * Keeps: inquiries.we-answer-you, retention.inquiries-are-erased.
 */
export { answerBy } from './answer-by.ts'
export { answerInquiry, type Answer } from './answer-inquiry.ts'
export { assignInquiry, closeInquiry, noteOnInquiry, reopenInquiry } from './change-inquiry.ts'
export { enterInquiry, type Entered } from './enter-inquiry.ts'
export { type Filed, type Item } from './file-inquiry.ts'
export { answeredByQuote, wonByQuote } from './followed-by-quote.ts'
export { inbox, inquiriesWaiting } from './inbox.ts'
export { may, stateOf, type State } from './inquiry.ts'
export { oneInquiry } from './one-inquiry.ts'
export { receiveInquiry, type Asked } from './receive-inquiry.ts'
export { drawSample } from './draw-sample.ts'
