import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
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
 * The same rules turned around, so that an expired row is found by one plain comparison: what began before this moment has
 * expired by `now`. Later beginnings never end earlier, so one moment says it all; the database counts them all in one
 * question. A rule that ends nothing has none.
 */
export async function beganBefore(
  db: QueryExecutorProvider,
  asked: readonly RuleId[],
  now: Date,
): Promise<ReadonlyMap<RuleId, Date>> {
  const ending = [...new Set(asked)].filter((rule) => rules[rule].period !== null)
  if (ending.length === 0) return new Map()
  const { rows } = await sql<{ rule: RuleId; at: Date }>`${sql.join(
    ending.map((rule) => firstNotExpired(rule, now)),
    sql` union all `,
  )}`.execute(db)
  return new Map(rows.map(({ rule, at }) => [rule, at]))
}

const midnight = `(day::timestamp at time zone 'Europe/Oslo')`

function firstNotExpired(rule: RuleId, now: Date): RawBuilder<unknown> {
  const { period, from } = rules[rule]
  if (period!.endsWith('hours')) return sql`select ${rule}::text as rule, ${now}::timestamptz - ${period}::interval as at`
  // As far back as a rule may count from another day than the event's own: a whole year, or a run of days off.
  const back = from === 'accounting year end' ? -400 : -20
  return sql`select ${rule}::text as rule, min(${sql.raw(midnight)}) as at from (
      select ((${now}::timestamptz at time zone 'Europe/Oslo')::date - ${period}::interval)::date + n as day
      from generate_series(${sql.lit(back)}, 10) n) d
    where ${sql.raw(expirySql(rule, midnight))} > ${now}`
}
