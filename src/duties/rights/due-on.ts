import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Day } from '#clock'

/**
 * The last day for answering a claim received that day (Europe/Oslo): the earlier of 30 days later and the same day of the
 * next month, or that month's last; never moved to a working day (promise 7-b; GDPR art. 12(3), Regulation 1182/71 art. 3).
 */
export async function dueOn(db: QueryExecutorProvider, receivedOn: Day): Promise<Day> {
  const { rows } = await sql<{ due: Day }>`select ${dueSql(receivedOn)} as due`.execute(db)
  return rows[0]!.due
}

/** The same, counted by the database as the claim is filed. */
export function dueSql(receivedOn: Day): RawBuilder<Day> {
  return sql<Day>`least(${receivedOn}::date + 30, (${receivedOn}::date + interval '1 month')::date)`
}
