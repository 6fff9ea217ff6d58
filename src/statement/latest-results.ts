import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Result } from '#sentence'

type Row = Omit<Result, 'found' | 'of'> & { found: bigint; of: bigint | null }

/** What each control found last. Pass 'evidence' as schema on the owner's handle; a purpose's handle needs none. */
export async function latestResults(db: QueryExecutorProvider, schema?: 'evidence'): Promise<Result[]> {
  const { rows } = await sql<Row>`${withLatest(schema)} select * from latest`.execute(db)
  return rows.map((row) => ({ ...row, found: Number(row.found), of: row.of === null ? null : Number(row.of) }))
}

/**
 * They are `latest` in the query that goes on from here. The index leads from each control to the next: there is a result of each for
 * every night, and after a year to sort them all took 180 milliseconds where this takes 4.
 */
export function withLatest(schema?: 'evidence'): RawBuilder<unknown> {
  const table = sql.table(schema ? `${schema}.control_result` : 'control_result')
  const columns = sql.raw(`sentence, control, found, "of", state, at`)
  const first = sql.raw(`order by sentence, control, at desc limit 1`)
  return sql`with recursive latest as (
    (select ${columns} from ${table} ${first})
    union all
    select next.* from latest, lateral (
      select ${columns} from ${table} r where (r.sentence, r.control) > (latest.sentence, latest.control) ${first}) next)`
}
