import type { Declared } from '#personal-data'
import { rowEnding } from '#retention'

/**
 * SQL for the last day any of the rows `t` is kept, YYYY-MM-DD, and for the rule that keeps it till then: rows of one table
 * end by different rules, and a date is told with its own law (promise 7-j). Null where no clock has started.
 */
export function lastEndSql(table: Declared): { readonly until: string; readonly rule: string } {
  const ending = rowEnding(table)
  if (ending === undefined) return { until: 'null::text', rule: 'null::text' }
  return {
    until: `to_char(max(${ending.at}) at time zone 'Europe/Oslo', 'YYYY-MM-DD')`,
    rule: `(array_agg(${ending.rule} order by ${ending.at} desc nulls last))[1]`,
  }
}
