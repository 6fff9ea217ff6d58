import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { outstanding, readLedger, type Line } from '#ledger'
import type { Declared } from '#personal-data'
import { notObjecting, notRestricted, notSuppressed } from './stands-not.ts'

/**
 * What a database lacks of the ledger, looked for by other means than the acts themselves use: lines not carried out, erased persons in
 * any column of any table, addresses missing from the suppression list, objections that do not stand. Each as the place and the line.
 */
export async function notUndone(db: Kysely<DB>, dataDir: string, inventory: readonly Declared[]): Promise<readonly string[]> {
  const lines = readLedger(dataDir)
  const waiting = await outstanding(db, dataDir)
  return [
    ...waiting.map(({ id }) => `ledger ${id}`),
    ...(await stillHere(db, erasedIn(lines), inventory)),
    ...(await notSuppressed(db, lines)),
    ...(await notObjecting(db, lines)),
    ...(await notRestricted(db, lines)),
  ]
}

/** Where the ids of persons who were erased stand all the same, but for rows that a law keeps. */
export async function stillHere(db: Kysely<DB>, ids: readonly string[], inventory: readonly Declared[]): Promise<string[]> {
  if (ids.length === 0) return []
  const kept = inventory.filter(({ erasure }) => erasure === 'keep').map(({ table }) => table as string)
  const { rows } = await sql<{ where: string }>`select r."table" || '.' || r."column" as "where"
    from house.residue(${ids.join('|')}, ${ids}::uuid[], ${ids}::text[], '{}') r
    where r."rows" > 0 and replace(r."table", '"', '') <> all(${kept}::text[])`.execute(db)
  const persons = await sql<{ id: string }>`select id from core.person where id = any(${ids}::uuid[])`.execute(db)
  return [...rows.map(({ where }) => where), ...persons.rows.map(({ id }) => `core.person ${id}`)]
}

export function erasedIn(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.what === 'erasure' ? line.persons.map(({ personId }) => personId) : []))
}
