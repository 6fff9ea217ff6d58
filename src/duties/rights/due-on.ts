import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#clock'

/**
 * SQL for the last day for answering a claim received that day (Europe/Oslo): the earlier of 30 days later and the same day of the
 * next month, or that month's last; never moved to a working day (promise 7-b; GDPR art. 12(3), Regulation 1182/71 art. 3).
 */
export function dueSql(receivedOn: Day): RawBuilder<Day> {
  return sql<Day>`least(${receivedOn}::date + 30, (${receivedOn}::date + interval '1 month')::date)`
}
