import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { DB } from '#database'

const setting = 'evidence-key'

/** The public half of the key that the log is signed with, SPKI in PEM; undefined before anything was signed. */
export async function publishedKey(db: QueryExecutorProvider, schema?: 'core'): Promise<string | undefined> {
  const { rows } = await sql<{
    value: string
  }>`select value from ${sql.table(schema ? `${schema}.setting` : 'setting')} where key = ${setting}`.execute(db)
  return rows[0]?.value
}

/** Published where every page can read it: a page needs no access to the secrets to show what anybody may know. */
export async function publishKey(tx: Kysely<DB>, now: Date, publicKey: string): Promise<void> {
  const value = JSON.stringify(publicKey)
  await sql`insert into core.setting (key, value, changed_at) values (${setting}, ${value}::jsonb, ${now})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at where setting.value <> excluded.value`.execute(
    tx,
  )
}
