import type { For, Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { erasePerson, type Erased, type Order } from './erase-person.ts'

/**
 * Two rights at once: whoever demands that the data be kept for them (art. 18(1)(b) and (c)) and also that they be erased, must be
 * asked which. True while such a restriction stands, or such a claim waits: then nothing is erased by itself.
 */
export async function keptForClaim(
  db: For<'legal_obligation'> | For<'rights_handling'>,
  { accountId, personId }: Subject,
): Promise<boolean> {
  const either = db as For<'rights_handling'>
  const stands = await either
    .selectFrom('restriction')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .where('ground', 'in', ['unlawful_keep', 'needed_by_subject_for_claim'])
    .executeTakeFirst()
  const waits = await either
    .selectFrom('rights_case')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'restriction')
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return stands !== undefined || waits !== undefined
}

class Kept extends Error {}

/**
 * The same as an erasure, unless they want any of their records kept: that is asked when the person is held still, so that of two rights
 * at once the first stands. What cannot be undone waits until they have said which.
 */
export async function eraseUnlessKept(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  order: Order,
): Promise<Erased | Refusal<'restricted for a claim'>> {
  const asks = async (tx: For<'rights_handling'>, record: Subject) => {
    if (await keptForClaim(tx, record)) throw new Kept()
  }
  try {
    return await erasePerson(db, now, subject, { ...order, heldStill: asks })
  } catch (error) {
    if (error instanceof Kept) return refuse('restricted for a claim')
    throw error
  }
}
