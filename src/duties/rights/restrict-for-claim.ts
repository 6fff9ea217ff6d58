import { actingAs, type For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { keyOf } from './claim-acts.ts'
import type { OneClaim } from './one-claim.ts'
import { restrict, type Ground, type Scope } from './restrict.ts'

/** By the privacy officer, on the ground the person gave; from this moment. */
export function restrictForClaim(
  db: For<'rights_handling'>,
  now: Date,
  found: OneClaim,
  ground: Ground,
  scope: Scope,
): Promise<{ readonly restricted: true } | Refusal<'no person'>> {
  const { accountId, id: caseId } = keyOf(found)
  const personId = found.claim.person_id
  if (personId === null) return Promise.resolve(refuse('no person'))
  return actingAs(db, { accountId, personId }, async (tx) => {
    await restrict(tx, now, { accountId, personId }, { ground, scope, caseId })
    return { restricted: true }
  })
}
