import { sql, type QueryExecutorProvider } from 'kysely'
import { witness } from '#evidence'
import type { Subject } from '#purposes'
import { reasons, type Reason } from './end-relationship.ts'

/**
 * The person came back of their own accord: asked, ordered or signed in. Only that undoes an end, and only until they are
 * gone; what was locked away stays locked. In the caller's transaction, and harmless when nothing had ended.
 */
export async function reopenRelationship(
  tx: QueryExecutorProvider,
  now: Date,
  { accountId, personId }: Subject,
  which: readonly Reason[] = reasons,
): Promise<void> {
  const { numAffectedRows: undone = 0n } = await sql`
    update core.relationship_end t set reopened_at = ${now} from relationship_end e
    where e.account_id = ${accountId} and e.reopened_at is null and (e.person_id = ${personId} or e.person_id is null)
      and e.reason = any (${[...which]}::text[]) and t.account_id = e.account_id and t.id = e.id`.execute(tx)
  if (undone === 0n) return
  await sql`update core.account set ended_at = null where account_id = ${accountId}`.execute(tx)
  await sql`update core.person set left_on = null where account_id = ${accountId} and id = ${personId}`.execute(tx)
  await witness(tx, now, { kind: 'relationship reopened', subject: personId, body: { account: accountId } })
}
