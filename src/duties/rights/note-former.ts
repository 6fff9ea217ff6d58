import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { dataDirectory } from '#files'
import type { Subject } from '#purposes'
import { printsOf, searchKey, type Named } from './fingerprint.ts'

/**
 * Keeps of what was corrected only what an erasure needs to find it again: a fingerprint (section 5.4, "all known
 * identifiers"). In the transaction of the correction; goes with the person.
 */
export async function noteFormer(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, personId }: Subject,
  before: Named,
  key = searchKey(dataDirectory()),
): Promise<void> {
  for (const print of printsOf(key, before))
    await sql`insert into core.former_identifier (account_id, id, person_id, print, at)
      values (${accountId}, ${newId(now)}, ${personId}, ${JSON.stringify(print)}::jsonb, ${now})`.execute(tx)
}
