import { type QueryExecutorProvider, sql } from 'kysely'

/** Whoever changes the same quote waits here until this transaction has ended. */
export async function lockQuote(tx: QueryExecutorProvider, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
}
