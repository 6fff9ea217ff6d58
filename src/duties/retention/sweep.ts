import { type Kysely, type RawBuilder, sql } from 'kysely'
import { witness } from '#evidence'
import type { Declared, Ending } from '#personal-data'
import { may, type For } from '#purposes'
import { endingsOf } from './endings.ts'
import { beganBefore } from './expiry.ts'
import { notStopped } from './stopped.ts'
import { tableOfRows, wentFrom } from './went-from.ts'

export type Deleters = { readonly legal: For<'legal_obligation'>; readonly security: For<'security'> }
/** Rows that are gone or emptied, by table. */
export type Deleted = Readonly<Record<string, number>>

/**
 * Deletes whatever has outlived its rule, table by table as the inventory declares it, and witnesses how much of what
 * (promises 4-k, 4-l, 2.6-e). In short transactions, so that nobody waits for it; killed anywhere, it goes on the next time.
 * What fails does not keep the rest, but the job has failed, is tried again, and its control turns red.
 */
export async function sweep(deleters: Deleters, inventory: readonly Declared[], now: Date): Promise<Deleted> {
  const deleted: Record<string, number> = {}
  const failed: unknown[] = []
  const add = async (table: string, act: () => Promise<number>) => {
    try {
      deleted[table] = (deleted[table] ?? 0) + (await act())
    } catch (error) {
      failed.push(error)
    }
  }

  await add('core.invoice', () => oldDocuments(deleters.legal, now))
  // A child is declared after its parent, so what is declared last goes first.
  for (const table of inventory.toReversed())
    for (const ending of endingsOf(table).filter(({ does }) => does !== 'elsewhere'))
      await add(table.table, () => endRows(deleterOf(table, deleters), table, ending, inventory, now))
  if (failed.length > 0)
    throw new AggregateError(failed, `the sweep failed in ${failed.length} places: ${failed.map(String).join('; ')}`)
  await witness(deleters.legal, now, { kind: 'sweep finished', body: { tables: Object.keys(deleted).length } })
  return deleted
}

type AnyHandle = Kysely<never>

/** The sign-in library's tables belong to security; everything else goes because the law says so. */
function deleterOf(table: Declared, { legal, security }: Deleters): AnyHandle {
  const bySecurity =
    table.direct?.includes('security') || (may(table, 'delete', 'security') && !may(table, 'delete', 'legal_obligation'))
  return (bySecurity ? security : legal) as unknown as AnyHandle
}

// 2 MB of the table at a time: some thousand rows in well under a second.
const blocksAtATime = 256

async function endRows(
  db: AnyHandle,
  table: Declared,
  ending: Ending,
  inventory: readonly Declared[],
  now: Date,
): Promise<number> {
  const before = await beganBefore(db, ending.rule, now)
  if (before === null) return 0
  const expired = sql`(${sql.raw(ending.since)})::timestamptz < ${before} and ${sql.raw(ending.when ?? 'true')}${sql.raw(notStopped(table, inventory, now))}`
  const blocks = await blocksOf(db, table)
  let total = 0
  for (let block = 0; block < blocks; block += blocksAtATime) {
    const going = wentFrom(table, ending, inventory, { from: block, to: block + blocksAtATime }, expired)
    total += await oneBatch(db, now, { table: table.table, rule: ending.rule }, going)
  }
  return total
}

/** One short transaction with its evidence. Whoever works on a row keeps it until the next night: we do not wait long. */
function oneBatch(
  db: AnyHandle,
  now: Date,
  what: { readonly table: string; readonly rule: string },
  going: RawBuilder<unknown>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local lock_timeout = '2s'`.execute(tx)
    const rows = Number((await going.execute(tx)).numAffectedRows ?? 0n)
    if (rows > 0) await witness(tx, now, { kind: 'overdue deleted', body: { ...what, rows } })
    return rows
  })
}

async function blocksOf(db: AnyHandle, { table }: Declared): Promise<number> {
  const { rows } = await sql<{ blocks: number }>`
    select ceil(pg_relation_size(${tableOfRows(table)}::regclass) / 8192.0)::int as blocks`.execute(db)
  return rows[0]!.blocks
}

const documentsAtATime = 500

/** Bookkeeping is for one function in the database, which looks for itself whether its years are over (promise 4-d). */
async function oldDocuments(legal: For<'legal_obligation'>, now: Date): Promise<number> {
  for (let total = 0; ;) {
    const done = await legal.transaction().execute(async (tx) => {
      const { rows } = await sql<{ invoices: bigint; lines: bigint; vats: bigint; payments: bigint }>`
        select * from house.delete_old_documents(${now}, ${documentsAtATime})`.execute(tx)
      const { invoices, lines, vats, payments } = rows[0]!
      if (invoices > 0n)
        await witness(tx, now, {
          kind: 'overdue deleted',
          body: {
            table: 'core.invoice',
            rule: 'R-07',
            rows: Number(invoices),
            lines: Number(lines),
            vats: Number(vats),
            payments: Number(payments),
          },
        })
      return Number(invoices)
    })
    if (done === 0) return total
    total += done
  }
}
