import type { Language } from '#languages'
import { sendLater } from '#mail'
import type { For, Subject } from '#purposes'
import { acknowledgement, claimAnswer } from './claim-letters.ts'
import { fileMessage } from './file-message.ts'
import type { Office } from './office.ts'
import { closeCase, noteEvent, openCase, type Kind, type OpenCase } from './rights-case.ts'

/** What somebody who is signed in asks for: the session shows who it is, and nothing more is asked (promise 7-c). */
export type OwnClaim = {
  readonly kind: Kind
  /** In their own words; empty where no words are needed. */
  readonly text?: string
  readonly language: Language
}

/** Filed like a claim by any other channel: a case, its clock, and what was written (promises 9-c, 7-b). */
export async function openOwnClaim(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { kind, text, language }: OwnClaim,
): Promise<OpenCase> {
  const opened = await openCase(tx, now, subject, { kind, channel: 'my_page', receivedAt: now, language })
  if (text) await fileMessage(tx, now, { accountId: subject.accountId, id: opened.id }, { direction: 'in', body: text })
  return opened
}

/** What must be weighed by a person waits for one; the receipt says until when (promise 9-b). */
export async function acknowledgeOwn(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { id, number, dueOn, kind }: OpenCase,
  language: Language,
  office: Office,
): Promise<void> {
  const to = await addressOf(tx)
  if (!to) return
  await sendLater(tx, now, acknowledgement(office, { ...subject, number, kind, dueOn, language, to }, undefined))
  await noteEvent(tx, now, { accountId: subject.accountId, id }, { what: 'acknowledged', by: 'system' })
}

/** What is straightforward is answered in the same transaction, on the page and by letter, with where to complain (promises 7-j, 2.1-n). */
export async function answerOwn(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { id, number, dueOn, kind }: OpenCase,
  {
    text,
    language,
    outcome,
  }: { readonly text: string; readonly language: Language; readonly outcome: Readonly<Record<string, string | number>> },
  office: Office,
): Promise<void> {
  const to = await addressOf(tx)
  await fileMessage(tx, now, { accountId: subject.accountId, id }, { direction: 'out', address: to, body: text })
  if (to) await sendLater(tx, now, claimAnswer(office, { ...subject, number, kind, dueOn, language, to }, [text]))
  await closeCase(tx, now, subject.accountId, id, outcome)
}

async function addressOf(tx: For<'rights_handling'>): Promise<string | undefined> {
  const person = await tx.selectFrom('person').select('email').executeTakeFirst()
  return person?.email ?? undefined
}
