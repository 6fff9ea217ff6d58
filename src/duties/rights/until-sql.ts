import type { Declared } from '#personal-data'
import { expirySql, type RuleId } from '#retention'

/** SQL for the last day any of the rows `t` is kept, YYYY-MM-DD; null where no clock has started. */
export function untilSql(table: Declared, rule: RuleId): string {
  if (table.since === undefined) return 'null::text'
  return `to_char(max((${expirySql(rule, table.since)})) at time zone 'Europe/Oslo', 'YYYY-MM-DD')`
}
