import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { enqueue } from '#jobs'
import type { For, Subject } from '#purposes'
import { expirySql, type RuleId } from '#retention'
import { deletes, type InstructionKind } from './instruction.ts'
import { type Identifiers, nowOf } from './instruction-message.ts'
import { register, type Recipient } from './register.ts'
import type { RestrictedPart } from './restricted-part.ts'

export type Event = {
  readonly kind: Exclude<InstructionKind, 'second'>
  /** The column of core.person that was corrected. */
  readonly field?: string
  /** What stood there: whoever got that knows the person by no other. */
  readonly was?: string
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
  { kind, field, was, part }: Event,
): Promise<Instructed[]> {
  const holders = await holdersOf(tx, kind, field === undefined ? part : { fields: [`person.${field}`] })
  const known = await valuesOf(
    tx,
    holders.flatMap(({ knownBy }) => knownBy),
  )
  const corrected = `person.${field}`
  const identifiers = was !== undefined && corrected in known ? { ...known, [corrected]: [was] } : known
  const told = holders.filter(({ knownBy }) => knownBy.some((column) => (identifiers[column] ?? []).length > 0))
  if (told.length === 0) return []
  const subjectId = newId(now)
  const instructed: Instructed[] = []
  for (const recipient of told) {
    instructed.push(
      await queue(tx, now, subject, { kind, ...(field !== undefined && { field }), ...(part && { part }) }, recipient, subjectId),
    )
  }
  if (instructed.some(({ untold }) => untold === undefined))
    await keepSubject(tx, now, subject, subjectId, {
      ...identifiers,
      ...(field !== undefined && { [nowOf(corrected)]: (await valuesOf(tx, [corrected]))[corrected]! }),
    })
  await witness(tx, now, {
    kind: 'recipients instructed',
    subject: subject.personId,
    body: { about: kind, instructions: instructed.map(({ id, recipient }) => ({ id, recipient })) },
  })
  return instructed
}

/**
 * Those the log says got something of this person's, and those who hold everybody's: of a part, where the register says that they hold
 * that kind of data (art. 19, table 5.5). Whoever knows us by ids alone keeps copies of the whole; there is nothing in them to correct.
 */
async function holdersOf(
  tx: For<'rights_handling'>,
  kind: InstructionKind,
  part: RestrictedPart | undefined,
): Promise<Recipient[]> {
  const { rows } = await sql<{ id: string }>`select distinct recipient as id from transfer
    union select r.id from recipient r cross join lateral (select array_remove(array_agg(house.field_category(f.field)), null) as kinds
        from recipient_field f where f.recipient = r.id) holding
      where r.holds = 'everybody' and r.active_at is not null and r.ended_at is null
        and (${deletes.includes(kind) || part === undefined} or holding.kinds && ${kindsOf(part)}
          or (coalesce(cardinality(holding.kinds), 0) = 0 and ${kind !== 'rectification'}))`.execute(tx)
  const holders = new Set(rows.map(({ id }) => id))
  return (await register(tx)).filter(({ id, role }) => role !== 'own_module' && holders.has(id))
}

/** SQL: which kinds of data the part is of. A paper is an inquiry, a quote or an order with what hangs on it. */
function kindsOf({ fields = [], category, document }: RestrictedPart = {}) {
  const named = [...(category === undefined ? [] : [category]), ...(document === undefined ? [] : ['dialogue', 'trade'])]
  return sql`(${named}::text[] || array(select house.field_category(f) from unnest(${[...fields]}::text[]) f))`
}

/**
 * By what each of them knows the person, read through the person's own views: `person.email`, `invoice.number`. Those outside know a value
 * that is set aside here as they did before.
 */
async function valuesOf(tx: For<'rights_handling'>, columns: readonly string[]): Promise<Identifiers> {
  const found: Record<string, string[]> = {}
  for (const column of new Set(columns)) {
    const [table, name] = column.split('.') as [string, string]
    const value = table === 'person' ? sql`coalesce(${sql.ref(name)}::text, ${aside(name)})` : sql`${sql.ref(name)}::text`
    const { rows } = await sql<{ value: string }>`select distinct ${value} as value from ${sql.table(table)}
      where ${value} is not null order by 1`.execute(tx)
    found[column] = rows.map(({ value }) => value)
  }
  return found
}

function aside(field: string) {
  return sql`(select a.value from set_aside a where a.field = ${field})`
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
  const { rows } = await sql<{
    email: string | null
    language: string
  }>`select coalesce(email, ${aside('email')}) as email, language from person`.execute(tx)
  const [person] = rows
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
