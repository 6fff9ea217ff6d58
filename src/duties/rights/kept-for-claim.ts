import type { For, Subject } from '#purposes'

/**
 * Two rights at once: whoever demands that the data be kept for them (art. 18(1)(b) and (c)) and also that they be erased, must be
 * asked which. True while such a restriction stands, or such a claim waits: then nothing is erased by itself.
 */
export async function keptForClaim(db: For<'legal_obligation'>, { accountId, personId }: Subject): Promise<boolean> {
  const stands = await db
    .selectFrom('restriction')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .where('ground', 'in', ['unlawful_keep', 'needed_by_subject_for_claim'])
    .executeTakeFirst()
  const waits = await db
    .selectFrom('rights_case')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'restriction')
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return stands !== undefined || waits !== undefined
}
