import { type Kysely, sql } from 'kysely'
import type { Declared } from '#personal-data'
import { declarationsHash, layerSql } from './layer.ts'

// Any number would do, as long as it is ours and not the migrations'.
const advisoryLock = 7_239_014_552

/** Rebuilds roles, views and grants in one transaction, only when the declarations changed. Says whether it did. */
export async function buildLayer(
  owner: Kysely<any>,
  inventory: readonly Declared[],
  now: Date,
  loginRole = 'ordholden_app',
): Promise<boolean> {
  const hash = declarationsHash(inventory, loginRole)
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(tx)
    const { rows } = await sql<{ declarations_hash: string }>`select declarations_hash from house.layer`.execute(tx)
    if (rows[0]?.declarations_hash === hash) return false
    await sql.raw(layerSql(inventory, loginRole)).execute(tx)
    await sql`insert into house.layer (declarations_hash, built_at) values (${hash}, ${now})
      on conflict (one) do update set declarations_hash = excluded.declarations_hash, built_at = excluded.built_at`.execute(tx)
    return true
  })
}
