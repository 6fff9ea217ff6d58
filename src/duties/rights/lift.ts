import { sql } from 'kysely'
import { ledgerIn, type Ledger } from '#ledger'
import { witness } from '#evidence'
import { actingInAll, fixPerson, stillHere, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { eachOf } from './each-of.ts'
import type { Hands } from './office.ts'
import { proven } from './proven.ts'
import type { Scope } from './restrict.ts'
import { closeCase, noteEvent, type CaseKey } from './rights-case.ts'
import { samePerson } from './same-person.ts'
import { putBack } from './set-aside.ts'
import { tellAll } from './tell-all.ts'

export type Standing = Subject & { readonly id: string }

type Lifting = { readonly case: CaseKey; readonly by: 'system' | 'person' }

/** What one claim restricted and still stands, in every record of the person. */
export async function standingFor(db: For<'legal_obligation'>, caseId: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom('restriction')
    .select(['account_id', 'person_id', 'id'])
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, personId: row.person_id, id: row.id }))
}

/** All that one claim restricted is lifted together. Answers how many records of the person it was; none, when none stood any more. */
export async function lift(
  tx: For<'rights_handling'>,
  now: Date,
  standing: readonly Standing[],
  { case: key, by }: Lifting,
  ledger: Ledger,
): Promise<number> {
  let lifted = 0
  await stillHere(tx, standing)
  for (const each of standing) {
    await fixPerson(tx, each)
    if (await liftRecord(tx, now, each, { case: key, by }, ledger)) lifted += 1
  }
  if (lifted > 0) await noteEvent(tx, now, key, { what: 'restriction lifted', by })
  return lifted
}

/**
 * From this moment the data are used again, and whoever was told to leave them alone is told that too (art. 19, promise X-11). Of the
 * person fixed in the transaction; false when it did not stand any more.
 */
async function liftRecord(
  tx: For<'rights_handling'>,
  now: Date,
  { id, ...subject }: Standing,
  { case: key, by }: Lifting,
  ledger: Ledger,
): Promise<boolean> {
  const { accountId, personId } = subject
  // Of two who lift it at once, the second waits and finds nothing standing.
  await sql`select 1 from core.restriction where account_id = ${accountId} and id = ${id} for update`.execute(tx)
  const standing = await tx
    .selectFrom('restriction')
    .select(['category', 'fields', 'document', 'document_number'])
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (!standing) return false
  await tx
    .updateTable('core.restriction')
    .set({ lifted_at: now })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
  await putBack(tx, subject)
  await witness(tx, now, { kind: 'restriction lifted', subject: personId, body: { case: key.id, by } })
  await tellAll(tx, now, subject, 'restriction_lifted', {
    scope: given(standing),
    ...(standing.document_number !== null && { number: standing.document_number }),
  })
  // Last, when nothing but the commit can fail: a restore must not bring back what was lifted.
  await ledger.enter(tx, now, { what: 'lifting', accountId, personId, restriction: id })
  return true
}

type Stored = { readonly [of in 'category' | 'document']: string | null } & { readonly fields: string[] | null }

function given({ category, fields, document }: Stored): Scope {
  return {
    category: (category ?? undefined) as Scope['category'],
    fields: fields ?? undefined,
    document: document ?? undefined,
  }
}

export type OwnRestriction = Scope & {
  readonly id: string
  readonly ground: string
  readonly since: Date
  /** The number of a restricted paper, which may be gone by now. */
  readonly number?: string
}

/** What stands, of the person fixed in the transaction. */
export async function ownRestrictions(tx: For<'rights_handling'>): Promise<OwnRestriction[]> {
  const rows = await tx.selectFrom('restriction').selectAll().where('lifted_at', 'is', null).orderBy('restricted_at').execute()
  return rows.map(({ id, ground, restricted_at, document_number: number, ...of }) => ({
    id,
    ground,
    since: restricted_at,
    ...given(of),
    ...(number !== null && { number }),
  }))
}

/**
 * Whoever demanded it takes it back: it is theirs, so nothing is weighed and nobody has to wait three days (art. 18(3) is about our
 * decision, not theirs). A claim that still waits is answered by it, and an objection behind it is taken back too.
 */
export async function liftOwn(
  { legal, rights }: Hands,
  now: Date,
  subject: Subject,
  id: string,
  ledger: Ledger = ledgerIn(),
): Promise<{ readonly receipt: string } | Refusal<'not restricted'>> {
  const found = await ownStanding(legal, subject, id)
  if (!found) return refuse('not restricted')
  const { key, ground, standing, waits } = found
  const others = standing.filter(({ personId }) => personId !== subject.personId)
  return actingInAll(rights, [subject, ...others], async (tx) => {
    if ((await lift(tx, now, standing, { case: key, by: 'person' }, ledger)) === 0) return refuse('not restricted')
    if (ground === 'objection_pending') await eachOf({ tx, records: standing }, (record) => objectionTakenBack(tx, now, record))
    if (waits) await closeCase(tx, now, key.accountId, key.id, { answer: 'taken back' })
    await fixPerson(tx, subject)
    const receipt = await proven(tx, now, { kind: 'restriction taken back', subject: subject.personId, body: { case: key.id } })
    return { receipt }
  })
}

/** The same claim's in their other records too; a record that is somebody else's by now stays as it is. */
async function ownStanding(legal: For<'legal_obligation'>, { accountId, personId }: Subject, id: string) {
  const found = await legal
    .selectFrom('restriction as r')
    .innerJoin('rights_case as c', 'c.id', 'r.case_id')
    .select(['c.account_id', 'c.id', 'c.closed_at', 'r.ground'])
    .where('r.id', '=', id)
    .where('r.account_id', '=', accountId)
    .where('r.person_id', '=', personId)
    .where('r.lifted_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  const theirs = new Set([personId, ...(await samePerson(legal, { accountId, personId })).map((other) => other.personId)])
  return {
    key: { accountId: found.account_id, id: found.id },
    ground: found.ground,
    standing: (await standingFor(legal, found.id)).filter((each) => theirs.has(each.personId)),
    waits: found.closed_at === null,
  }
}

/** Not while they object by another claim too: one objection stands for all of them. */
async function objectionTakenBack(tx: For<'rights_handling'>, now: Date, { accountId }: Subject): Promise<void> {
  const another = tx
    .selectFrom('restriction')
    .select('id')
    .where('ground', '=', 'objection_pending')
    .where('lifted_at', 'is', null)
  if (await another.executeTakeFirst()) return
  const standing = tx
    .selectFrom('objection')
    .select('id')
    .where('scope', '=', 'particular_situation')
    .where('lifted_at', 'is', null)
  await tx
    .updateTable('core.objection')
    .set({ lifted_at: now })
    .where('account_id', '=', accountId)
    .where('id', 'in', standing)
    .execute()
}
