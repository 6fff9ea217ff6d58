/** What the program makes of an empty database, kept in the data folder: whoever owns the database cannot reach it. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type DB, type Definitions, definitionsOf, migrate, migrationsHash, openDatabase } from '#database'
import { inventory } from '#inventory'
import { buildLayer, declarationsHash } from '#purposes'
import { buildRights, rightsHash } from '#rights'

type Kept = { readonly of: string; readonly definitions: readonly (readonly [string, string])[] }
type Place = { readonly owner: Kysely<DB>; readonly ownerUrl: string; readonly dataDir: string }

/**
 * The definitions of a database that this program made, on this server. Made anew, beside the one in use, when the migrations, the
 * declarations or the server are others than the last time; that takes a few seconds, and asking again next to nothing.
 */
export async function reference({ owner, ownerUrl, dataDir }: Place, now: Date): Promise<Definitions> {
  const path = join(dataDir, 'reference.json')
  const of = await madeOf(owner)
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : undefined
  if (kept?.of === of) return new Map(kept.definitions)
  const definitions = await inAnEmptyDatabase(owner, ownerUrl, (url) => made(url, now))
  writeFileSync(`${path}.new`, JSON.stringify({ of, definitions: [...definitions] } satisfies Kept), { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return definitions
}

async function madeOf(owner: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ server: string }>`select version() || current_user as server`.execute(owner)
  const parts = [
    rows[0]!.server,
    migrationsHash(),
    declarationsHash(inventory, 'ordholden_app'),
    await rightsHash(owner, inventory),
  ]
  return createHash('sha256')
    .update([...parts, readFileSync(import.meta.filename, 'utf8')].join('\n'))
    .digest('hex')
}

async function made(url: string, now: Date): Promise<Definitions> {
  await migrate(url)
  const db = openDatabase<DB>(url, { max: 1, applicationName: 'ordholden reference' })
  try {
    await buildLayer(db, inventory, now)
    await buildRights(db, inventory)
    return await definitionsOf(db)
  } finally {
    await db.destroy()
  }
}

const prefix = 'ordholden_reference_'

/** One that is gone afterwards; what a killed look left is cleared by the next. */
async function inAnEmptyDatabase<Answer>(
  owner: Kysely<DB>,
  ownerUrl: string,
  act: (url: string) => Promise<Answer>,
): Promise<Answer> {
  const left = await sql<{ name: string }>`select datname as name from pg_database d where datname like ${`${prefix}%`}
    and not exists (select 1 from pg_stat_activity a where a.datid = d.oid)`.execute(owner)
  for (const { name } of left.rows) await sql`drop database if exists ${sql.id(name)}`.execute(owner)
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  await sql`create database ${sql.id(name)} template template0`.execute(owner)
  try {
    const url = new URL(ownerUrl)
    url.pathname = `/${name}`
    return await act(url.href)
  } finally {
    await sql`drop database ${sql.id(name)} with (force)`.execute(owner)
  }
}
