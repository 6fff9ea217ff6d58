/**
 * The mailbox people write to, by IMAP: read and not touched, spam too; originals go when we say so. It knows messages, not
 * what they are about.
 */
export { withMailbox, type Mailbox, type Waiting } from './with-mailbox.ts'
export { readMessage, type Message } from './read-message.ts'
