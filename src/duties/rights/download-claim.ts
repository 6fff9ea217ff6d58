import { asPerson, type For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import type { Asked, Delivered } from './access-package.ts'
import type { LinkedClaim } from './claim-by-link.ts'
import { handOver } from './give-access.ts'
import { holdClaim } from './hold-claim.ts'
import { portablePackage } from './portable-package.ts'
import { noteEvent } from './rights-case.ts'

/**
 * What a claim for access or portability was answered with, by a link that was sent to the registered address and opened
 * there; also when the case has been closed, until the link expires (promise 7-d). A claim nobody proved hands out nothing.
 */
export function downloadClaim(
  db: For<'rights_handling'>,
  now: Date,
  claim: LinkedClaim,
  asked: Asked,
): Promise<Delivered | Refusal<'not ready'>> {
  const { accountId, personId, id, kind, purpose, confirmed, shows } = claim
  const opened = shows && (purpose === 'download' || confirmed)
  if (personId === null || !opened || (kind !== 'access' && kind !== 'portability')) return Promise.resolve(refuse('not ready'))
  const subject = { accountId, personId }
  return asPerson(db, subject, async (tx) => {
    await holdClaim(tx, claim)
    await noteEvent(tx, now, { accountId, id }, { what: 'downloaded', by: 'person' })
    return kind === 'access' ? handOver(tx, now, subject, asked, id) : portablePackage(tx, now, subject, asked.inventory, id)
  })
}
