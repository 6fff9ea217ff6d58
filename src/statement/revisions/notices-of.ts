import { type QueryExecutorProvider, sql } from 'kysely'

/** How many customers were written to about each revision. */
export async function noticesOf(db: QueryExecutorProvider): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ revision: number; told: number }>`select revision, count(*)::int as told from revision_notice
    group by revision`.execute(db)
  return new Map(rows.map(({ revision, told }) => [revision, told]))
}
