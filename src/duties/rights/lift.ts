import { ledgerIn, type Ledger } from '#ledger'
import { witness } from '#evidence'
import { actingAs, type For, type Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { proven } from './proven.ts'
import type { Scope } from './restrict.ts'
import { closeCase, noteEvent } from './rights-case.ts'
import { putBack } from './set-aside.ts'
import { tellAll } from './tell-all.ts'

type Lifting = { readonly id: string; readonly caseId: string; readonly by: 'system' | 'person' }

/**
 * From this moment the data are used again, and whoever was told to leave them alone is told that too (art. 19, promise X-11). Of the
 * person fixed in the transaction; false when it did not stand any more.
 */
export async function lift(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  { id, caseId, by }: Lifting,
  ledger: Ledger,
): Promise<boolean> {
  const { accountId, personId } = subject
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
  await noteEvent(tx, now, { accountId, id: caseId }, { what: 'restriction lifted', by })
  await witness(tx, now, { kind: 'restriction lifted', subject: personId, body: { case: caseId, by } })
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
export function liftOwn(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  id: string,
  ledger: Ledger = ledgerIn(),
): Promise<{ readonly receipt: string } | Refusal<'not restricted'>> {
  const { accountId, personId } = subject
  return actingAs(db, subject, async (tx) => {
    const found = await tx.selectFrom('restriction').select(['case_id', 'ground']).where('id', '=', id).executeTakeFirst()
    if (!found?.case_id) return refuse('not restricted')
    const { case_id: caseId, ground } = found
    if (!(await lift(tx, now, subject, { id, caseId, by: 'person' }, ledger))) return refuse('not restricted')
    if (ground === 'objection_pending') await objectionTakenBack(tx, now, subject)
    const waits = await tx
      .selectFrom('rights_case')
      .select('id')
      .where('id', '=', caseId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (waits) await closeCase(tx, now, accountId, caseId, { answer: 'taken back' })
    const receipt = await proven(tx, now, { kind: 'restriction taken back', subject: personId, body: { case: caseId } })
    return { receipt }
  })
}

async function objectionTakenBack(tx: For<'rights_handling'>, now: Date, { accountId }: Subject): Promise<void> {
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
