import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { programRoot } from '#files'

type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

type Migrating = {
  readonly from?: string
  /** Those that another database had run, and no more: to make one like it. */
  readonly only?: readonly { readonly name: string; readonly checksum: string }[]
}

const folder = join(programRoot, 'migrations')

// Any number would do, as long as it is ours.
const advisoryLock = 7_239_014_551

/**
 * Brings the database up to date: the job queue's own tables, then migrations/NNNN-name.sql in order, each in a transaction of
 * its own, one process at a time. Returns the names of those it ran. Throws when a migration that has run was changed since.
 */
export async function migrate(ownerUrl: string, { from = folder, only }: Migrating = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ordholden migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await makeRegister(client)
    const all = migrationsIn(from)
    const waiting = unapplied(only ? chosen(all, only) : all, await applied(client))
    if (waiting.length > 0 || !(await hasQueue(client))) await migrateQueue(ownerUrl)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Changes exactly when what an empty database would be made from changes. */
export function migrationsHash(): string {
  const all = migrationsIn(folder).map(({ name, checksum }) => `${name} ${checksum}`)
  return createHash('sha256').update(all.join('\n')).digest('hex')
}

async function makeRegister(client: pg.Client): Promise<void> {
  await client.query('set client_min_messages = warning')
  await client.query('create schema if not exists house')
  await client.query(`create table if not exists house.migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default current_timestamp)`)
}

function migrationsIn(from: string): Migration[] {
  const names = readdirSync(from)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  return names.map((name) => {
    const text = readFileSync(join(from, name), 'utf8')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from house.migration')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function chosen(all: readonly Migration[], only: NonNullable<Migrating['only']>): Migration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]))
  return only.map(({ name, checksum }) => {
    const ours = known.get(name)
    if (ours?.checksum === checksum) return ours
    const why = ours === undefined ? `${name} is not known to this version` : `${name} is not the same in this version`
    throw new Error(`The backup belongs to another version of the program: ${why}. Install that version, or a newer one.`)
  })
}

function unapplied(all: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  for (const { name, checksum } of all) {
    if (done.has(name) && done.get(name) !== checksum) {
      throw new Error(`${name} was changed after it had run on this database. Write a new migration instead.`)
    }
  }
  return all.filter(({ name }) => !done.has(name))
}

async function hasQueue(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`select to_regclass('graphile_worker.migrations') is not null as there`)
  return rows[0].there
}

async function migrateQueue(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: new Logger(() => () => undefined) })
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into house.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migrations/${name}: ${(error as Error).message}`, { cause: error })
  }
}
