import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recogniser } from './recognise.ts'
import type { Found } from './remains.ts'

type Files = { readonly looked: number; readonly naming: (prints: ReadonlySet<string>) => readonly Found[] }

/**
 * Files below the folder in which anybody is recognised. The database's own files are left to it: what was deleted is
 * overwritten there. Backups are encrypted and lapse, and the ledger is what erases from them; it holds the bare id for as long.
 */
export function filesNaming(folder: string, recognise: Recogniser): Files {
  const files = filesBelow(folder)
  const found = files.map((file) => ({
    file,
    prints: recognise.inText(readFileSync(join(folder, file), 'utf8')).map(({ print }) => print),
  }))
  return {
    looked: files.length,
    naming: (theirs) =>
      found.filter(({ prints }) => prints.some((print) => theirs.has(print))).map(({ file }) => ({ where: file, rows: 1 })),
  }
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

const notSearched = ['backups', 'ledger', 'secrets']
