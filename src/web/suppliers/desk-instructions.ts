import { z } from 'zod'
import { dayOf, writtenDay } from '#clock'
import { typedDay } from '#http'
import { declared } from '#inventory'
import type { Language } from '#languages'
import {
  acceptKeeping,
  answerBy,
  answerInstruction,
  instructions,
  instructionState,
  restrictedPart,
  tryAgain,
  type Instruction,
} from '#processors'
import type { For } from '#purposes'
import { refused } from '#refusal'
import { writtenEnds } from '#retention'
import { partWords } from '#rights'
import { failureWords } from './failure-words.ts'
import type { InstructionRow } from './instruction-table.tsx'

export async function instructionRows(
  db: For<'legal_obligation'>,
  who: { readonly now: Date; readonly role: string },
  supplier?: string,
): Promise<InstructionRow[]> {
  const found = await instructions(db, supplier)
  const rows = found.map(({ account_id: accountId, id }) => ({ accountId, id }))
  const ends = await writtenEnds(db, who, declared('core.instruction'), rows)
  return found.map((each) => ({
    id: each.id,
    end: ends.get(each.id)?.text ?? '',
    supplier: each.recipient_name ?? each.recipient,
    supplierId: each.recipient,
    kind: each.kind,
    part: partOf(each, 'nb'),
    customer: each.customer_number === null ? null : Number(each.customer_number),
    askedOn: dayOf(each.queued_at),
    answerBy: answerBy(each.queued_at),
    state: instructionState(each),
    keeps:
      each.statute || each.data_class
        ? [
            each.data_class,
            each.statute,
            each.section,
            each.holder,
            each.keeps_until && `til ${writtenDay(each.keeps_until, 'nb')}`,
          ]
            .filter(Boolean)
            .join(', ')
        : null,
    unsent: each.sent_at === null && each.failed_at !== null && each.answered_at === null,
    // Once they have answered it is no news that a reminder did not arrive.
    failure: each.failure === null || each.answered_at ? null : failureWords(each.failure),
  }))
}

/** What a restriction is of, where it is not of everything; of a correction, the field. */
export function partOf({ scope, field }: Pick<Instruction, 'scope' | 'field'>, language: Language): string | null {
  const part = restrictedPart(scope) ?? (field === null ? null : { fields: [`person.${field}`] })
  return part && partWords(part, language)
}

/** What may be done to an instruction from either page. */
export const instructionForms = [
  z.object({ act: z.literal('accept keeping'), id: z.uuid() }),
  z.object({ act: z.literal('try again'), id: z.uuid() }),
  z.object({
    act: z.literal('answered'),
    id: z.uuid(),
    doneOn: typedDay,
    subProcessors: z.enum(['none', 'done']),
    backupsLapseOn: typedDay,
    backupPolicy: z.string().trim().max(100).optional(),
  }),
] as const

type Typed = z.output<(typeof instructionForms)[number]>

/** Why it could not be done, for people, by the field it is about; undefined when it was. */
export async function actOnInstruction(
  db: For<'legal_obligation'>,
  now: Date,
  typed: Typed,
  /** On a supplier's own page: only what that one was asked. */
  recipient?: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (typed.act === 'try again') {
    const tried = await tryAgain(db, { id: typed.id, recipient })
    return refused(tried) ? { act: problems[tried.refused]! } : undefined
  }
  if (typed.act === 'accept keeping') {
    const kept = await acceptKeeping(db, now, { id: typed.id, recipient })
    if (refused(kept) && kept.refused === 'no such instruction') return { keeping: problems[kept.refused]! }
    return refused(kept)
      ? { keeping: 'De må oppgi lov, paragraf, hva de beholder, hvem som beholder det, og når det slutter.' }
      : undefined
  }
  const { id, act: _, ...told } = typed
  const answered = await answerInstruction(db, now, { id, recipient }, { says: 'done', ...told }, 'desk')
  return refused(answered) ? { [fieldOf[answered.refused] ?? 'doneOn']: problems[answered.refused]! } : undefined
}

const fieldOf: Readonly<Record<string, string>> = {
  'sub-processors are part of the answer': 'subProcessors',
  'backups are part of the answer': 'backupsLapseOn',
}

const problems: Readonly<Record<string, string>> = {
  'no such instruction': 'Instruksen finnes ikke.',
  'answered otherwise before': 'De har svart noe annet før. Svaret står.',
  'not done yet': 'Det kan ikke være gjort fram i tid.',
  'done before it was asked': 'Det kan ikke være gjort før vi ba om det.',
  'sub-processors are part of the answer': 'Svaret må gjelde underleverandørene også.',
  'backups are part of the answer': 'Svaret må si når siste sikkerhetskopi er borte.',
}
