import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'

/** Where one of the words stands, and how many places were looked at. */
export type Sought = { readonly found: readonly string[]; readonly looked: number }

/**
 * The words in the database's own files: every table, index and side table of every schema, PostgreSQL's own statistics included. What
 * lies in a page's free space is not counted: nothing leads there, and it is overwritten. The write-ahead log is not looked at;
 * PostgreSQL recycles it.
 */
export async function searchRelations(owner: Kysely<DB>, cluster: string, words: readonly string[]): Promise<Sought> {
  await sql`checkpoint`.execute(owner)
  const { rows } = await sql<{
    name: string
    path: string
  }>`select c.oid::regclass::text as name, pg_relation_filepath(c.oid) as path
    from pg_class c where c.relkind in ('r', 'i', 't', 'm') and pg_relation_filepath(c.oid) is not null`.execute(owner)
  const found = rows.filter(({ path }) =>
    segments(join(cluster, path)).some((file) => holds(withoutFreeSpace(readFileSync(file)), words)),
  )
  return { found: found.map(({ name }) => `page ${name}`), looked: rows.length }
}

/** The words in every other file below the folder; the database's, and those that are left, are looked at in their own ways. */
export function searchFolder(folder: string, words: readonly string[], leave: readonly string[] = ['backups']): Sought {
  const files = below(folder, leave)
  return {
    found: files.filter((file) => holds(readFileSync(join(folder, file)), words)).map((file) => `file ${file}`),
    looked: files.length,
  }
}

// A table of more than a gigabyte has several files.
function segments(first: string): string[] {
  const files = [first]
  for (let next = 1; existsSync(`${first}.${next}`); next++) files.push(`${first}.${next}`)
  return files.filter(existsSync)
}

const pageSize = 8192

// A page tells where its free space begins and ends (bufpage.h: pd_lower at 12, pd_upper at 14).
function withoutFreeSpace(file: Buffer): Buffer {
  for (let page = 0; page + pageSize <= file.length; page += pageSize) {
    const [lower, upper] = [file.readUInt16LE(page + 12), file.readUInt16LE(page + 14)]
    if (lower >= 24 && lower <= upper && upper <= pageSize) file.fill(0, page + lower, page + upper)
  }
  return file
}

function holds(bytes: Buffer, words: readonly string[]): boolean {
  return words.some((word) => bytes.includes(word))
}

function below(folder: string, leave: readonly string[], path = ''): string[] {
  const entries: Dirent[] = readdirSync(join(folder, path), { withFileTypes: true })
  if (entries.some(({ name }) => name === 'PG_VERSION')) return []
  return entries.flatMap((entry) => {
    const at = join(path, entry.name)
    if (entry.isDirectory()) return leave.includes(at) ? [] : below(folder, leave, at)
    return entry.isFile() ? [at] : []
  })
}
