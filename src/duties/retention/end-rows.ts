import { type Kysely, type RawBuilder, sql } from 'kysely'
import { witness } from '#evidence'
import type { Declared, Ending } from '#personal-data'
import { anyStops, notStopped, type Stops } from './stopped.ts'
import { anyExpired, wentFrom, type Blocks } from './went-from.ts'

export type AnyHandle = Kysely<never>

/** A transaction of less than a tenth of a second, and few enough of them that they do not count. */
const rowsAtATime = 20_000
const blocksAtFirst = 256
/** 32 MB of the table to look through in one transaction, when little of it goes. */
const blocksAtMost = 4096

/**
 * Ends the rows of a table that began before that moment, a stretch of it at a time; how long a stretch is follows from how
 * many rows went from the one before. Most nights, of most tables, one look tells that there are none.
 */
export async function endRows(
  db: AnyHandle,
  table: Declared,
  ending: Ending,
  { inventory, before, now }: { readonly inventory: readonly Declared[]; readonly before: Date; readonly now: Date },
): Promise<number> {
  const expired = sql`(${sql.raw(ending.since)})::timestamptz < ${before} and ${sql.raw(ending.when ?? 'true')}`
  const { rows } = await anyExpired(table, ending, expired).execute(db)
  const [{ blocks: end } = { blocks: 0 }] = rows
  const stoppable = notStopped(table, inventory, now) !== ''
  let total = 0
  let long = blocksAtFirst
  for (let from = 0; from < end;) {
    const blocks = { from, to: from + long }
    const gone = await oneStretch(db, table, ending, { inventory, expired, now, blocks, stoppable })
    total += gone
    from = blocks.to
    long = Math.max(1, Math.min(blocksAtMost, long * 4, Math.round((long * rowsAtATime) / Math.max(gone, 1))))
  }
  return total
}

type Stretch = {
  readonly inventory: readonly Declared[]
  readonly expired: RawBuilder<unknown>
  readonly now: Date
  readonly blocks: Blocks
  readonly stoppable: boolean
}

/** One short transaction with its evidence. Whoever works on a row keeps it until the next night: we do not wait long. */
function oneStretch(
  db: AnyHandle,
  table: Declared,
  ending: Ending,
  { inventory, expired, now, blocks, stoppable }: Stretch,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Asked anew each time: what somebody holds while the sweep runs is held.
    const stops = await patience(tx, now, stoppable)
    const going = sql`${expired}${sql.raw(notStopped(table, inventory, now, stops))}`
    const result = await wentFrom(table, ending, inventory, blocks, going).execute(tx)
    const rows = Number(result.numAffectedRows ?? 0n)
    if (rows > 0) await witness(tx, now, { kind: 'overdue deleted', body: { table: table.table, rule: ending.rule, rows } })
    return rows
  })
}

async function patience(tx: AnyHandle, now: Date, stoppable: boolean): Promise<Stops> {
  const asked = stoppable ? `, ${anyStops(now)}` : ''
  // Nothing waits for the disk but the line that says that all is done: what a power cut undoes goes the next night.
  const { rows } =
    await sql<Stops>`select set_config('lock_timeout', '2s', true), set_config('synchronous_commit', 'off', true)${sql.raw(asked)}`.execute(
      tx,
    )
  return stoppable ? rows[0]! : { held: false, restricted: false }
}
