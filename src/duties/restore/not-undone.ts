import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { outstanding, readLedger, type Line } from '#ledger'
import type { Declared } from '#personal-data'

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

async function notSuppressed(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const hashes = lines.flatMap((line) => (line.what === 'suppression' ? [line.address] : []))
  const { rows } = await sql<{ hash: string }>`select hash from unnest(${hashes}::text[]) hash
    where not exists (select 1 from core.suppression s where s.address_hash = hash)`.execute(db)
  return rows.map(({ hash }) => `suppression ${hash.slice(0, 8)}`)
}

// Only of those who are here: whoever was erased afterwards, or came after the backup, has no row to object for.
async function notObjecting(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const persons = lines.flatMap((line) => (line.what === 'objection' ? [line.personId] : []))
  const { rows } = await sql<{ id: string }>`select p.id from core.person p where p.id = any(${persons}::uuid[])
    and not exists (select 1 from core.objection o where o.account_id = p.account_id and o.person_id = p.id)`.execute(db)
  return rows.map(({ id }) => `objection ${id}`)
}

async function notRestricted(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const lifted = new Set(lines.flatMap((line) => (line.what === 'lifting' ? [line.restriction] : [])))
  const standing = lines.filter((line) => line.what === 'restriction').filter(({ restriction }) => !lifted.has(restriction))
  const ids = standing.map(({ restriction }) => restriction)
  const persons = standing.map(({ personId }) => personId)
  const { rows } = await sql<{ id: string }>`select t.id from unnest(${ids}::uuid[], ${persons}::uuid[]) as t (id, person)
    join core.person p on p.id = t.person
    where not exists (select 1 from core.restriction r where r.id = t.id and r.lifted_at is null)`.execute(db)
  return rows.map(({ id }) => `restriction ${id}`)
}

export function erasedIn(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.what === 'erasure' ? line.persons.map(({ personId }) => personId) : []))
}
