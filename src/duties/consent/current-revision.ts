import { type QueryExecutorProvider, sql } from 'kysely'

/** The number of the statement in force, on any handle: what a form shows and the record of what it collects keeps (promise 0-h). */
export async function currentRevision(db: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ revision: number | null }>`
    select max(revision) as revision from statement_revision where effective_on <= (now() at time zone 'Europe/Oslo')::date`.execute(
    db,
  )
  const revision = rows[0]?.revision
  if (!revision) throw new Error('no statement is in force: nothing may be collected before one is published')
  return revision
}
