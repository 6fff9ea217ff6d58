import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '#database'
import { foreignKeysIn, schemasIn, tablesIn } from './catalogue.ts'
import type { Opening, TableHead } from './frames.ts'
import type { Progress } from './progress.ts'
import { connected } from './take-backup.ts'
import { type Contents, readBackup } from './verify-backup.ts'

type Loading = {
  readonly ownerUrl: string
  readonly key: string
  readonly file: string
  /** What the file holds, as its verification said. */
  readonly contents: Contents
  readonly progress?: Progress
}

/** True while nothing of ours is in it. */
export async function isEmptyDatabase(ownerUrl: string): Promise<boolean> {
  const client = await connected(ownerUrl)
  const schemas = await schemasIn(client).finally(() => client.end())
  return schemas.length === 0
}

/**
 * Makes the database what it was: schemas anew by the migrations the backup knew, all rows in one transaction, every foreign key checked,
 * and then the migrations that are newer than the backup. What was in the database is gone; done again from the beginning after a kill.
 */
export async function loadBackup({ ownerUrl, key, file, contents, progress = () => undefined }: Loading): Promise<void> {
  const client = await connected(ownerUrl)
  try {
    for (const schema of await schemasIn(client)) await client.query(`drop schema ${schema} cascade`)
    await migrate(ownerUrl, { only: contents.migrations })
    await client.query('begin')
    await loadRows(client, readBackup(file, key), contents, progress)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  await migrate(ownerUrl)
}

async function loadRows(
  client: pg.Client,
  frames: ReturnType<typeof readBackup>,
  contents: Contents,
  progress: Progress,
): Promise<void> {
  const keys = await foreignKeysIn(client)
  for (const { off } of keys) await client.query(off)
  await makePartitions(client, contents)
  const here = await tablesIn(client)
  // What a migration put there is in the backup too, as it became.
  for (const { table } of here) await client.query(`truncate ${table}`)
  let into: ReturnType<typeof copyFrom> | undefined
  let table = ''
  let rows = 0
  for await (const frame of frames) {
    if (frame.is === 'table') {
      table = frame.says.table
      into = client.query(copyFrom(`copy ${fitting(frame.says, here)} from stdin`))
    } else if (frame.is === 'rows') {
      if (!into!.write(frame.data)) await once(into!, 'drain')
    } else if (frame.is === 'table end') {
      const taken = await finished(into!)
      if (taken !== frame.rows) throw new Error(`The database took ${taken} rows of ${table}; the backup has ${frame.rows}.`)
      progress('loading', Math.min(0.99, (rows += taken) / Math.max(1, contents.rows)), rows)
    }
  }
  for (const { name, value, called } of contents.sequences) await client.query('select setval($1, $2, $3)', [name, value, called])
  for (const { on } of keys) await client.query(on)
}

async function makePartitions(client: pg.Client, { partitions }: Opening): Promise<void> {
  for (const { table, of, bound } of partitions)
    await client.query(`create table if not exists ${table} partition of ${of} ${bound}`)
}

function fitting({ table, columns }: TableHead, here: readonly TableHead[]): string {
  const there = here.find((each) => each.table === table)
  const missing = columns.filter((column) => !there?.columns.includes(column))
  if (missing.length > 0)
    throw new Error(`The backup has ${table} (${missing.join(', ')}), which this version of the program does not make.`)
  return `${table} (${columns.join(', ')})`
}

async function finished(into: ReturnType<typeof copyFrom>): Promise<number> {
  const done = once(into, 'finish')
  into.end()
  await done
  return into.rowCount
}
