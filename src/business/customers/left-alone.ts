import { type QueryExecutorProvider, sql } from 'kysely'
import type { Subject } from '#purposes'

/**
 * What is restricted is stored and otherwise left alone, so we change nothing of it (section 5.1 no. 3). The views hide it from reading;
 * this is for the acts that write without reading. True for everything about the person, or for that field.
 */
export async function isLeftAlone(tx: QueryExecutorProvider, { accountId, personId }: Subject, field = ''): Promise<boolean> {
  const { rows } =
    await sql`select 1 from restriction where account_id = ${accountId} and person_id = ${personId} and lifted_at is null
    and category is null and document is null and (fields is null or ${field} = any(fields)) limit 1`.execute(tx)
  return rows.length > 0
}
