import { newId } from '#database'
import { witness } from '#evidence'
import { ledgerIn, type Ledger } from '#ledger'
import type { Category } from '#personal-data'
import { instructSuppliers } from '#processors'
import { fixPerson, type For, type Subject } from '#purposes'
import { noteEvent } from './rights-case.ts'

/** Art. 18(1), (a) to (d) in order. */
export const grounds = ['accuracy_contested', 'unlawful_keep', 'needed_by_subject_for_claim', 'objection_pending'] as const
export type Ground = (typeof grounds)[number]

/** What can be restricted by itself: a kind of rows. The person's own row has one scope only, all of it (decision 0017). */
export const restrictable = ['dialogue', 'trade'] as const satisfies readonly Category[]

export type Restriction = {
  readonly ground: Ground
  /** Undefined: everything about the person. */
  readonly category?: (typeof restrictable)[number] | undefined
  readonly caseId: string
  /** Where it is entered, so that no restore undoes it; this installation's unless given. */
  readonly ledger?: Ledger
}

/**
 * From this moment the data are stored and otherwise left alone (section 5.1, promise 2.1-j). The row is all there is to it:
 * every view asks for it. Restricting twice for the same case is once.
 */
export async function restrict(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId, personId }: Subject,
  { ground, category, caseId, ledger = ledgerIn() }: Restriction,
): Promise<void> {
  const already = await tx
    .selectFrom('restriction')
    .select('id')
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (already) return
  const id = newId(now)
  await tx
    .insertInto('core.restriction')
    .values({
      account_id: accountId,
      id,
      person_id: personId,
      case_id: caseId,
      ground,
      category: category ?? null,
      restricted_at: now,
    })
    .execute()
  await noteEvent(tx, now, { accountId, id: caseId }, { what: 'restricted', by: 'system', facts: { ground } })
  await witness(tx, now, { kind: 'restricted', subject: personId, body: { case: caseId, ground, category: category ?? 'all' } })
  // Art. 19: whoever got it from us leaves it alone too. Their view of it is read as the person's own.
  await fixPerson(tx, { accountId, personId })
  await instructSuppliers(tx, now, { accountId, personId }, { kind: 'restriction' })
  const entered = { accountId, personId, restriction: id, case: caseId, ground, category: category ?? null }
  await ledger.enter(tx, now, { what: 'restriction', ...entered })
}
