import { type QueryExecutorProvider, sql } from 'kysely'
import { rules, type RuleId } from './rules.ts'

/**
 * SQL for the moment from which a row may not be there any longer, from SQL for the moment its rule counts from; null where
 * the rule has no end or its clock has not begun. The only place that counts (promises 0-e, 4-a; section 4): the day of the
 * event is not counted, a period of months ends with the same date or else the month's last day, it ends at midnight in
 * Oslo, and what is left to the Limitation Act ends on a day people work (foreldelsesloven § 29).
 */
export function expirySql(rule: RuleId, since: string): string {
  const { period, from } = rules[rule]
  if (period === null) return 'null::timestamptz'
  if (period.endsWith('hours')) return `((${since})::timestamptz + interval '${period}')`
  const day = `((${since})::timestamptz at time zone 'Europe/Oslo')::date`
  if (from === 'accounting year end') {
    return `((date_trunc('year', ${day}::timestamp) + interval '1 year' + interval '${period}') at time zone 'Europe/Oslo')`
  }
  const last = `(${day} + interval '${period}')::date`
  return `((${limitationAct.has(rule) ? `house.working_day(${last})` : last} + 1)::timestamp at time zone 'Europe/Oslo')`
}

/** Claim cores: their last day is counted as the claim's own. */
const limitationAct: ReadonlySet<RuleId> = new Set<RuleId>(['R-06', 'R-10'])

/**
 * The same rule turned around, so that an expired row is found by one plain comparison: what began before this moment has
 * expired by `now`. Null: nothing of that rule ever expires. Later beginnings never end earlier, so one moment says it all.
 */
export async function beganBefore(db: QueryExecutorProvider, rule: RuleId, now: Date): Promise<Date | null> {
  const { period, from } = rules[rule]
  if (period === null) return null
  if (period.endsWith('hours')) {
    const { rows } = await sql<{ at: Date }>`select ${now}::timestamptz - ${period}::interval as at`.execute(db)
    return rows[0]!.at
  }
  const midnight = `(day::timestamp at time zone 'Europe/Oslo')`
  // What began in the same accounting year ends together; else a few holidays and the lengths of months are all that moves a day.
  const around = from === 'accounting year end' ? [-400, 40] : [-15, 5]
  const { rows } = await sql<{ at: Date | null }>`
    select min(${sql.raw(midnight)}) as at from (
      select ((${now}::timestamptz at time zone 'Europe/Oslo')::date - ${period}::interval)::date + n as day from generate_series(${sql.lit(around[0])}, ${sql.lit(around[1])}) n) d
    where ${sql.raw(expirySql(rule, midnight))} > ${now}`.execute(db)
  return rows[0]!.at
}
