import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { newId, type Bulk } from '#database'
import { refuse, type Refusal } from '#refusal'
import type { FormatName } from './columns.ts'

/** One import of one file, kept so that it can go on where it was stopped. */
export type Run = { readonly id: string; readonly rowsDone: number; readonly rowsRefused: number; readonly finished: boolean }
type Kept = Run & { readonly written: string | null }

/** The run of this very file (the same bytes), begun if it is new; refused where it was begun and read another way, for half a file would then mean something else. */
export async function runOf(
  bulk: Bulk,
  now: Date,
  file: string,
  format: FormatName,
  written: string | null,
): Promise<Run | Refusal> {
  const fileHash = await hashOf(file)
  const [known] = await bulk.query<Kept>(
    `select id, written, rows_done as "rowsDone", rows_refused as "rowsRefused", finished_at is not null as finished
     from core.import_run where file_hash = $1 order by started_at limit 1`,
    [fileHash],
  )
  const otherwise = known !== undefined && known.written !== null && known.written !== written
  // Where nothing came of it, it is as good as new.
  const anew = otherwise && known.rowsDone === known.rowsRefused
  if (otherwise && !anew)
    return refuse(
      `this file has been ${known.finished ? 'imported' : 'begun'} already, read as ${known.written} and not as ${written}: what came of it stays`,
    )
  if (anew) await bulk.query('delete from core.import_run where id = $1', [known.id])
  else if (known) return known
  const id = newId(now)
  await bulk.query(
    'insert into core.import_run (id, file_name, file_hash, format, written, started_at) values ($1, $2, $3, $4, $5, $6)',
    [id, basename(file), fileHash, format, written, now],
  )
  return { id, rowsDone: 0, rowsRefused: 0, finished: false }
}

export async function countRows(bulk: Bulk, run: string, rowsDone: number, rowsRefused: number): Promise<void> {
  await bulk.query('update core.import_run set rows_done = $2, rows_refused = $3 where id = $1', [run, rowsDone, rowsRefused])
}

/** As if it had not been begun; only where nothing is in yet. */
export async function forgetRun(bulk: Bulk, run: string): Promise<void> {
  await bulk.query('delete from core.import_run where id = $1 and rows_done = 0', [run])
}

export async function finishRun(bulk: Bulk, now: Date, run: string): Promise<void> {
  await bulk.query('update core.import_run set rows_total = rows_done, finished_at = $2 where id = $1', [run, now])
}

// Any number would do, as long as it is ours.
const advisoryLock = 7_239_014_552

/**
 * Only one import at a time, because the documents' chain has one end. Each lane holds a lock of its own, let go of when its
 * connection closes: so an import that was killed is over only when no lane of it can commit any more.
 */
export async function haveImportToOurselves(lanes: readonly Bulk[]): Promise<boolean> {
  for (const [lane, bulk] of lanes.entries()) {
    const [answer] = await bulk.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [advisoryLock + lane])
    if (!answer!.ours) return false
  }
  return true
}

async function hashOf(file: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(file)) sum.update(chunk as Buffer)
  return sum.digest('hex')
}
