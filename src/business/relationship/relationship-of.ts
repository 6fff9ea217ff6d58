import { sql, type QueryExecutorProvider } from 'kysely'
import type { Subject } from '#purposes'
import type { Reason } from './end-relationship.ts'
import { nothingOpen } from './nothing-open.ts'

/** `ending`: over, but something is still open between us, so that deletion waits. */
type Relationship =
  | { readonly state: 'going on' }
  | { readonly state: 'ending' | 'ended'; readonly endedAt: Date; readonly reason: Reason; readonly suppliersToldAt: Date | null }

/** How it stands with that person; asks the views of the caller's purpose. */
export async function relationshipOf(db: QueryExecutorProvider, { accountId, personId }: Subject): Promise<Relationship> {
  const { rows } = await sql<{ ended_at: Date; reason: Reason; suppliers_told_at: Date | null; settled: boolean }>`
    select e.ended_at, e.reason, e.suppliers_told_at, ${sql.raw(nothingOpen('e.account_id', 'e.person_id'))} as settled from relationship_end e
    where e.account_id = ${accountId} and e.person_id = ${personId} and e.reopened_at is null order by e.ended_at limit 1`.execute(
    db,
  )
  const end = rows[0]
  if (!end) return { state: 'going on' }
  return {
    state: end.settled ? 'ended' : 'ending',
    endedAt: end.ended_at,
    reason: end.reason,
    suppliersToldAt: end.suppliers_told_at,
  }
}
