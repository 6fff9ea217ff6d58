import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { enqueue } from '#jobs'
import type { For, Subject } from '#purposes'
import { expirySql, type RuleId } from '#retention'
import { deletes, type InstructionKind } from './instruction.ts'
import { register, type Recipient } from './register.ts'
import type { RestrictedPart } from './restricted-part.ts'

export type Event = {
  readonly kind: Exclude<InstructionKind, 'second'>
  /** The column of core.person that was corrected. */
  readonly field?: string
  /** What is restricted; undefined: everything. */
  readonly part?: RestrictedPart
}
/** `untold`: why it could not be told, as art. 19 lets us record instead. */
export type Instructed = { readonly id: string; readonly recipient: string; readonly name: string; readonly untold?: string }

/**
 * Queues what every supplier and recipient that holds something about the person is told (promises 2.6-g, X-11, table 5.5),
 * in the caller's transaction, with the person fixed in it. An erasure calls this before it deletes: afterwards nobody knows
 * who they were. Answers whom it told; empty when nobody holds anything.
 */
export async function instructSuppliers(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { kind, field, part }: Event,
): Promise<Instructed[]> {
  const holders = await holdersOf(tx, kind)
  const identifiers = await valuesOf(
    tx,
    holders.flatMap(({ knownBy }) => knownBy),
  )
  const told = holders.filter(({ knownBy }) => knownBy.some((column) => (identifiers[column] ?? []).length > 0))
  if (told.length === 0) return []
  const subjectId = newId(now)
  const instructed: Instructed[] = []
  for (const recipient of told) {
    instructed.push(
      await queue(tx, now, subject, { kind, ...(field !== undefined && { field }), ...(part && { part }) }, recipient, subjectId),
    )
  }
  if (instructed.some(({ untold }) => untold === undefined)) {
    const correct = field === undefined ? {} : await valuesOf(tx, [`person.${field}`])
    await keepSubject(tx, now, subject, subjectId, { ...identifiers, ...correct })
  }
  await witness(tx, now, {
    kind: 'recipients instructed',
    subject: subject.personId,
    body: { about: kind, instructions: instructed.map(({ id, recipient }) => ({ id, recipient })) },
  })
  return instructed
}

/** Those who hold everybody's data, and those the log says got this person's. A correction concerns only the latter (art. 19). */
async function holdersOf(tx: For<'rights_handling'>, kind: InstructionKind): Promise<Recipient[]> {
  const rows = await tx.selectFrom('transfer').select('recipient').distinct().execute()
  const got = new Set(rows.map(({ recipient }) => recipient))
  const everybodys = ({ holds, activeAt, endedAt }: Recipient) => holds === 'everybody' && activeAt !== null && endedAt === null
  return (await register(tx)).filter(
    (each) => each.role !== 'own_module' && (got.has(each.id) || (deletes.includes(kind) && everybodys(each))),
  )
}

type Identifiers = Readonly<Record<string, readonly string[]>>

/** By what each of them knows the person, read through the person's own views: `person.email`, `invoice.number`. */
async function valuesOf(tx: For<'rights_handling'>, columns: readonly string[]): Promise<Identifiers> {
  const found: Record<string, string[]> = {}
  for (const column of new Set(columns)) {
    const [table, name] = column.split('.') as [string, string]
    const { rows } = await sql<{ value: string }>`select distinct ${sql.ref(name)}::text as value from ${sql.table(table)}
      where ${sql.ref(name)} is not null order by 1`.execute(tx)
    found[column] = rows.map(({ value }) => value)
  }
  return found
}

async function queue(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  { kind, field, part }: Event,
  recipient: Recipient,
  subjectId: string,
): Promise<Instructed> {
  const id = newId(now)
  const untold = deletes.includes(kind) ? null : recipient.cannotFollow
  const keeps = deletes.includes(kind) ? await exemptionOf(tx, now, recipient.id) : {}
  await tx
    .insertInto('core.instruction')
    .values({
      account_id: accountId,
      id,
      person_id: personId,
      recipient: recipient.id,
      kind,
      field: field ?? null,
      scope: part === undefined ? null : JSON.stringify(part),
      queued_at: now,
      ...(untold === null
        ? { subject_id: subjectId }
        : { answered_at: now, answer: 'untold', answered_by: 'register', failure: untold }),
      ...keeps,
    })
    .execute()
  if (untold !== null) return { id, recipient: recipient.id, name: recipient.name, untold }
  await enqueue(tx, 'send-instruction', { accountId, instructionId: id }, { key: `instruction ${id}` })
  return { id, recipient: recipient.id, name: recipient.name }
}

type Exemption = {
  readonly data_class?: string
  readonly statute?: string
  readonly section?: string
  readonly holder?: string
  readonly keeps_until?: string
}

/** What it must keep by law, and until when; nothing is booked about the person after this event. */
async function exemptionOf(tx: For<'rights_handling'>, now: Date, recipient: string): Promise<Exemption> {
  const found = await tx.selectFrom('recipient_exemption').selectAll().where('recipient', '=', recipient).executeTakeFirst()
  if (found === undefined) return {}
  const { data_class, statute, section, holder, rule } = found
  const ends = sql.raw(expirySql(rule as RuleId, `'${now.toISOString()}'`))
  const { rows } = await sql<{ on: string }>`select to_char(${ends} at time zone 'Europe/Oslo', 'YYYY-MM-DD') as on`.execute(tx)
  return { data_class, statute, section, holder, keeps_until: rows[0]!.on }
}

async function keepSubject(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  id: string,
  identifiers: Identifiers,
): Promise<void> {
  const person = await tx.selectFrom('person').select(['email', 'language']).executeTakeFirst()
  await tx
    .insertInto('core.instruction_subject')
    .values({
      account_id: accountId,
      id,
      person_id: personId,
      identifiers: JSON.stringify(identifiers),
      tell_to: person?.email ?? null,
      language: person?.language ?? 'nb',
      created_at: now,
    })
    .execute()
}
