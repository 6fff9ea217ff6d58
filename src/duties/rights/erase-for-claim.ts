import { refuse, type Refusal } from '#refusal'
import type { Erased } from './erase-person.ts'
import { eraseUnlessKept } from './kept-for-claim.ts'
import type { Hands, Office } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { proved, type Channel } from './rights-case.ts'
import { samePerson } from './same-person.ts'

/** Done at the desk for whoever asked by telephone or letter; as whole, and as searched, as when they do it themselves. */
export async function eraseForClaim(
  db: Hands,
  now: Date,
  { claim }: OneClaim,
  { inventory, folder, ledger }: Office,
): Promise<Erased | Refusal<'already answered' | 'identity not shown' | 'nobody to erase' | 'restricted for a claim'>> {
  if (claim.closed_at !== null) return refuse('already answered')
  if (claim.person_id === null) return refuse('nobody to erase')
  if (!proved.includes(claim.identity)) return refuse('identity not shown')
  const subject = { accountId: claim.account_id, personId: claim.person_id }
  const alsoRecordedAs = await samePerson(db.legal, subject)
  return eraseUnlessKept(db.rights, now, subject, {
    inventory,
    channel: claim.channel as Channel,
    alsoRecordedAs,
    ledger,
    ...(folder !== undefined && { folder }),
    claim: { id: claim.id, dueOn: claim.due_on },
  })
}
