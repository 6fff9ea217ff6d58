import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { migrationsIn, partitionsIn, sequencesIn, tablesIn } from './catalogue.ts'
import { type Facts, lineEnds, through, written } from './frames.ts'
import type { Progress } from './progress.ts'
import { sealed } from './sealed-file.ts'
import { type Contents, verifyBackup } from './verify-backup.ts'

type Backup = {
  readonly ownerUrl: string
  readonly key: string
  readonly file: string
  readonly facts?: Facts
  readonly progress?: Progress
}

/**
 * Writes the backup, reads it back from the disk and counts, and only then gives it its name: a kill leaves a draft that nobody
 * takes for a backup. Everything in it is as at one moment, and nobody waits for it.
 */
export async function takeBackup(
  { ownerUrl, key, file, facts = {}, progress = () => undefined }: Backup,
  now: Date,
): Promise<Contents> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.new`
  rmSync(draft, { force: true })
  const client = await connected(ownerUrl)
  try {
    const compressed = through(snapshot(client, now, facts, progress), createZstdCompress())
    await pipeline(sealed(key, now, compressed), createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
    syncToDisk(draft)
    const contents = await verifyBackup(draft, key, progress)
    renameSync(draft, file)
    syncToDisk(dirname(file))
    return contents
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** A connection that writes values as every server from 15 on reads them. */
export async function connected(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'ordholden backup',
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1 -c client_min_messages=warning',
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function* snapshot(client: pg.Client, now: Date, facts: Facts, progress: Progress): AsyncGenerator<Buffer> {
  await client.query('begin isolation level repeatable read read only')
  const tables = await tablesIn(client)
  const about = await roughRows(client)
  yield written('opening', {
    takenAt: now.toISOString(),
    migrations: await migrationsIn(client),
    partitions: await partitionsIn(client),
    sequences: await sequencesIn(client),
    tables: tables.length,
    facts,
  })
  let total = 0
  for (const table of tables) {
    yield written('table', table)
    const columns = table.columns.join(', ')
    // A query, because COPY of a partitioned table by its name is refused.
    const rows = client.query(copyTo(`copy (select ${columns} from ${table.table}) to stdout`))
    let seen = 0
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      seen += lineEnds(chunk)
      progress('writing', Math.min(0.99, (total + seen) / about), total + seen)
      yield written('rows', chunk)
    }
    // The server's own count, of which the reading back must find as many.
    const { rowCount } = rows
    total += rowCount
    yield written('table end', { rows: rowCount })
  }
  yield written('end', { tables: tables.length, rows: total })
  await client.query('commit')
}

async function roughRows(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select greatest(sum(greatest(reltuples, 0)), 1)::float8 as rows from pg_class where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
  )
  return rows[0]!.rows
}

function syncToDisk(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
