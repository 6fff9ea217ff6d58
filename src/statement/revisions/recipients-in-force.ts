import { type QueryExecutorProvider, sql } from 'kysely'
import { dayOf } from '#clock'

/** Whom the statement in force names as recipients, by their ids in the register (promises 5-h, 8-a). On any purpose's handle. */
export async function recipientsInForce(db: QueryExecutorProvider, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r ->> 'id' as id from (select terms from statement_revision where effective_on <= ${dayOf(now)}::date order by revision desc limit 1) s,
      jsonb_array_elements(s.terms -> 'processors.only-those-listed' -> 'recipients') r`.execute(db)
  return rows.map(({ id }) => id)
}
