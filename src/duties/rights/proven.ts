import { type QueryExecutorProvider, sql } from 'kysely'
import { entry, type Witnessed } from '#evidence'
import { enqueueSql } from '#jobs'

/** Evidence that somebody is waiting for a receipt of: the log is sealed as soon as this transaction is over. Answers the entry's id. */
export async function proven(tx: QueryExecutorProvider, now: Date, what: Witnessed): Promise<string> {
  const { id, sql: witnessed } = entry(now, what)
  await sql`with witnessed as (${witnessed}) ${enqueueSql('seal', {}, { key: 'seal' })}`.execute(tx)
  return id
}
