import { z } from 'zod'
import { typedDay, typedText, unlawfulNumber } from '#http'

/** What they keep and by which law: no number of anybody belongs there (promise 2.1-e). */
const text = typedText
  .trim()
  .max(200)
  .refine((words) => unlawfulNumber(words) === undefined, 'holds an identity number or a card number, which we may not keep')
const answered = z.object({ instruction: z.uuid() })

/** What a supplier's program may answer, as the body of a signed webhook. */
export const answerShape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('instruction.done'),
    data: answered.extend({
      doneOn: typedDay,
      subProcessors: z.enum(['none', 'done']).optional(),
      backupsLapseOn: typedDay.optional(),
      backupPolicy: text.optional(),
    }),
  }),
  z.object({
    type: z.literal('instruction.kept'),
    data: answered.extend({
      dataClass: text.optional(),
      statute: text.optional(),
      section: text.optional(),
      holder: text.optional(),
      keepsUntil: typedDay.optional(),
    }),
  }),
])
