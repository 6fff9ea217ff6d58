import { sql } from 'kysely'
import type { Erasing } from './erase-person.ts'

/** The case stays open until everything has been searched; what the search recognises them by is kept that long, and no longer. */
export async function searchTonight({ tx, now, records, claim, known }: Erasing, certificateId: string): Promise<void> {
  await sql`insert into core.erasure_search (account_id, case_id, certificate_id, erased_at, sought)
    values (${records[0].accountId}, ${claim.id}, ${certificateId}, ${now}, ${JSON.stringify(known.prints)}::jsonb)
    on conflict do nothing`.execute(tx)
}
