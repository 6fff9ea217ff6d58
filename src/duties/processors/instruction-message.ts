import { daysAfter, dayOf } from '#clock'
import { deadlines, deletes, type Instruction } from './instruction.ts'
import { restrictedPart, type RestrictedPart } from './restricted-part.ts'

export type Identifiers = Readonly<Record<string, readonly string[]>>

/** Under which name the value of a corrected field is kept: by its own it says what they knew the person by. */
export function nowOf(field: string): string {
  return `now ${field}`
}

/** What a supplier's program is sent, as JSON; `npm run supplier` shows how it is read and answered. */
type InstructionMessage = {
  readonly type: string
  readonly timestamp: string
  readonly data: {
    readonly instruction: string
    /** The earlier instruction that you answered: what you kept by law under that id is to go now. */
    readonly follows: string | null
    readonly askedOn: string
    readonly answerBy: string
    readonly reminder: boolean
    /** By the fields you got from us; empty when the earlier instruction says it. */
    readonly about: Identifiers
    /** The corrected field with its value now; an empty list where it was emptied. */
    readonly corrected: Identifiers
    /** What a restriction or its lifting is of; null is everything. */
    readonly restricted: RestrictedPart | null
    readonly mayKeep: {
      readonly dataClass: string
      readonly statute: string
      readonly section: string
      readonly holder: string
      readonly until: string
    } | null
    /** What exactly is to be deleted, in words for people; null where nothing is, or everything without more words. */
    readonly asks: string | null
    /** Which version of your rules for backups we have in our register; answer with another if you follow another. */
    readonly backupPolicy: string | null
    /** Sub-processors and backups are part of the answer. */
    readonly tellAlso: readonly string[]
    readonly answerTo: string
  }
}

type Around = Pick<InstructionMessage['data'], 'answerTo' | 'reminder' | 'asks' | 'backupPolicy'>

export function instructionMessage(
  now: Date,
  instruction: Instruction,
  { about, corrected }: { readonly about: Identifiers; readonly corrected: Identifiers },
  { answerTo, reminder, asks, backupPolicy }: Around,
): InstructionMessage {
  const { id, kind, follows, queued_at, data_class, statute, section, holder, keeps_until, scope } = instruction
  const mayKeep =
    data_class && statute && section && holder && keeps_until
      ? { dataClass: data_class, statute, section, holder, until: keeps_until }
      : null
  return {
    type: `instruction.${kind}`,
    timestamp: now.toISOString(),
    data: {
      instruction: id,
      follows,
      askedOn: dayOf(queued_at),
      answerBy: answerBy(queued_at),
      reminder,
      about,
      corrected,
      restricted: restrictedPart(scope),
      mayKeep,
      asks: deletes.includes(kind as never) ? asks : null,
      backupPolicy: deletes.includes(kind as never) ? backupPolicy : null,
      tellAlso: deletes.includes(kind as never) ? ['subProcessors', 'backupsLapseOn', 'backupPolicy'] : [],
      answerTo,
    },
  }
}

/** The last day for answering, YYYY-MM-DD. */
export function answerBy(queuedAt: Date): string {
  return daysAfter(dayOf(queuedAt), deadlines.answer)
}
