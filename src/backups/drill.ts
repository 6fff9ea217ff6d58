import { rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { backupFiles, backupFolder, keepBackups } from '#backup'
import { type DB, openDatabase, startEmbedded } from '#database'
import { stopCluster } from '#postgres'
import { witness } from '#evidence'
import { inventory } from '#inventory'
import { readLedger } from '#ledger'
import { refused } from '#refusal'
import { notUndone } from '#restore'
import { putBack } from './put-back.ts'

type Drilling = {
  readonly owner: Kysely<DB>
  readonly dataDir: string
  /** Told when the copy is loaded, and when it is done again: where a test plants its faults. */
  readonly loaded?: () => void
  readonly doneAgain?: () => void
}

/** Found: what the restored copy had, or lacked, against the ledger. Of: the ledger's lines. */
type Drilled = { readonly found: number; readonly of: number; readonly rows: number; readonly takenAt: string }

/**
 * Restores the newest backup as one would after a fire: on a database server of its own, from the file, the keys and the ledger alone; does
 * again what the ledger says, looks whether anybody who was erased is there, and throws the copy away. Undefined while there is no backup.
 */
export async function drill({ owner, dataDir, loaded, doneAgain }: Drilling, now: Date): Promise<Drilled | undefined> {
  const [newest] = backupFiles(dataDir)
  if (newest === undefined) return undefined
  await thereIsRoom(owner, dataDir)
  const drilled = await onScratchServer(dataDir, async (ownerUrl, scratch) => {
    const answer = await putBack({ ownerUrl, dataDir, rehearsal: scratch, file: newest.path, ...(loaded && { loaded }) }, now)
    if (refused(answer)) throw new Error(`the newest backup could not be restored: ${answer.refused}`)
    doneAgain?.()
    const copy = openDatabase<DB>(ownerUrl, { max: 1 })
    const undone = await notUndone(copy, dataDir, inventory).finally(() => copy.destroy())
    const { rows, takenAt } = answer.contents
    return { found: undone.length, of: readLedger(dataDir).length, rows, takenAt }
  })
  await witness(owner, now, { kind: 'restore drilled', body: { ...drilled, ...kept(dataDir, now) } })
  return drilled
}

/** How many backups lie here, and how many of them longer than is promised. */
function kept(dataDir: string, now: Date): { readonly backups: number; readonly tooOld: number } {
  const files = backupFiles(dataDir)
  const limit = now.getTime() - keepBackups.days * 86_400_000
  return { backups: files.length, tooOld: files.filter(({ takenAt }) => takenAt.getTime() < limit).length }
}

/** A server of its own, forgetful and small, in a folder that is gone afterwards; what a killed drill left is cleared first. */
export async function onScratchServer<Answer>(
  dataDir: string,
  act: (ownerUrl: string, folder: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = join(dataDir, 'drill')
  await clear(folder)
  const server = await startEmbedded(folder, { settings: small })
  try {
    return await act(server.url, folder)
  } finally {
    await server.stop()
    await clear(folder)
  }
}

const small = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '32MB',
  max_connections: '40',
  max_wal_size: '256MB',
}

async function clear(folder: string): Promise<void> {
  await stopCluster(folder)
  rmSync(folder, { recursive: true, force: true })
}

// The copy is as large as the database, and is written with its indexes: a full disk would stop the shop, so there is no drill then.
async function thereIsRoom(owner: Kysely<DB>, dataDir: string): Promise<void> {
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database())::text as bytes`.execute(owner)
  const { bavail, bsize } = statfsSync(backupFolder(dataDir))
  const needed = 1.5 * Number(rows[0]!.bytes)
  if (bavail * bsize < needed) throw new Error(`the drill needs ${Math.ceil(needed / 1e6)} MB of free disk in ${dataDir}`)
}
