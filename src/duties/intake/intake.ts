/**
 * Mail in: every message to the privacy mailbox becomes a claim with the time the server got it, none is filed twice, and none is
 * lost when the program dies between reading and filing. Keeps: contact.a-real-mailbox, inquiries.no-shadow-copies.
 */
export { recogniseClaims } from './recognise-claims.ts'
export { strippedMail } from './stripped-mail.ts'
export { readMailbox } from './read-mailbox.ts'
export { redactMessage, quarantined } from './quarantine.ts'
export { probeMailbox } from './probe-mailbox.ts'
export { intakeTables } from './personal-data.ts'
