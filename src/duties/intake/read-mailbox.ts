import type { For } from '#purposes'
import { readMessage, withMailbox, type Mailbox, type Message, type Waiting } from '#mailbox'
import {
  caseOfReply,
  claimantAt,
  fileClaim,
  fileReply,
  type Answered,
  type Found,
  type Hands,
  type Kind,
  type Office,
} from '#rights'
import { sql } from 'kysely'
import { probeSeen } from './probe-mailbox.ts'
import { screened } from './quarantine.ts'
import { recogniseClaims } from './recognise-claims.ts'
import { strippedMail } from './stripped-mail.ts'

type TakenIn = { readonly filed: number; readonly removed: number }
type Became = 'claim' | 'reply' | 'automatic' | 'probe'

/**
 * Takes in what is new and lets go of originals whose 30 days have passed. The note that a message was taken in commits with
 * what it became, and the mailbox is not touched before: killed at any moment, it is read again, and filed once.
 */
export async function readMailbox(db: Hands, now: Date, imapUrl: string, office: Office): Promise<TakenIn> {
  return withMailbox(imapUrl, async (mailbox) => {
    const waiting = await mailbox.list()
    const known = await taken(db.legal)
    let filed = 0
    const failed: unknown[] = []
    for (const message of waiting.filter(({ key }) => !known.has(key)))
      await takeIn(db, now, mailbox, message, office).then(
        (taken) => (filed += taken),
        (error: unknown) => failed.push(error),
      )
    const removed = await letGo(db.legal, now, mailbox, waiting)
    // One message that cannot be read keeps nobody else's claim waiting; the job fails all the same, and tries it again.
    if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, String(failed[0]))
    return { filed, removed }
  })
}

async function taken(db: For<'legal_obligation'>): Promise<Set<string>> {
  const rows = await db.selectFrom('mail_intake').select('message_key').execute()
  return new Set(rows.map(({ message_key }) => message_key))
}

async function takeIn(db: Hands, now: Date, mailbox: Mailbox, waiting: Waiting, office: Office): Promise<number> {
  const source = await mailbox.fetch(waiting)
  if (!source) return 0
  const message = await readMessage(source)
  // A server whose clock is ahead of ours cannot have got it later than now.
  const receivedAt = waiting.receivedAt > now ? now : waiting.receivedAt
  const found = await claimantAt(db.legal, message.from)
  const answers = await caseOfReply(db.legal, message.subject, message.from)
  return db.rights.transaction().execute(async (tx) => {
    const first = await noted(tx, now, { ...waiting, receivedAt }, 'claim')
    if (!first) return 0
    const became = await filed(tx, now, message, { receivedAt, found, answers }, office)
    if (became !== 'claim')
      await sql`update core.mail_intake set became = ${became} where message_key = ${waiting.key}`.execute(tx)
    return 1
  })
}

/** False when another reader was first: the primary key decides between two at once. */
async function noted(
  tx: For<'rights_handling'>,
  now: Date,
  { key, folder, receivedAt }: Waiting,
  became: Became,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into core.mail_intake (message_key, folder, became, received_at, filed_at)
    values (${key}, ${folder}, ${became}, ${receivedAt}, ${now}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

async function filed(
  tx: For<'rights_handling'>,
  now: Date,
  message: Message,
  { receivedAt, found, answers }: { receivedAt: Date; found: Found; answers: Answered | undefined },
  office: Office,
): Promise<Became> {
  if (await probeSeen(tx, now, message.subject)) return 'probe'
  if (message.automatic) return 'automatic'
  const text = withAttachments(strippedMail(message.text), message.attachments)
  const { safe, held } = screened(`${message.subject}\n${text}`, text)
  const quarantine = held && { held }
  if (answers) await fileReply(tx, now, answers, { address: message.from, body: safe, at: receivedAt, ...quarantine })
  const language = isEnglish(text) ? 'en' : 'nb'
  for (const kind of answers ? moreClaimed(answers, text) : recogniseClaims(message.subject, text))
    await fileClaim(
      tx,
      now,
      { kind, channel: 'email', address: message.from, text: safe, language, receivedAt, ...quarantine },
      found,
      office,
    )
  return answers ? 'reply' : 'claim'
}

/** What is claimed in an answer to us besides what its case is about is a claim by itself, with a clock of its own (promise 7-b). */
function moreClaimed({ kind }: Answered, text: string): Kind[] {
  return recogniseClaims('', text).filter((each) => each !== kind && each !== 'unclear' && each !== 'question')
}

function withAttachments(text: string, attachments: number): string {
  return attachments === 0 ? text : `${text}\n\n(${attachments} vedlegg er ikke tatt med.)`.trim()
}

function isEnglish(text: string): boolean {
  return /\b(the|you|your|please|my data)\b/i.test(text) && !/\b(jeg|dere|meg|og|ikke)\b/i.test(text)
}

/** what has been filed for 30 days has no copy left in the mailbox. */
async function letGo(db: For<'legal_obligation'>, now: Date, mailbox: Mailbox, waiting: readonly Waiting[]): Promise<number> {
  const { rows } = await sql<{ message_key: string }>`select message_key from mail_intake
    where original_gone_at is null and filed_at + interval '30 days' <= ${now}`.execute(db)
  const due = new Set(rows.map(({ message_key }) => message_key))
  for (const message of waiting.filter(({ key }) => due.has(key))) await mailbox.remove(message)
  if (due.size > 0)
    await db
      .updateTable('core.mail_intake')
      .set({ original_gone_at: now })
      .where('message_key', 'in', [...due])
      .execute()
  return due.size
}
