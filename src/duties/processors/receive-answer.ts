import type { For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import type { z } from 'zod'
import { answerInstruction, type AnswerRefusal } from './answer-instruction.ts'
import type { answerShape } from './answer-shape.ts'

/**
 * A supplier's signed answer. The same message twice is answered as the first time and does nothing (Standard Webhooks:
 * at least once). `webhookId` is theirs.
 */
export async function receiveAnswer(
  db: For<'legal_obligation'>,
  now: Date,
  recipient: string,
  webhookId: string,
  { type, data }: z.output<typeof answerShape>,
): Promise<{ readonly state: string } | AnswerRefusal | Refusal<'used for another answer'>> {
  const before = await db
    .selectFrom('webhook_received')
    .select('outcome')
    .where('recipient', '=', recipient)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  if (before)
    return before.outcome.startsWith(`${data.instruction} `)
      ? { state: before.outcome.slice(37) }
      : refuse('used for another answer')
  const which = { id: data.instruction, recipient }
  const { instruction: _, ...rest } = data
  const answer = { says: type === 'instruction.done' ? 'done' : 'kept', ...rest } as Parameters<typeof answerInstruction>[3]
  const outcome = await answerInstruction(db, now, which, answer, 'webhook')
  if (!refused(outcome)) {
    await db
      .insertInto('core.webhook_received')
      .values({ recipient, webhook_id: webhookId, at: now, outcome: `${data.instruction} ${outcome.state}` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return outcome
}
