import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { readLedger, type Line } from '#ledger'

/**
 * What the ledger says was done and does not stand in the database, as the table and the line. A line of the last minute may be of an act
 * that is not committed yet. Looked for by other means than the acts themselves use.
 */
export async function standsNot(
  db: Kysely<DB>,
  now: Date,
  dataDir: string,
  whats: readonly Line['what'][],
): Promise<{ readonly which: readonly string[]; readonly of: number }> {
  const lines = readLedger(dataDir).filter(({ at }) => now.getTime() - new Date(at).getTime() > 60_000)
  const looks = {
    erasure: erasedHere,
    objection: notObjecting,
    restriction: notRestricted,
    lifting: notLifted,
    withdrawal: notWithdrawn,
  }
  const all = { ...looks, suppression: notSuppressed } satisfies Record<Line['what'], Look>
  const found = await Promise.all(whats.map((what) => all[what](db, lines)))
  return { which: found.flat(), of: lines.filter(({ what }) => whats.includes(what)).length }
}

type Look = (db: Kysely<DB>, lines: readonly Line[]) => Promise<string[]>

async function erasedHere(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const persons = lines.flatMap((line) => (line.what === 'erasure' ? line.persons.map(({ personId }) => personId) : []))
  const { rows } = await sql<{ id: string }>`select id from core.person where id = any(${persons}::uuid[])
    union all select id from archive.person where id = any(${persons}::uuid[])`.execute(db)
  return rows.map(({ id }) => `core.person ${id}`)
}

export async function notSuppressed(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const hashes = lines.flatMap((line) => (line.what === 'suppression' ? [line.address] : []))
  const { rows } = await sql<{ hash: string }>`select hash from unnest(${hashes}::text[]) hash
    where not exists (select 1 from core.suppression s where s.address_hash = hash)`.execute(db)
  return rows.map(({ hash }) => `core.suppression ${hash.slice(0, 8)}`)
}

// Only of those who are here: whoever was erased afterwards, or came after the backup, has no row to object for.
export async function notObjecting(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const objections = lines.filter((line) => line.what === 'objection')
  const [persons, scopes] = [objections.map(({ personId }) => personId), objections.map(({ scope }) => scope)]
  const { rows } = await sql<{ id: string }>`select distinct p.id from unnest(${persons}::uuid[], ${scopes}::text[]) t (id, scope)
    join core.person p on p.id = t.id where not exists (select 1 from core.objection o
      where o.account_id = p.account_id and o.person_id = p.id and o.lifted_at is null and o.scope in ('contact', t.scope))`.execute(
    db,
  )
  return rows.map(({ id }) => `core.objection of ${id}`)
}

export async function notRestricted(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const lifted = new Set(lines.flatMap((line) => (line.what === 'lifting' ? [line.restriction] : [])))
  const standing = lines.filter((line) => line.what === 'restriction').filter(({ restriction }) => !lifted.has(restriction))
  const ids = standing.map(({ restriction }) => restriction)
  const persons = standing.map(({ personId }) => personId)
  const { rows } = await sql<{ id: string }>`select t.id from unnest(${ids}::uuid[], ${persons}::uuid[]) as t (id, person)
    join core.person p on p.id = t.person
    where not exists (select 1 from core.restriction r where r.id = t.id and r.lifted_at is null)`.execute(db)
  return rows.map(({ id }) => `core.restriction ${id}`)
}

async function notLifted(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const ids = lines.flatMap((line) => (line.what === 'lifting' ? [line.restriction] : []))
  const { rows } = await sql<{
    id: string
  }>`select id from core.restriction where id = any(${ids}::uuid[]) and lifted_at is null`.execute(db)
  return rows.map(({ id }) => `core.restriction ${id}`)
}

async function notWithdrawn(db: Kysely<DB>, lines: readonly Line[]): Promise<string[]> {
  const ids = lines.flatMap((line) => (line.what === 'withdrawal' ? [line.consent] : []))
  const { rows } = await sql<{
    id: string
  }>`select id from core.consent where id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(db)
  return rows.map(({ id }) => `core.consent ${id}`)
}
