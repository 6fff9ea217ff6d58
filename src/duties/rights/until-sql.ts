import type { Declared } from '#personal-data'
import { rowEnding } from '#retention'

/** SQL for the last day any of the rows `t` is kept, YYYY-MM-DD; null where no clock has started. */
export function untilSql(table: Declared): string {
  const ending = rowEnding(table)
  return ending === undefined ? 'null::text' : `to_char(max(${ending.at}) at time zone 'Europe/Oslo', 'YYYY-MM-DD')`
}
