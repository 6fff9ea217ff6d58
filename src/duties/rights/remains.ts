import { sql } from 'kysely'
import { dayOf } from '#clock'
import type { Declared } from '#personal-data'
import type { Erasing } from './erase-person.ts'

export type Found = { readonly where: string; readonly rows: number }
export type Residue = {
  /** What should be gone and is not: somebody must look at it. */
  readonly left: readonly Found[]
  /** What stands in rows that a law keeps, such as an invoice. */
  readonly keptByLaw: readonly Found[]
  /** What another person has given as their own: a switchboard's number, a mailbox that several share. */
  readonly others: readonly Found[]
  readonly searched: { readonly tables: number; readonly columns: number; readonly for: readonly string[] }
}

type Answer = {
  readonly tables: number
  readonly columns: number
  readonly finds: readonly { readonly table: string; readonly column: string; readonly rows: number }[]
}

/**
 * What an index can find at once: every text and id in the person's own relationships, and the columns elsewhere that are
 * asked for by value. The rest is looked through the following night (decision 0015).
 */
export async function remains({ tx, now, records, inventory, known }: Erasing): Promise<Residue> {
  const { rows } =
    await sql<Answer>`select tables, columns, finds from house.remains(${known.pattern}, ${[...known.hints]}::text[], ${[...known.ids]}::uuid[],
    ${records.map(({ accountId }) => accountId)}::uuid[], ${[...known.words]}::text[])`.execute(tx)
  const { tables, columns, finds } = rows[0]!
  const inArchive = finds.some(({ table }) => table.startsWith('archive.'))
  const inForce = tx.selectFrom('hold').select('id').where('released_at', 'is', null).where('lapses_on', '>=', dayOf(now))
  const holds = inArchive ? await inForce.limit(1).execute() : []
  const meaning = (table: string, column: string) =>
    table.startsWith('archive.') && holds.length === 0 ? 'left' : meaningOf(table, column, inventory)
  const as = (what: Meaning) =>
    finds
      .filter(({ table, column }) => meaning(table, column) === what)
      .map(({ table, column, rows: matching }) => ({ where: `${table}.${column}`, rows: matching }))
  return {
    left: as('left'),
    keptByLaw: as('kept by law'),
    others: as("another's"),
    searched: { tables, columns, for: known.kinds },
  }
}

export type Meaning = 'left' | 'kept by law' | "another's"

/** A find is explained by a law that keeps the row, or because it stands where another person says who they are. */
export function meaningOf(table: string, column: string, inventory: readonly Declared[]): Meaning {
  const declared = inventory.find((each) => each.table === table)
  // Nothing lies in the locked archive after an erasure but what somebody holds: the act deletes the rest of it.
  if (declared?.erasure === 'keep' || table.startsWith('archive.')) return 'kept by law'
  const holds = declared?.columns[column]
  const isSomebody = declared?.person === 'id' || declared?.user === 'id'
  return isSomebody && typeof holds === 'object' ? "another's" : 'left'
}
