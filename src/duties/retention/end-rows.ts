import { type Kysely, type RawBuilder, sql } from 'kysely'
import { witness } from '#evidence'
import type { Declared, Ending } from '#personal-data'
import { anyStops, notStopped, type Stops } from './stopped.ts'
import { wentFrom, whereExpired, type Blocks } from './went-from.ts'

export type AnyHandle = Kysely<never>

/** A transaction of a fifth of a second at the most, and few enough of them that their commits do not count. */
const rowsAtATime = 20_000
/** 32 MB of the table to look through in one transaction, when little of it goes. */
const blocksAtMost = 4096

/**
 * Ends the rows of a table that began before that moment, a stretch of it at a time; how long a stretch is follows from how
 * many rows went from the one before. One look tells where the expired rows stand, and mostly that there are none.
 */
export async function endRows(
  db: AnyHandle,
  table: Declared,
  ending: Ending,
  { inventory, before, now }: { readonly inventory: readonly Declared[]; readonly before: Date; readonly now: Date },
): Promise<number> {
  const expired = sql`(${sql.raw(ending.since)})::timestamptz < ${before} and ${sql.raw(ending.when ?? 'true')}`
  const { rows, first, last } = (await whereExpired(table, ending, expired).execute(db)).rows[0]!
  if (first === null || last === null) return 0
  const stoppable = notStopped(table, inventory, now) !== ''
  let total = 0
  let long = stretch(last - first + 1, rows)
  for (let from = first; from <= last;) {
    const blocks = { from, to: from + long }
    const gone = await oneStretch(db, table, ending, { inventory, expired, now, blocks, stoppable })
    total += gone
    from = blocks.to
    long = stretch(long, gone)
  }
  return total
}

/** So many blocks that about as many rows as fit one transaction go from them, by what went from some. */
function stretch(blocks: number, rows: number): number {
  return Math.max(1, Math.min(blocksAtMost, Math.round((blocks * rowsAtATime) / Math.max(rows, 1))))
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
  const { rows } = await sql<Stops>`select set_config('lock_timeout', '2s', true)${sql.raw(asked)}`.execute(tx)
  return stoppable ? rows[0]! : { held: false, restricted: false }
}
