import { sql } from 'kysely'
import { witness } from '#evidence'
import type { Declared } from '#personal-data'
import { may, type For } from '#purposes'
import { endRows, type AnyHandle } from './end-rows.ts'
import { endingsOf } from './endings.ts'
import { beganBefore } from './expiry.ts'

type Deleters = { readonly legal: For<'legal_obligation'>; readonly security: For<'security'> }
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
  await add('core.disclosure', () => oldDisclosures(deleters.legal, now))
  const filled = await tablesWithRows(deleters.legal, inventory)
  const began = await beganBefore(
    deleters.legal,
    inventory.flatMap(endingsOf).map(({ rule }) => rule),
    now,
  )
  // A child is declared after its parent, so what is declared last goes first.
  for (const table of inventory.toReversed())
    for (const ending of endingsOf(table).filter(({ does }) => does !== 'elsewhere')) {
      const before = began.get(ending.rule)
      const nothing = before === undefined || !filled.has(table.table)
      await add(table.table, async () =>
        nothing ? 0 : endRows(deleterOf(table, deleters), table, ending, { inventory, before, now }),
      )
    }
  if (failed.length > 0)
    throw new AggregateError(failed, `the sweep failed in ${failed.length} places: ${failed.map(String).join('; ')}`)
  await witness(deleters.legal, now, { kind: 'sweep finished', body: { tables: Object.keys(deleted).length } })
  return deleted
}

/** The sign-in library's tables belong to security; everything else goes because the law says so. */
function deleterOf(table: Declared, { legal, security }: Deleters): AnyHandle {
  const bySecurity =
    table.direct?.includes('security') || (may(table, 'delete', 'security') && !may(table, 'delete', 'legal_obligation'))
  return (bySecurity ? security : legal) as unknown as AnyHandle
}

/** Of most tables, most nights, nothing need be asked: they are empty. */
async function tablesWithRows(db: For<'legal_obligation'>, inventory: readonly Declared[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ table: string }>`
    select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname || '.' || c.relname = any (${inventory.map(({ table }) => table)}::text[]) and pg_relation_size(c.oid) > 0`.execute(
    db,
  )
  return new Set(rows.map(({ table }) => table))
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

/** So is a line of the log of disclosures. */
function oldDisclosures(legal: For<'legal_obligation'>, now: Date): Promise<number> {
  return legal.transaction().execute(async (tx) => {
    const { rows } = await sql<{ gone: bigint }>`select house.delete_old_disclosures(${now}) as gone`.execute(tx)
    const gone = Number(rows[0]!.gone)
    if (gone > 0)
      await witness(tx, now, { kind: 'overdue deleted', body: { table: 'core.disclosure', rule: 'R-26d', rows: gone } })
    return gone
  })
}
