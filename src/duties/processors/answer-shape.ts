import { z } from 'zod'

/** YYYY-MM-DD. */
const day = z.iso.date()
const text = z.string().trim().max(200)
const answered = z.object({ instruction: z.uuid() })

/** What a supplier's program may answer, as the body of a signed webhook. */
export const answerShape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('instruction.done'),
    data: answered.extend({
      doneOn: day,
      subProcessors: z.enum(['none', 'done']).optional(),
      backupsLapseOn: day.optional(),
    }),
  }),
  z.object({
    type: z.literal('instruction.kept'),
    data: answered.extend({
      dataClass: text.optional(),
      statute: text.optional(),
      section: text.optional(),
      holder: text.optional(),
      keepsUntil: day.optional(),
    }),
  }),
])
