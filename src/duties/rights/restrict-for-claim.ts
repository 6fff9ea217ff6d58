import { actingInAll } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { keyOf } from './claim-acts.ts'
import type { Hands } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { restrict, type Ground, type Scope } from './restrict.ts'
import { samePerson } from './same-person.ts'

/** By the privacy officer, on the ground the person gave; from this moment. */
export async function restrictForClaim(
  db: Hands,
  now: Date,
  found: OneClaim,
  ground: Ground,
  scope: Scope,
): Promise<{ readonly restricted: true } | Refusal<'no person'>> {
  const { accountId, id: caseId } = keyOf(found)
  const personId = found.claim.person_id
  if (personId === null) return refuse('no person')
  const subject = { accountId, personId }
  const others = await samePerson(db.legal, subject)
  return actingInAll(db.rights, [subject, ...others], async (tx, [, ...also]) => {
    await restrict(tx, now, subject, { ground, scope, caseId }, also)
    return { restricted: true }
  })
}
