import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { ledgerIn, type Ledger } from '#ledger'
import type { Category, Declared } from '#personal-data'
import { fixPerson, type For, type Subject } from '#purposes'
import { eachOf } from './each-of.ts'
import { ownDocument } from './own-documents.ts'
import { noteEvent } from './rights-case.ts'
import { setAside } from './set-aside.ts'
import { tellAll } from './tell-all.ts'

/** Art. 18(1), (a) to (d) in order. */
export const grounds = ['accuracy_contested', 'unlawful_keep', 'needed_by_subject_for_claim', 'objection_pending'] as const
export type Ground = (typeof grounds)[number]

/** What can be restricted by itself: a kind of rows. */
export const restrictable = ['dialogue', 'trade'] as const satisfies readonly Category[]

/** The columns of the person's own row that can be restricted one by one, as declared. */
export function restrictableFields(inventory: readonly Declared[]): readonly string[] {
  return inventory.flatMap(({ byField }) => byField ?? [])
}

/** One of these or none; none is everything about the person (section 5.1, decision 0039). */
export type Scope = {
  readonly category?: (typeof restrictable)[number] | undefined
  /** Columns of the person's own row. */
  readonly fields?: readonly string[] | undefined
  /** A paper of theirs, as declared, with all that hangs on it. */
  readonly document?: string | undefined
}

export type Restriction = {
  readonly ground: Ground
  readonly scope: Scope
  readonly caseId: string
  /** Where it is entered, so that no restore undoes it; this installation's unless given. */
  readonly ledger?: Ledger
}

/** The same person's records that it covers: all of them, but where it is of a value or a paper that stands in one. */
export function covered(subject: Subject, others: readonly Subject[], { fields, document }: Scope): readonly Subject[] {
  return fields === undefined && document === undefined ? [subject, ...others] : [subject]
}

/**
 * From this moment the data are stored and otherwise left alone (section 5.1, promise 2.1-j), wherever the same person is recorded. The
 * row is all there is to it: every view asks for it. Restricting twice for the same case is once.
 */
export async function restrict(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  restriction: Restriction,
  alsoRecordedAs: readonly Subject[],
): Promise<void> {
  const { ground, scope, caseId } = restriction
  await fixPerson(tx, subject)
  const records = covered(subject, alsoRecordedAs, scope)
  const begun = await eachOf({ tx, records }, (record) => restrictRecord(tx, now, record, restriction))
  if (!begun.includes(true)) return
  await noteEvent(tx, now, { accountId: subject.accountId, id: caseId }, { what: 'restricted', by: 'system', facts: { ground } })
}

/** Of the person fixed in the transaction; false when the case has restricted them before. */
async function restrictRecord(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  { ground, scope, caseId, ledger = ledgerIn() }: Restriction,
): Promise<boolean> {
  const { category, fields, document } = scope
  const already = await tx
    .selectFrom('restriction')
    .select('id')
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (already) return false
  const id = newId(now)
  // A paper is known outside by its number, also when it is gone and the restriction is lifted.
  const paper = document === undefined ? undefined : await ownDocument(tx, document)
  await tx
    .insertInto('core.restriction')
    .values({
      account_id: accountId,
      id,
      person_id: personId,
      case_id: caseId,
      ground,
      category: category ?? null,
      fields: fields === undefined ? null : [...fields],
      document: document ?? null,
      document_number: paper?.number ?? null,
      restricted_at: now,
    })
    .execute()
  const said = category ?? fields?.join(', ') ?? (document ? 'one document' : 'all')
  await witness(tx, now, { kind: 'restricted', subject: personId, body: { case: caseId, ground, category: said } })
  // Art. 19: whoever got it from us leaves it alone too.
  await tellAll(tx, now, { accountId, personId }, 'restriction', { scope })
  // Afterwards, for they are told by what they know the person by.
  if (fields !== undefined) await setAside(tx, now, { accountId, personId }, fields)
  const entered = { accountId, personId, restriction: id, case: caseId, ground, category: category ?? null }
  await ledger.enter(tx, now, { what: 'restriction', ...entered, ...(fields && { fields }), ...(document && { document }) })
  return true
}

/** Is it in force already, and is the document theirs? Of the person fixed in the transaction. */
export async function restricts(
  tx: For<'rights_handling'>,
  ground: Ground,
  { category, fields, document }: Scope,
  inventory: readonly Declared[],
): Promise<'not yet' | 'restricted already' | 'nothing of yours'> {
  if (category !== undefined && !restrictable.includes(category)) return 'nothing of yours'
  if (fields?.some((field) => !restrictableFields(inventory).includes(field))) return 'nothing of yours'
  if (document !== undefined && !(await ownDocument(tx, document))) return 'nothing of yours'
  const same = await tx
    .selectFrom('restriction')
    .select('id')
    .where('ground', '=', ground)
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`category is not distinct from ${category ?? null}`)
    .where(sql<boolean>`fields is not distinct from ${fields === undefined ? null : [...fields]}::text[]`)
    .where(sql<boolean>`document is not distinct from ${document ?? null}::uuid`)
    .executeTakeFirst()
  return same ? 'restricted already' : 'not yet'
}
