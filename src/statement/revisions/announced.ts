import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'

export type Announced = {
  readonly revision: number
  readonly effectiveOn: string
  readonly kind: 'material' | 'editorial'
  /** Its day has not come. */
  readonly coming: boolean
  readonly summary: { readonly nb?: string; readonly en?: string }
}

/**
 * The change that every page shows: the newest revision, from the moment it was published until as many days after its day
 * as the statement says (promise 8-c). The first changed nothing.
 */
export async function announced(db: QueryExecutorProvider, now: Date): Promise<Announced | undefined> {
  const today = dayOf(now)
  const { rows } = await sql<Omit<Announced, 'coming'>>`select revision, effective_on as "effectiveOn", kind, summary
    from statement_revision where revision > 1 and effective_on + coalesce(
      (select (value #>> '{revisions.changes-are-visible,shown,days}')::int from setting where key = 'terms'), 30) >= ${today}::date
    order by revision desc limit 1`.execute(db)
  return rows[0] && { ...rows[0], coming: rows[0].effectiveOn > today }
}
