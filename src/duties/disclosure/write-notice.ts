import type { QueryExecutorProvider } from 'kysely'
import { newId } from '#database'
import { enqueue, type Payload } from '#jobs'
import { sendLater } from '#mail'
import type { For } from '#purposes'
import { disclosureNotice, recallLetter, type Foot, type Happened } from './letters.ts'

/** What its recipient is told of a case, or that its consent is taken back. */
export type Notice = {
  readonly accountId: string
  readonly caseId: string
  readonly what: Happened | 'recall'
  /** Which part, for the letter; undefined: all of it. */
  readonly of?: Readonly<Record<'nb' | 'en', string>>
}

/**
 * In the transaction of what it tells about; the letter is written afterwards, by whoever knows who we are. Names nobody. Its id is given
 * here: a job that was killed before it was marked as done runs again, and finds its letter written.
 */
export function askForNotice(tx: QueryExecutorProvider, now: Date, { accountId, caseId, what, of }: Notice): Promise<void> {
  return enqueue(tx, 'disclosure-notice', { letter: newId(now), accountId, caseId, what, nb: of?.nb ?? null, en: of?.en ?? null })
}

/** The job: writes it to where the case was handed over, the person erased or not. */
export async function writeNotice(
  db: For<'legal_obligation'>,
  now: Date,
  { letter, accountId, caseId, what, nb, en }: Payload,
  foot: Foot,
): Promise<void> {
  const found = await db
    .selectFrom('disclosure_case')
    .select(['id', 'recipient_name', 'recipient_country', 'recipient_mailbox', 'executed_at'])
    .where('account_id', '=', String(accountId))
    .where('id', '=', String(caseId))
    .executeTakeFirst()
  if (!found?.recipient_mailbox || !found.executed_at) return
  const { id, recipient_name: recipient, recipient_country: country, recipient_mailbox: mailbox, executed_at: executedAt } = found
  const handed = { accountId: String(accountId), id, recipient, country, mailbox, executedAt }
  const of = nb && en ? { nb: String(nb), en: String(en) } : undefined
  const written = what === 'recall' ? recallLetter(handed, foot) : disclosureNotice(handed, what as Happened, foot, of)
  // The letter and its sending, or neither. Jobs from before the letter had an id have none.
  await db.transaction().execute((tx) => sendLater(tx, now, { ...written, ...(letter && { id: String(letter) }) }))
}
