import { sql, type QueryExecutorProvider } from 'kysely'
import type { Subject } from '#purposes'
import { reopenRelationship } from './reopen-relationship.ts'

/**
 * The person did something of their own accord: 24 months of silence count from here, and an end is undone. Whoever only
 * signs in, to look or to read when what is deleted, undoes nothing they asked for. In the caller's transaction, and before
 * anything else of theirs is written: an erasure under way is waited for, and false says that nobody is left.
 */
export async function noteActivity(
  tx: QueryExecutorProvider,
  now: Date,
  subject: Subject,
  did: 'asked' | 'ordered' | 'signed in',
): Promise<boolean> {
  const { accountId, personId } = subject
  const { numAffectedRows: found = 0n } = await sql`update core.person set last_active_at = ${now}
    where account_id = ${accountId} and id = ${personId}`.execute(tx)
  if (found === 0n) return false
  await sql`update core.account set last_active_at = ${now} where account_id = ${accountId}`.execute(tx)
  await reopenRelationship(tx, now, subject, did === 'signed in' ? ['inactive'] : undefined)
  return true
}
