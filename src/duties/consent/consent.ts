/**
 * Permissions and stops: what a person has said yes and no to, and the text they were shown. Nothing here makes a consent:
 * only the person can, in words made for it (promises 0-i, 2.1-l). Keeps: marketing.no-means-no.
 */
export { choices, type Choices } from './choices.ts'
export { currentRevision } from './current-revision.ts'
export { addressHash, isSuppressed, suppress, suppressHash, suppressionKey } from './suppression.ts'
