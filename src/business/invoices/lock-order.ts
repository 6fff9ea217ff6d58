import { type QueryExecutorProvider, sql } from 'kysely'

/** Whoever delivers, cancels or invoices the same order waits here until this transaction has ended. */
export async function lockOrder(tx: QueryExecutorProvider, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
}
