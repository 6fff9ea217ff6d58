import { type QueryExecutorProvider, sql } from 'kysely'
import type { Result } from '#sentence'

type Row = Omit<Result, 'found' | 'of'> & { found: bigint; of: bigint | null }

/** What each control found last. Pass 'evidence' as schema on the owner's handle; a purpose's handle needs none. */
export async function latestResults(db: QueryExecutorProvider, schema?: 'evidence'): Promise<Result[]> {
  const table = sql.table(schema ? `${schema}.control_result` : 'control_result')
  const { rows } = await sql<Row>`select distinct on (sentence, control) sentence, control, found, "of", state, at
    from ${table} order by sentence, control, at desc`.execute(db)
  return rows.map((row) => ({ ...row, found: Number(row.found), of: row.of === null ? null : Number(row.of) }))
}
