/** What may be done about a supplier on its own page, each with what must be filled in. */
import { z } from 'zod'
import { dayOf, now } from '#clock'
import { typedDay, typedNumber } from '#http'
import { enqueue } from '#jobs'
import {
  closeSubProcessor,
  endRecipient,
  registerAgreement,
  registerConfirmation,
  registerSubProcessor,
  reviewRecipient,
  setReach,
} from '#processors'
import { refused } from '#refusal'
import { country } from './country.ts'
import { actOnInstruction, instructionForms } from './desk-instructions.ts'
import { article28 } from './words.ts'

const letter = z.enum(Object.keys(article28) as [keyof typeof article28])
const letters = z
  .union([letter, z.array(letter)])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]))

export const supplierActs = z.discriminatedUnion('act', [
  ...instructionForms,
  z.object({
    act: z.literal('agreement'),
    documentName: z.string().min(3).max(200),
    documentHash: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256: 64 tegn, 0–9 og a–f.'),
    covers: letters,
    breachNoticeHours: typedNumber(1, 72),
    signedOn: typedDay,
    endsOn: typedDay.or(z.literal('')),
  }),
  z.object({ act: z.literal('review'), reviewedOn: typedDay, found: z.string().min(10).max(2000) }),
  z.object({
    act: z.literal('confirmation'),
    confirms: z.string().min(10).max(1000),
    documentName: z.string().min(3).max(200),
    confirmedOn: typedDay,
    backupPolicy: z.string().trim().max(100).optional(),
  }),
  z.object({
    act: z.literal('sub-processor'),
    name: z.string().min(2).max(120),
    does: z.string().min(3).max(200),
    location: country,
    transferGround: z.string().max(200).default(''),
    toldOn: typedDay,
    effectiveOn: typedDay,
  }),
  z.object({ act: z.literal('object'), subProcessor: z.uuid() }),
  z.object({ act: z.literal('sub-processor ended'), subProcessor: z.uuid() }),
  z.object({ act: z.literal('webhook'), url: z.string().max(500) }),
  z.object({ act: z.literal('email'), mailbox: z.email().max(254) }),
  z.object({ act: z.literal('new secret') }),
  z.object({ act: z.literal('end') }),
])

/** Undefined when it was done; else why not, by the field. */
export async function done(
  db: Parameters<typeof endRecipient>[0],
  id: string,
  typed: z.output<typeof supplierActs>,
  staffUserId: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const at = now()
  switch (typed.act) {
    case 'accept keeping':
    case 'try again':
    case 'answered':
      return actOnInstruction(db, at, typed, id)
    case 'agreement':
      if (typed.signedOn > dayOf(at)) return { signedOn: 'Avtalen kan ikke være undertegnet fram i tid.' }
      if (typed.endsOn && typed.endsOn <= typed.signedOn) return { endsOn: 'Avtalen må slutte etter at den er undertegnet.' }
      await registerAgreement(db, at, id, { ...typed, endsOn: typed.endsOn || null })
      return undefined
    case 'review':
      if (typed.reviewedOn > dayOf(at)) return { reviewedOn: 'Gjennomgangen kan ikke være gjort fram i tid.' }
      await reviewRecipient(db, at, id, { ...typed, staffUserId })
      return undefined
    case 'confirmation':
      if (typed.confirmedOn > dayOf(at)) return { confirmedOn: 'Bekreftelsen kan ikke være gitt fram i tid.' }
      await registerConfirmation(db, at, id, { ...typed, staffUserId })
      return undefined
    case 'sub-processor': {
      const answer = await registerSubProcessor(db, at, id, { ...typed, transferGround: typed.transferGround || null })
      return refused(answer) ? { transferGround: 'Utenfor EØS trengs et overføringsgrunnlag.' } : undefined
    }
    case 'object':
      return unknown(await closeSubProcessor(db, at, id, typed.subProcessor, { objectedOn: dayOf(at) }))
    case 'sub-processor ended':
      return unknown(await closeSubProcessor(db, at, id, typed.subProcessor, { endedOn: dayOf(at) }))
    case 'webhook': {
      const answer = await setReach(db, at, id, { by: 'webhook', url: typed.url })
      return refused(answer) ? { url: 'Adressen må begynne med https://.' } : undefined
    }
    case 'email':
      await setReach(db, at, id, { by: 'email', mailbox: typed.mailbox })
      return undefined
    case 'new secret':
      await setReach(db, at, id, { by: 'new secret' })
      return undefined
    case 'end':
      await endRecipient(db, at, id)
      await enqueue(db, 'follow-register', {}, { key: 'follow register' })
      return undefined
  }
}

function unknown(answer: unknown) {
  return refused(answer) ? { subProcessor: 'Underleverandøren står ikke i listen.' } : undefined
}
