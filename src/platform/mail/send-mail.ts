import { type Kysely, sql } from 'kysely'
import { send, type Sent } from '#outbound'
import { noMailServer } from './delivery.ts'
import { type Dkim, signedHeaders } from './dkim.ts'
import type { Attachment } from './send-later.ts'

/** What sending needs: the runner's handle, the mail server (or none), and whom the letters are from. */
export type Post = {
  readonly db: Kysely<never>
  readonly smtpUrl: string | undefined
  readonly from: () => Promise<{ readonly name: string; readonly address: string }>
  /** What each letter is signed with; none: the mail server may sign. */
  readonly dkim?: Dkim | undefined
  /** The address where that person says no to such letters in one step; advertising is not sent without one. */
  readonly sayNo?: (whose: { readonly accountId: string; readonly personId: string }) => string
}

type Waiting = {
  readonly person_id: string | null
  readonly purpose: string
  readonly to_address: string
  readonly subject: string
  readonly body: string
  readonly attachment: Attachment | null
}

/** The mail server is a recipient like any other: it is handed the address and the letter, for the letter's own purpose. */
export const mailServer = {
  id: 'mail-server',
  fields: ['mail.to_address', 'mail.subject', 'mail.body', 'mail.attachment'],
} as const

/**
 * Sends the letter if it still waits. Succeeds when the mail server has taken it, or it is gone (erased), sent before, or there
 * is no mail server; throws when it must be tried again. A letter that was taken is never offered a second time.
 */
export async function sendMail(post: Post, now: Date, accountId: string, mailId: string): Promise<void> {
  const failed = await post.db.transaction().execute(async (tx) => {
    const {
      rows: [letter],
    } = await sql<Waiting>`
      select person_id, purpose, to_address, subject, body, attachment from core.mail
      where account_id = ${accountId} and id = ${mailId} and sent_at is null for update`.execute(tx)
    if (letter === undefined) return undefined
    const outcome: Outcome =
      post.smtpUrl === undefined
        ? { local: true }
        : await offer({ ...post, smtpUrl: post.smtpUrl }, tx, now, accountId, mailId, letter)
    await note(tx, now, accountId, mailId, outcome)
    return errorOf(outcome)
  })
  if (failed !== undefined) throw failed
}

type Outcome = { readonly local: true } | Sent<unknown>

async function offer(
  { smtpUrl, from, sayNo, dkim }: Post & { readonly smtpUrl: string },
  tx: Kysely<never>,
  now: Date,
  accountId: string,
  mailId: string,
  letter: Waiting,
): Promise<Outcome> {
  const sender = await from()
  const { default: nodemailer } = await import('nodemailer')
  const fields = letter.attachment === null ? mailServer.fields.slice(0, 3) : mailServer.fields
  const disclosure = { accountId, personId: letter.person_id, purpose: letter.purpose, fields }
  const no = wayOut(sayNo, accountId, letter)
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  })
  const message = {
    from: sender,
    to: letter.to_address,
    subject: letter.subject,
    text: no === undefined ? letter.body : `${letter.body}\n\nNei takk til slike brev / No thanks to such letters:\n${no}\n`,
    messageId: `<${mailId}@${sender.address.split('@')[1]}>`,
    date: now,
    headers: { 'Auto-Submitted': 'auto-generated', ...(no !== undefined && oneClick(no)) },
    ...(dkim && { dkim: signing(dkim, sender.address) }),
    ...(letter.attachment && { attachments: [attached(letter.attachment)] }),
  }
  return send(tx, now, mailServer.id, disclosure, () => transport.sendMail(message), letterLeft).finally(() => transport.close())
}

const canBeRefused = new Set(['marketing', 'survey', 'tailor'])

function wayOut(sayNo: Post['sayNo'], accountId: string, { purpose, person_id: personId }: Waiting): string | undefined {
  if (!canBeRefused.has(purpose)) return undefined
  if (sayNo === undefined || personId === null) throw new Error(`a letter of purpose ${purpose} has no way to say no`)
  return sayNo({ accountId, personId })
}

// RFC 2369 section 3.2, RFC 8058: the mail program shows a button of its own, which posts.
function oneClick(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function signing({ selector, privateKey }: Dkim, address: string) {
  return { domainName: address.split('@')[1]!, keySelector: selector, privateKey, headerFieldNames: signedHeaders }
}

function attached({ fileName, contentType, base64 }: Attachment) {
  return { filename: fileName, contentType, content: Buffer.from(base64, 'base64') }
}

// Only when no connection was made is it certain that nothing about anybody was said.
function letterLeft(error: unknown): boolean {
  return !['connect', 'getaddrinfo'].includes((error as { syscall?: string }).syscall ?? '')
}

// What the register refuses is tried again too: the letter waits for whoever puts the register right.
function errorOf(outcome: Outcome): unknown {
  if ('refused' in outcome) return new Error(outcome.refused)
  return 'failed' in outcome ? outcome.failed : undefined
}

async function note(tx: Kysely<never>, now: Date, accountId: string, mailId: string, outcome: Outcome): Promise<void> {
  const sent = 'answer' in outcome ? now : null
  const error = errorOf(outcome)
  const failedAt = error === undefined ? null : now
  const failure =
    error === undefined ? ('local' in outcome ? noMailServer : null) : String((error as Error).message).slice(0, 500)
  await sql`update core.mail set sent_at = ${sent}, failed_at = ${failedAt}, failure = ${failure}
    where account_id = ${accountId} and id = ${mailId}`.execute(tx)
}
