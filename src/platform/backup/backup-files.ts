import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { headOf } from './sealed-file.ts'

type BackupFile = { readonly path: string; readonly takenAt: Date }

export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups')
}

/** Named by when it is taken: `ordholden-2026-11-24T00-07-00Z.backup`. */
export function newBackupFile(dataDir: string, now: Date): string {
  return join(backupFolder(dataDir), `ordholden-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`)
}

/** The whole ones, newest first; when each was taken stands in the file itself. Drafts that a kill left are none. */
export function backupFiles(dataDir: string): readonly BackupFile[] {
  const folder = backupFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.backup'))
    .map((name) => ({ path: join(folder, name), takenAt: new Date(headOf(firstLine(join(folder, name))).takenAt) }))
    .toSorted((a, b) => b.takenAt.getTime() - a.takenAt.getTime())
}

/** No backup lives longer. */
export const keepBackups = { days: 30 }

const day = 86_400_000

/**
 * Deletes what would be older than `days` before the next daily run, and drafts that a kill left a day ago. Run daily, no file ever
 * grows older than that. Answers what went.
 */
export function deleteLapsed(dataDir: string, now: Date, days = keepBackups.days): readonly string[] {
  const lapsed = backupFiles(dataDir).filter(({ takenAt }) => takenAt.getTime() <= now.getTime() - (days - 1) * day)
  for (const { path } of lapsed) rmSync(path)
  const folder = backupFolder(dataDir)
  const drafts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.backup.new')) : []
  for (const draft of drafts.map((name) => join(folder, name)))
    if (statSync(draft).mtimeMs < now.getTime() - day) rmSync(draft, { force: true })
  return lapsed.map(({ path }) => path)
}

function firstLine(path: string): Buffer {
  const file = openSync(path, 'r')
  const begin = Buffer.alloc(1024)
  try {
    const read = readSync(file, begin, 0, begin.length, 0)
    return begin.subarray(0, Math.max(0, begin.subarray(0, read).indexOf(0x0a) + 1))
  } finally {
    closeSync(file)
  }
}
