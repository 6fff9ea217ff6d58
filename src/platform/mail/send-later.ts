import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { enqueue } from '#jobs'

/** `base64` is the file itself. */
export type Attachment = { readonly fileName: string; readonly contentType: string; readonly base64: string }

/** `purpose` is one of the closed set; `kind` names the letter, such as 'quote sent'. Plain text, lines broken by \n. */
export type Letter = {
  /** Of a letter that may be written a second time after a kill: one id is one letter. */
  readonly id?: string
  readonly accountId: string
  readonly personId: string | null
  readonly kind: string
  readonly purpose: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly attachment?: Attachment
}

/**
 * Writes the letter and queues its sending, both in the caller's transaction. The letter's id is its Message-ID too; a letter that is there
 * already is not written again.
 */
export async function sendLater(tx: QueryExecutorProvider, now: Date, letter: Letter): Promise<{ readonly id: string }> {
  const { accountId, personId, kind, purpose, to, subject, body, attachment } = letter
  const id = letter.id ?? newId(now)
  const { numAffectedRows } =
    await sql`insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, attachment, queued_at)
    values (${accountId}, ${id}, ${personId}, ${kind}, ${purpose}, ${oneLine(to)}, ${oneLine(subject)}, ${body},
      ${attachment === undefined ? null : JSON.stringify(attachment)}::jsonb, ${now})
    ${letter.id === undefined ? sql`` : sql`on conflict do nothing`}`.execute(tx)
  if (numAffectedRows !== 0n) await enqueue(tx, 'send-mail', { accountId, mailId: id }, { key: `mail ${id}` })
  return { id }
}

// A header is one line: a line break in a subject would be another header.
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}
