import { sql } from 'kysely'
import type { For } from '#purposes'

/** Delete, correct, restrict, lift the restriction, stop using; `second` when lawful keeping has ended (promises 2.6-g, 2.6-h, X-11). */
export const instructionKinds = [
  'erasure',
  'relationship_end',
  'rectification',
  'restriction',
  'restriction_lifted',
  'recall',
  'second',
] as const
export type InstructionKind = (typeof instructionKinds)[number]

/** After these the supplier has nothing left; the answer must then tell of sub-processors and backups too. */
export const deletes: readonly InstructionKind[] = ['erasure', 'relationship_end', 'recall', 'second']

/** Days after the event: reminder, the desk is told, the promise is red and the person is told (table 5.5). */
export const deadlines = { answer: 14, escalated: 21, overdue: 30 } as const

export type InstructionState =
  | 'queued'
  | 'sent'
  | 'failed'
  | 'escalated'
  | 'overdue'
  | 'contested'
  | 'confirmed'
  | 'kept_by_law'
  | 'untold'

type Facts = {
  readonly sent_at: Date | null
  readonly failed_at: Date | null
  readonly escalated_at: Date | null
  readonly overdue_at: Date | null
  readonly answered_at: Date | null
  readonly answer: string | null
}

/** Where it stands. What waits for somebody of us comes before what waits for them. */
export function instructionState({ sent_at, failed_at, escalated_at, overdue_at, answered_at, answer }: Facts): InstructionState {
  if (answered_at) return answer as InstructionState
  if (answer === 'contested') return 'contested'
  if (overdue_at) return 'overdue'
  if (escalated_at) return 'escalated'
  if (sent_at) return 'sent'
  return failed_at ? 'failed' : 'queued'
}

export type Instruction = Awaited<ReturnType<typeof instructionsWhere>>[number]

/** One of them, with the supplier it went to. */
export async function instruction(db: For<'legal_obligation'>, id: string): Promise<Instruction | undefined> {
  return (await instructionsWhere(db, { id }))[0]
}

/** Those that wait for us, then those that wait for an answer, the oldest on top; then the answered, the newest on top. */
export function instructions(db: For<'legal_obligation'>, recipient?: string): Promise<Instruction[]> {
  return instructionsWhere(db, recipient === undefined ? {} : { recipient })
}

/** How many wait for somebody of us: what did not arrive, what is disputed, and what stays unanswered past day 21 (table 5.5). */
export async function instructionsWaiting(db: For<'legal_obligation'>): Promise<number> {
  const { count } = await db
    .selectFrom('instruction as i')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where(waitsForUs)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const waitsForUs = sql<boolean>`(i.answered_at is null and (i.answer is not distinct from 'contested'
  or coalesce(i.escalated_at, i.overdue_at) is not null or (i.sent_at is null and i.failed_at is not null)))`

function instructionsWhere(db: For<'legal_obligation'>, where: { readonly id?: string; readonly recipient?: string }) {
  return db
    .selectFrom('instruction as i')
    .leftJoin('recipient as r', 'r.id', 'i.recipient')
    .leftJoin('account as a', 'a.account_id', 'i.account_id')
    .selectAll('i')
    .select(['r.name as recipient_name', 'a.customer_number'])
    .$if(where.id !== undefined, (query) => query.where('i.id', '=', where.id!))
    .$if(where.recipient !== undefined, (query) => query.where('i.recipient', '=', where.recipient!))
    .orderBy(waitsForUs, 'desc')
    .orderBy((of) => of('i.answered_at', 'is not', null))
    .orderBy('i.answered_at', 'desc')
    .orderBy('i.queued_at')
    .limit(200)
    .execute()
}
