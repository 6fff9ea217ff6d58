/**
 * An append-only log of what was done to people's data: salted commitments in an RFC 9162 Merkle tree, with signed heads.
 * Personal content can be destroyed while every proof still verifies. Keeps: retention.the-log-cannot-be-changed.
 */
export { canonical } from './canonical.ts'
export { evidenceKey, type EvidenceKey } from './evidence-key.ts'
export { emptiedEntry, erasePersonalContent } from './erase-personal-content.ts'
export { evidenceTables } from './personal-data.ts'
export { receiptFor, type Receipt } from './receipt.ts'
export { continueLog, copyLog, lostOfCopy } from './log-copy.ts'
export { publishedLog, type PublishedLog } from './published-log.ts'
export { seal } from './seal.ts'
export { letterText, signedLetter } from './signed-letter.ts'
export { verifyLog, type LogFault } from './verify-log.ts'
export { entry, witness, type Witnessed } from './witness.ts'
