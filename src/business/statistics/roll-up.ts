import { sql } from 'kysely'
import { dayOf, type Day } from '#clock'
import type { For } from '#purposes'
import { measureNames, measures } from './measure.ts'

/** How long the counters of a month are kept after its end. */
export const keepMonths = 36

export const weekly = measureNames.filter((measure) => measures[measure].kept === 'week')

/** Rolls up every day that is over and drops its partition, and drops the months that have been kept long enough. */
export async function rollUp(db: For<'web_statistics'>, now: Date): Promise<readonly Day[]> {
  const today = dayOf(now)
  const { rows } = await sql<{ day: Day }>`select statistics.roll_up(${today}, ${weekly}) as day`.execute(db)
  await sql`select statistics.drop_before((${today}::date - make_interval(months => ${keepMonths}))::date)`.execute(db)
  return rows.map(({ day }) => day)
}
