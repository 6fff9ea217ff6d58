import { z } from 'zod'
import type { ActionFunctionArgs } from 'react-router'
import { now } from '#clock'
import {
  approveDisclosure,
  assessDisclosure,
  closeDisclosure,
  disclosureCase,
  executeDisclosure,
  grounds,
  noteInformed,
  refuseDisclosure,
  withdrawDisclosureConsent,
  type OnFile,
} from '#disclosure'
import { typedDay } from '#http'
import { asking } from '#purposes'
import { claimFacts } from './claim-facts.ts'

const filedText = z.string().max(2000)
const days = Object.values(grounds).flatMap(({ onFile }) =>
  onFile.filter((fact: OnFile) => fact.kind === 'day').map(({ name }) => name as string),
)
/** What may be done to a case; each act asks the rules whether it may be done now. */
export const form = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('assess'),
      fields: z.string().min(3).max(2000),
      necessity: z.string().min(10).max(2000),
      withheldUntil: typedDay.or(z.literal('')).default(''),
    })
    .catchall(filedText)
    .superRefine((typed, context) => {
      for (const name of days)
        if (typed[name] && !typedDay.safeParse(typed[name]).success)
          context.addIssue({ code: 'invalid_format', format: 'date', path: [name], input: typed[name] })
    }),
  z.object({ act: z.literal('approve'), assessedAt: z.iso.datetime() }),
  z.object({
    act: z.literal('execute'),
    method: z.string().min(5).max(300),
    handedHash: z.string().max(100).default(''),
    informed: z.literal('yes').optional(),
    notInformedBecause: z.string().max(500).default(''),
  }),
  z.object({ act: z.literal('refuse'), because: z.string().min(5).max(1000), informed: z.literal('yes').optional() }),
  z.object({ act: z.literal('inform') }),
  z.object({ act: z.literal('withdraw') }),
  z.object({ act: z.literal('close') }),
])

export async function actOnCase(
  context: ActionFunctionArgs['context'],
  key: { readonly accountId: string; readonly id: string },
  typed: z.output<typeof form>,
  staffUserId: string,
): Promise<unknown> {
  const db = asking(context, 'legal_obligation')
  const at = now()
  switch (typed.act) {
    case 'assess': {
      const { act: _, fields, necessity, withheldUntil, ...filed } = typed
      const split = fields.split(/[\s,]+/).filter(Boolean)
      return assessDisclosure(db, at, key, {
        fields: split,
        necessity,
        filed: filed as Record<string, string>,
        withheldUntil: withheldUntil || null,
        staffUserId,
      })
    }
    case 'approve':
      return approveDisclosure(db, at, key, { staffUserId, assessedAt: new Date(typed.assessedAt) })
    case 'execute': {
      const found = await disclosureCase(db, key)
      const claim =
        found?.ground === 'debt_collection'
          ? await claimFacts(asking(context, 'invoice'), at, key.accountId, found.filed)
          : undefined
      return executeDisclosure(db, at, key, {
        method: typed.method,
        handedHash: typed.handedHash,
        staffUserId,
        informed: typed.informed === 'yes',
        notInformedBecause: typed.notInformedBecause || null,
        ...(claim && { claim }),
      })
    }
    case 'refuse':
      return refuseDisclosure(db, at, key, { because: typed.because, staffUserId, informed: typed.informed === 'yes' })
    case 'inform':
      return noteInformed(db, at, key)
    case 'withdraw':
      return withdrawDisclosureConsent(db, at, key, staffUserId)
    case 'close':
      return closeDisclosure(db, at, key)
  }
}
