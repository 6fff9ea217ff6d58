import { createHash } from 'node:crypto'
import { newId } from '#database'
import type { For } from '#purposes'
import type { Answer } from './choice.ts'
import { textShown, type Question } from './choice-text.ts'

/** Where the answer was given: in the bar, in the foot of a page, on the page that lists what is stored; or by our own nightly probe. */
export const places = ['bar', 'foot', 'list', 'probe'] as const
export type Place = (typeof places)[number]

export type Answered = {
  readonly answer: Answer
  readonly place: Place
  readonly language: 'nb' | 'en'
  readonly question: Question
  /** Who asked: the controller's name, as the text said it. */
  readonly who: string
}

/**
 * The receipt of a choice: which text, which answer, in which hour. Nothing of the visitor, and no finer time than the hour, so
 * that it can be laid beside no other log (promises 2.4-f, 2.3-d).
 */
export async function keepReceipt(
  db: For<'web_function'>,
  now: Date,
  { answer, place, language, question, who }: Answered,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / hourLong) * hourLong)
  const text = textShown(language, who, question)
  const textHash = createHash('sha256').update(text).digest('hex')
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('core.choice_text')
      .values({ text_hash: textHash, language, text, first_shown_at: hour })
      .onConflict((same) => same.doNothing())
      .execute()
    await tx
      .insertInto('core.choice_receipt')
      .values({ id: newId(hour), answer, place, text_hash: textHash, at: hour })
      .execute()
  })
}

const hourLong = 60 * 60 * 1000
