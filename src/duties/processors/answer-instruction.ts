import { dayOf } from '#clock'
import { witness } from '#evidence'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { deletes, instruction, type Instruction, type InstructionKind } from './instruction.ts'

/** Done, with sub-processors and the day the last backup is gone; or not done, and by which law. Days are YYYY-MM-DD. */
export type SupplierAnswer =
  | {
      readonly says: 'done'
      readonly doneOn: string
      readonly subProcessors?: 'none' | 'done' | undefined
      readonly backupsLapseOn?: string | undefined
      /** The version of the rules for backups that this rests on (table 5.5). */
      readonly backupPolicy?: string | undefined
    }
  | {
      readonly says: 'kept'
      readonly dataClass?: string | undefined
      readonly statute?: string | undefined
      readonly section?: string | undefined
      readonly holder?: string | undefined
      readonly keepsUntil?: string | undefined
    }

type AnsweredBy = 'webhook' | 'link' | 'desk'
export type AnswerRefusal = Refusal<
  | 'no such instruction'
  | 'answered otherwise before'
  | 'not done yet'
  | 'done before it was asked'
  | 'sub-processors are part of the answer'
  | 'backups are part of the answer'
>

/**
 * Takes a supplier's answer (promises 2.6-g, 2.6-h). The same answer twice is one; another one after it is refused. "Kept" is
 * accepted by itself only when the register has that exemption; otherwise it waits, red, for somebody of us. With the last
 * answer to an event, what named the person goes.
 */
export function answerInstruction(
  db: For<'legal_obligation'>,
  now: Date,
  which: { readonly id: string; readonly recipient?: string | undefined },
  answer: SupplierAnswer,
  by: AnsweredBy,
): Promise<{ readonly state: 'confirmed' | 'kept_by_law' | 'contested' } | AnswerRefusal> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('core.instruction').select('id').where('id', '=', which.id).forUpdate().execute()
    const found = await instruction(tx, which.id)
    if (!found || (which.recipient !== undefined && found.recipient !== which.recipient)) return refuse('no such instruction')
    const wrong = answer.says === 'done' ? whatIsMissing(now, found, answer) : undefined
    if (wrong) return wrong
    const state = answer.says === 'done' ? 'confirmed' : (await isExempt(tx, found, answer)) ? 'kept_by_law' : 'contested'
    if (found.answered_at) return found.answer === state ? { state } : refuse('answered otherwise before')
    await write(tx, now, found, answer, state, by)
    await witness(tx, now, { kind: 'supplier answered', body: { instruction: found.id, recipient: found.recipient, state, by } })
    if (state !== 'contested') await forgetSubject(tx, found)
    return { state }
  })
}

/** Somebody of us has read the law that was cited and accepts it; from here on the second instruction waits for the day. */
export function acceptKeeping(
  db: For<'legal_obligation'>,
  now: Date,
  { id, recipient }: { readonly id: string; readonly recipient?: string | undefined },
): Promise<undefined | Refusal<'no such instruction' | 'statute, section, data class, holder and end must be stated'>> {
  return db.transaction().execute(async (tx) => {
    const found = await instruction(tx, id)
    if (!found || (recipient !== undefined && found.recipient !== recipient)) return refuse('no such instruction')
    if (found.answer !== 'contested' || found.answered_at) return undefined
    const { data_class, statute, section, holder, keeps_until } = found
    if (!(data_class && statute && section && holder && keeps_until))
      return refuse('statute, section, data class, holder and end must be stated')
    await set(tx, found, { answer: 'kept_by_law', answered_at: now })
    await witness(tx, now, { kind: 'keeping accepted', body: { instruction: id, recipient: found.recipient, statute, section } })
    await forgetSubject(tx, found)
    return undefined
  })
}

function whatIsMissing(
  now: Date,
  found: Instruction,
  { doneOn, subProcessors, backupsLapseOn }: Extract<SupplierAnswer, { says: 'done' }>,
): AnswerRefusal | undefined {
  if (doneOn > dayOf(now)) return refuse('not done yet', 'doneOn')
  if (doneOn < dayOf(found.queued_at)) return refuse('done before it was asked', 'doneOn')
  if (!deletes.includes(found.kind as InstructionKind)) return undefined
  if (subProcessors === undefined) return refuse('sub-processors are part of the answer', 'subProcessors')
  if (backupsLapseOn === undefined) return refuse('backups are part of the answer', 'backupsLapseOn')
  return undefined
}

/** Every part of the citation as the register has it, and no longer than the rule allows (promise 2.6-h). */
async function isExempt(
  tx: For<'legal_obligation'>,
  found: Instruction,
  { dataClass, statute, section, holder, keepsUntil }: Extract<SupplierAnswer, { says: 'kept' }>,
): Promise<boolean> {
  const same = (given: string | undefined, ours: string) => given?.trim().toLowerCase() === ours.toLowerCase()
  const known = await tx.selectFrom('recipient_exemption').selectAll().where('recipient', '=', found.recipient).execute()
  const inTime = keepsUntil !== undefined && found.keeps_until !== null && keepsUntil <= found.keeps_until
  return (
    inTime &&
    known.some(
      (each) =>
        same(dataClass, each.data_class) &&
        same(statute, each.statute) &&
        same(section, each.section) &&
        same(holder, each.holder),
    )
  )
}

function write(
  tx: For<'legal_obligation'>,
  now: Date,
  found: Instruction,
  answer: SupplierAnswer,
  state: 'confirmed' | 'kept_by_law' | 'contested',
  by: AnsweredBy,
): Promise<void> {
  const answered = { answer: state, answered_by: by, answered_at: state === 'contested' ? null : now }
  if (answer.says === 'done') {
    const { doneOn, subProcessors = null, backupsLapseOn = null, backupPolicy } = answer
    const backups = { backups_lapse_on: backupsLapseOn, backup_policy: backupPolicy || null }
    return set(tx, found, { ...answered, done_on: doneOn, sub_processors: subProcessors, ...backups })
  }
  const { dataClass = null, statute = null, section = null, holder = null, keepsUntil = null } = answer
  return set(tx, found, { ...answered, data_class: dataClass, statute, section, holder, keeps_until: keepsUntil })
}

async function set(
  tx: For<'legal_obligation'>,
  { account_id, id }: Instruction,
  values: { readonly [column: string]: string | Date | null },
): Promise<void> {
  await tx.updateTable('core.instruction').set(values).where('account_id', '=', account_id).where('id', '=', id).execute()
}

/** When nobody's answer is missing, what named the person goes, and so do letters that told them of a silent supplier. */
async function forgetSubject(tx: For<'legal_obligation'>, { account_id, subject_id }: Instruction): Promise<void> {
  if (subject_id === null) return
  const same = await tx
    .selectFrom('instruction')
    .select(['answered_at', 'told_mail_id'])
    .where('account_id', '=', account_id)
    .where('subject_id', '=', subject_id)
    .execute()
  if (same.some(({ answered_at }) => answered_at === null)) return
  const letters = same.flatMap(({ told_mail_id }) => told_mail_id ?? [])
  if (letters.length > 0)
    await tx.deleteFrom('core.mail').where('account_id', '=', account_id).where('id', 'in', letters).execute()
  await tx.deleteFrom('core.instruction_subject').where('account_id', '=', account_id).where('id', '=', subject_id).execute()
}
