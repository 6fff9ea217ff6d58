import { type QueryExecutorProvider, sql } from 'kysely'
import { data } from 'react-router'
import { alsoAsPerson, isHere } from '#purposes'
import type { CaseKey, Claimant } from './rights-case.ts'

/**
 * Whoever the claim is about stays until the answer stands, first of all (decision 0053). An erasure takes them out of their cases: one that
 * was first is told as it is to whoever acts themselves, and nothing is written about nobody. Who lies only in the archive is held by the case.
 */
export async function holdClaim(tx: QueryExecutorProvider, { accountId, id, personId }: CaseKey & Claimant): Promise<void> {
  if (personId === null) return
  const subject = { accountId, personId }
  await alsoAsPerson(tx, subject, (theirs) => isHere(theirs, subject))
  const { rows } = await sql`select 1 from core.rights_case
    where account_id = ${accountId} and id = ${id} and person_id = ${personId} for no key update`.execute(tx)
  if (rows.length === 0) throw data('erased', { status: 410 })
}
