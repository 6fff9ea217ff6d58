import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * What a clock on a wall in Oslo shows (`2026-11-24T10:15`), as a moment. The database knows when the clock was turned. In the hour that
 * comes twice the first is meant, so that no deadline is counted an hour too late; where something ended, the last.
 */
export async function osloMoment(db: QueryExecutorProvider, wall: string, twice: 'first' | 'last' = 'first'): Promise<Date> {
  const { rows } = await sql<{ first: Date; last: Date }>`
    select min(at) as first, max(at) as last from (select ${wall}::timestamp at time zone 'Europe/Oslo' + n * interval '1 hour' as at, n
      from generate_series(-1, 1) n) t where n = 0 or at at time zone 'Europe/Oslo' = ${wall}::timestamp`.execute(db)
  return rows[0]![twice]
}
