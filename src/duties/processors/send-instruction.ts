import { createHash, randomBytes } from 'node:crypto'
import { type Letter, sendLater } from '#mail'
import { evidenceKey, signedLetter } from '#evidence'
import { postWebhook, send, type Sent, webhookLeft, webhookSecret } from '#outbound'
import type { For } from '#purposes'
import { instruction, type Instruction } from './instruction.ts'
import { type Identifiers, instructionMessage, nowOf } from './instruction-message.ts'
import { supplierTask, type Sender } from './mails/supplier-task.ts'
import { recipient, type Recipient } from './register.ts'

export type SupplierPost = {
  readonly db: For<'legal_obligation'>
  /** Where the key of our webhook secrets is kept. */
  readonly dataDir: string
  /** Our own address, for the answers. */
  readonly website: string
  readonly sender: () => Promise<Sender>
}

/**
 * Sends the instruction if it waits for that: a signed webhook, or a letter with a link that knows it. Throws when it must be
 * tried again; the id stays the same, so that a supplier that hears twice does it once. `reminder`: it was sent, and no answer came.
 */
export async function sendInstruction(post: SupplierPost, now: Date, id: string, reminder = false): Promise<void> {
  const failed = await post.db.transaction().execute(async (tx) => {
    const found = await locked(tx, id)
    if (found === undefined || found.answered_at || Boolean(found.sent_at) !== reminder || (reminder && found.reminded_at))
      return undefined
    const outcome = await carried(post, tx, now, found, reminder)
    const error = 'answer' in outcome ? undefined : 'refused' in outcome ? new Error(outcome.refused) : outcome.failed
    await note(tx, now, found, reminder, error)
    return error
  })
  if (failed !== undefined) throw failed
}

/** Two runners at once send once: the second waits, and then sees that it is sent. */
async function locked(tx: For<'legal_obligation'>, id: string): Promise<Instruction | undefined> {
  await tx.selectFrom('core.instruction').select('id').where('id', '=', id).forUpdate().execute()
  return instruction(tx, id)
}

async function carried(
  post: SupplierPost,
  tx: For<'legal_obligation'>,
  now: Date,
  found: Instruction,
  reminder: boolean,
): Promise<Sent<unknown>> {
  const to = await recipient(tx, found.recipient)
  if (to?.reachedBy === 'webhook') return posted(post, tx, now, found, to, reminder)
  if (to?.reachedBy === 'email') return { answer: await written(post, tx, now, found, to, reminder) }
  return { refused: `${found.recipient} cannot be reached: give it a webhook or a mailbox in the register` }
}

async function posted(
  { dataDir, website }: SupplierPost,
  tx: For<'legal_obligation'>,
  now: Date,
  found: Instruction,
  to: Recipient,
  reminder: boolean,
): Promise<Sent<unknown>> {
  const whom = await whomAbout(tx, found, to)
  const answerTo = new URL(`/api/v1/suppliers/${to.id}/answers`, website).href
  const body = instructionMessage(now, found, whom, {
    answerTo,
    reminder,
    asks: to.asks[languageOf(to)],
    backupPolicy: to.backupPolicy,
  })
  return send(
    tx,
    now,
    to.id,
    disclosureOf(found, whom),
    () =>
      postWebhook(now, {
        url: to.webhookUrl!,
        secret: webhookSecret(dataDir, to.id, to.webhookVersion),
        id: reminder ? `${found.id}-reminder` : found.id,
        body,
      }),
    webhookLeft,
  )
}

export type Whom = { readonly about: Identifiers; readonly corrected: Identifiers }

/** Only what this supplier knows the person by, and of a correction only what it may have: nothing once all have answered. */
export async function whomAbout(tx: For<'legal_obligation'>, found: Instruction, to: Recipient): Promise<Whom> {
  if (found.subject_id === null) return { about: {}, corrected: {} }
  const subject = await tx
    .selectFrom('instruction_subject')
    .select('identifiers')
    .where('account_id', '=', found.account_id)
    .where('id', '=', found.subject_id)
    .executeTakeFirst()
  const known = (subject?.identifiers ?? {}) as Identifiers
  const only = (columns: readonly string[]) =>
    Object.fromEntries(columns.filter((column) => known[column]?.length).map((column) => [column, known[column]!]))
  const field = `person.${found.field}`
  const mayHave = found.field !== null && to.fields.some((each) => each.field === field)
  return { about: only(to.knownBy), corrected: mayHave ? { [field]: known[nowOf(field)] ?? known[field] ?? [] } : {} }
}

export function disclosureOf(found: Instruction, { about, corrected }: Whom) {
  const fields = [...new Set([...Object.keys(about), ...Object.keys(corrected)])]
  return {
    accountId: found.account_id,
    personId: found.person_id,
    purpose: 'rights_handling',
    fields,
    recalls: true,
  } as const
}

function languageOf({ location }: Recipient): 'nb' | 'en' {
  return location === 'NO' ? 'nb' : 'en'
}

/** The letter names nobody: whom it is about stands behind the link, for as long as the answer is missing. */
async function written(
  { dataDir, website, sender }: SupplierPost,
  tx: For<'legal_obligation'>,
  now: Date,
  found: Instruction,
  to: Recipient,
  reminder: boolean,
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const language = languageOf(to)
  const path = language === 'nb' ? `/leverandor/svar/${token}` : `/en/supplier/answer/${token}`
  const log = new URL(language === 'nb' ? '/personvern/logg' : '/en/privacy/logg', website).href
  const task = supplierTask(language, {
    instruction: found,
    supplier: to,
    link: new URL(path, website).href,
    log,
    sender: await sender(),
    reminder,
  })
  const letter: Letter = {
    accountId: found.account_id,
    personId: null,
    kind: 'supplier instruction',
    purpose: 'rights_handling',
    to: to.mailbox!,
    subject: task.subject,
    body: signedLetter(evidenceKey(dataDir), task.body),
  }
  await sendLater(tx, now, letter)
  await tx
    .updateTable('core.instruction')
    .set({ token_hash: tokenHash(token) })
    .where('account_id', '=', found.account_id)
    .where('id', '=', found.id)
    .execute()
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

async function note(
  tx: For<'legal_obligation'>,
  now: Date,
  { account_id, id }: Instruction,
  reminder: boolean,
  error: unknown,
): Promise<void> {
  const done = reminder ? { reminded_at: now } : { sent_at: now }
  await tx
    .updateTable('core.instruction')
    .set(
      error === undefined
        ? { ...done, failed_at: null, failure: null }
        : { failed_at: now, failure: String((error as Error).message).slice(0, 500) },
    )
    .where('account_id', '=', account_id)
    .where('id', '=', id)
    .execute()
}
