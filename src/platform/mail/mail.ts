/**
 * Letters. Written in the transaction of the act that sends them, sent after it, tried again until the mail server has
 * taken them. Without SMTP_URL they stay here, and the desk shows them.
 */
export { sendLater, type Attachment, type Letter } from './send-later.ts'
export { dkim, dnsRecord } from './dkim.ts'
export { mayWriteTo } from './letters-lately.ts'
export { deliveryOf, type Delivery } from './delivery.ts'
export { mailServer, sendMail, type Post } from './send-mail.ts'
