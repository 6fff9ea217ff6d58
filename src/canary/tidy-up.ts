import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'

/**
 * After rows are gone: their place is given free in tables and indexes, and PostgreSQL forgets the samples of values that it keeps for
 * planning (`pg_statistic` holds real addresses and names). It would do so itself some day; after an erasure some day is too late.
 */
export async function tidyUp(owner: Kysely<DB>): Promise<void> {
  await sql`vacuum (analyze)`.execute(owner)
  await forgetEmptied(owner)
  // What was just forgotten are dead rows there; vacuuming everything may have come past before they died.
  await sql`vacuum pg_catalog.pg_statistic`.execute(owner)
}

// ANALYZE leaves the samples of a table that has become empty as they were; from version 18 on they can be cleared.
async function forgetEmptied(owner: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select s.schemaname as schema, s.tablename as "table", s.attname as "column" from pg_stats s
    join pg_class c on c.relname = s.tablename and c.relnamespace::regnamespace::text = s.schemaname
    where c.reltuples = 0 and not s.inherited and s.schemaname !~ '^(pg_|information_schema)'
      and to_regproc('pg_catalog.pg_clear_attribute_stats') is not null`.execute(owner)
  for (const { schema, table, column } of rows)
    await sql`select pg_clear_attribute_stats(${schema}, ${table}, ${column}, false)`.execute(owner)
}
