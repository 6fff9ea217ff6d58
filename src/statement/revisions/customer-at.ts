import { sql } from 'kysely'
import type { For, Subject } from '#purposes'

/** The person with that address whom we know best: the last one active. */
export async function customerAt(db: For<'legal_obligation'>, email: string): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`select account_id as "accountId", id as "personId" from person
    where lower(email) = lower(${email}) order by last_active_at desc limit 1`.execute(db)
  return rows[0]
}
