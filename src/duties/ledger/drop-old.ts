import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { alone, ledgerPath, linesOf, syncFolder } from './ledger-file.ts'

/**
 * How long a line is kept: no backup is older than 30 days, and one that is being restored as it lapses must still find
 * what was done after it was taken.
 */
const keptFor = '45 days'

/** Drops the lines that no backup can undo any more, and the database's marks of them. Answers how many lines went. */
export async function dropOld(owner: Kysely<DB>, now: Date, dataDir: string): Promise<number> {
  const { rows } = await sql<{ limit: Date }>`select ${now}::timestamptz - ${keptFor}::interval as limit`.execute(owner)
  const { limit } = rows[0]!
  const dropped = await alone(dataDir, () => rewrite(dataDir, limit))
  await sql`delete from evidence.ledger_line where at < ${limit}`.execute(owner)
  return dropped
}

// The chain goes on: the new file begins with the end of what was dropped, so every later line still proves its place.
function rewrite(dataDir: string, limit: Date): number {
  const { lines } = linesOf(dataDir)
  const young = lines.findIndex(({ at }) => new Date(at) >= limit)
  const kept = young < 0 ? [] : lines.slice(young)
  const last = lines[lines.length - kept.length - 1]
  if (last === undefined) return 0
  const draft = `${ledgerPath(dataDir)}.new`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'wx', 0o600)
  writeSync(file, [{ what: 'continues', chain: last.chain }, ...kept].map((line) => `${JSON.stringify(line)}\n`).join(''))
  fsyncSync(file)
  closeSync(file)
  renameSync(draft, ledgerPath(dataDir))
  syncFolder(dataDir)
  return lines.length - kept.length
}
