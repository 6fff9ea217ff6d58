import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Declared } from '#personal-data'
import type { For } from '#purposes'
import type { Identifiers } from './identifiers.ts'

export type Found = { readonly where: string; readonly rows: number }
export type Residue = {
  /** What should be gone and is not: somebody must look at it. */
  readonly left: readonly Found[]
  /** What stands in rows that a law keeps, such as an invoice. */
  readonly keptByLaw: readonly Found[]
  readonly searched: {
    readonly tables: number
    readonly columns: number
    readonly files: number
    readonly for: readonly string[]
  }
}

/**
 * Looks for the person everywhere: every text, JSON and id column of every table the database's own catalogue knows (ours,
 * the sign-in's, the job queue's), and every file in the data folder. The declarations only say which finds a law explains.
 */
export async function residue(
  tx: For<'rights_handling'>,
  { ids, pattern, marks, digits, kinds }: Identifiers,
  inventory: readonly Declared[],
  folder?: string,
): Promise<Residue> {
  const { rows } = await sql<{ table: string; column: string; rows: bigint }>`
    select "table", "column", "rows" from house.residue(${pattern}, ${[...ids]}::uuid[], ${[...marks]}::text[], ${[...digits]}::text[])`.execute(
    tx,
  )
  const files = folder === undefined ? { looked: 0, found: [] } : filesNaming(folder, new RegExp(pattern, 'i'))
  const found = rows
    .filter((each) => each.rows > 0n)
    .map(({ table, column, rows: matching }) => ({
      table: table.replaceAll('"', ''),
      where: `${table}.${column}`,
      rows: Number(matching),
    }))
  const holds = await tx.selectFrom('hold').select('id').where('released_at', 'is', null).execute()
  // Nothing lies in the archive after an erasure but what somebody holds.
  const keeps = ({ table, erasure }: Declared) => erasure === 'keep' || (holds.length > 0 && table.startsWith('archive.'))
  const kept = new Set<string>(inventory.filter(keeps).map(({ table }) => table))
  return {
    left: [...found.filter(({ table }) => !kept.has(table)).map(told), ...files.found.map((where) => ({ where, rows: 1 }))],
    keptByLaw: found.filter(({ table }) => kept.has(table)).map(told),
    searched: { tables: new Set(rows.map(({ table }) => table)).size, columns: rows.length, files: files.looked, for: kinds },
  }
}

function told({ where, rows }: Found): Found {
  return { where, rows }
}

/**
 * Files below the folder that name the person. The database's own files are left to it: what was deleted is overwritten there.
 * Backups are encrypted and lapse, and the ledger is what erases from them; it holds the bare id for as long.
 */
function filesNaming(folder: string, pattern: RegExp): { readonly looked: number; readonly found: readonly string[] } {
  const files = filesBelow(folder)
  return { looked: files.length, found: files.filter((file) => pattern.test(readFileSync(join(folder, file), 'utf8'))) }
}

function filesBelow(folder: string, below = ''): string[] {
  const entries: Dirent[] = readdirSync(join(folder, below), { withFileTypes: true })
  if (entries.some(({ name }) => name === 'PG_VERSION')) return []
  return entries.flatMap((entry) => {
    const path = join(below, entry.name)
    if (notSearched.includes(path)) return []
    if (entry.isDirectory()) return filesBelow(folder, path)
    return entry.isFile() ? [path] : []
  })
}

const notSearched = ['backups', 'ledger']
