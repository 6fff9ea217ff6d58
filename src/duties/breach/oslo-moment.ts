import { type QueryExecutorProvider, sql } from 'kysely'

/** What a clock on a wall in Oslo shows (`2026-11-24T10:15`), as a moment. The database knows when the clock was turned. */
export async function osloMoment(db: QueryExecutorProvider, wall: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select ${wall}::timestamp at time zone 'Europe/Oslo' as at`.execute(db)
  return rows[0]!.at
}
