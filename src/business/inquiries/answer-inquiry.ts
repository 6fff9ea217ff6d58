import { type Insisted, screenFields, type Unlawful } from '#customers'
import { newId } from '#database'
import { witness } from '#evidence'
import { sendLater } from '#mail'
import { controller } from '#merchant'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { may } from './inquiry.ts'
import { inquiryAnswered } from './mails/inquiry-answered.ts'
import { lockedInquiry, type InquiryKey } from './locked-inquiry.ts'

export type Answer = InquiryKey & {
  readonly text: string
  readonly staffUserId: string
  readonly website: string
  readonly insisted?: Insisted | undefined
}
export type NotAnswered = Refusal<'answer is empty' | 'no e-mail address' | 'inquiry is closed' | 'no such inquiry' | Unlawful>

/** Files our answer in the thread and sends it, in one transaction. */
export async function answerInquiry(
  db: For<'case_documentation'>,
  now: Date,
  answer: Answer,
): Promise<{ readonly answered: true } | NotAnswered> {
  if (answer.text.trim() === '') return refuse('answer is empty', 'text')
  const unlawful = await screenFields(db, now, 'answer', { text: answer.text }, answer.insisted)
  if (unlawful) return unlawful

  return db.transaction().execute(async (tx) => {
    const inquiry = await lockedInquiry(tx, answer)
    if (!inquiry) return refuse('no such inquiry')
    if (!may('answer', inquiry)) return refuse('inquiry is closed')
    const person = await asker(tx, answer.accountId, inquiry.person_id)
    if (!person?.email) return refuse('no e-mail address', 'text')
    await tx
      .insertInto('core.inquiry_message')
      .values({
        account_id: answer.accountId,
        id: newId(now),
        inquiry_id: answer.id,
        direction: 'out',
        body: answer.text.trim(),
        staff_user_id: answer.staffUserId,
        at: now,
      })
      .execute()
    await tx
      .updateTable('core.inquiry')
      .set({ answered_at: now, last_message_at: now })
      .where('account_id', '=', answer.accountId)
      .where('id', '=', answer.id)
      .execute()
    const language = person.language === 'en' ? 'en' : 'nb'
    const letter = { ...answer, personId: person.id, number: inquiry.number, to: person.email, language } as const
    await sendLater(tx, now, inquiryAnswered(await controller(tx), letter))
    await witness(tx, now, { kind: 'inquiry answered', subject: person.id, body: { number: inquiry.number } })
    return { answered: true }
  })
}

async function asker(tx: For<'case_documentation'>, accountId: string, personId: string | null) {
  if (personId === null) return undefined
  return tx
    .selectFrom('person')
    .select(['id', 'email', 'language'])
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
}
