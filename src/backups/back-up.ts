import { basename } from 'node:path'
import type { Kysely } from 'kysely'
import { backupKey, newBackupFile, takeBackup, type Contents, type Progress } from '#backup'
import type { DB } from '#database'
import { witness } from '#evidence'
import { ledgerHead } from '#ledger'

type BackingUp = {
  readonly ownerUrl: string
  readonly owner: Kysely<DB>
  readonly dataDir: string
  /** Where to; the folder of backups unless given. */
  readonly file?: string
  readonly progress?: Progress
}

type BackedUp = Contents & { readonly file: string }

/** Takes a backup that knows where the ledger stood, so that a restore can see whether the ledger reaches back to it; and witnesses it. */
export async function backUp({ ownerUrl, owner, dataDir, progress, ...given }: BackingUp, now: Date): Promise<BackedUp> {
  const file = given.file ?? newBackupFile(dataDir, now)
  const { chain, lines } = ledgerHead(dataDir)
  const facts = { ledger: chain, ledgerLines: lines }
  const contents = await takeBackup({ ownerUrl, key: backupKey(dataDir), file, facts, ...(progress && { progress }) }, now)
  const { rows, bytes } = contents
  await witness(owner, now, { kind: 'backup taken', body: { file: basename(file), rows, bytes, tables: contents.tables } })
  return { ...contents, file }
}
