import { basename } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { backupKey, isEmptyDatabase, loadBackup, verifyBackup, type Contents, type Progress } from '#backup'
import {
  appUrl,
  beginRestore,
  type DB,
  endRestore,
  giveAppRole,
  openDatabase,
  restoreIsLoaded,
  restoreUnderWay,
  type UnderWay,
} from '#database'
import { continueLog, copyLog, evidenceKey, seal, witness } from '#evidence'
import { secret } from '#files'
import { inventory } from '#inventory'
import { reachesBackTo } from '#ledger'
import { buildLayer, openPurposes } from '#purposes'
import { notedCommand } from '../opening/noted-command.ts'
import { buildRights } from '#rights'
import { refuse, type Refusal } from '#refusal'
import { carryOut, type CarriedOut } from '#restore'

type Place = {
  readonly ownerUrl: string
  /** Keys and ledger. */
  readonly dataDir: string
  /** A copy to try it on: the folder with the passwords of its own server. Nothing is signed and nothing is written outside it. */
  readonly rehearsal?: string
  readonly progress?: Progress
  readonly again?: (done: number, of: number) => void
}

type PuttingBack = Place & {
  readonly file: string
  /** What is in the database may go. */
  readonly replace?: boolean
  /** Told when the rows are in and the ledger has not been done again yet. */
  readonly loaded?: () => void
  /** The ledger was lost: what was done since the backup cannot be done again, and somebody answers for that. */
  readonly withoutLedger?: boolean
}

type PutBack = { readonly contents: Contents; readonly carriedOut: CarriedOut }
export type NotPutBack = Refusal<'the database is not empty' | 'the ledger does not reach back to the backup'>

/**
 * Restores: verifies the whole file before anything is touched, loads it, and does again what the ledger says was done since.
 * Until the last step the database says of itself that it may not be opened. Killed anywhere, it is run again and ends the same.
 */
export async function putBack(putting: PuttingBack, now: Date): Promise<PutBack | NotPutBack> {
  const { ownerUrl, dataDir, file, progress, loaded = () => undefined } = putting
  const key = backupKey(dataDir)
  const contents = await verifyBackup(file, key, progress)
  if (!putting.withoutLedger && !reachesBackTo(dataDir, String(contents.facts.ledger)))
    return refuse('the ledger does not reach back to the backup')
  const begun = await restoreUnderWay(ownerUrl)
  if (!begun && !putting.replace && !(await isEmptyDatabase(ownerUrl))) return refuse('the database is not empty')
  await beginRestore(ownerUrl, now, { file, takenAt: new Date(contents.takenAt) })
  await loadBackup({ ownerUrl, key, file, contents, ...(progress && { progress }) })
  await restoreIsLoaded(ownerUrl)
  loaded()
  const carriedOut = await finishRestore(putting, now)
  return { contents, carriedOut }
}

/** From the loaded rows to a database that may be opened: the roles, the log's continuation, the ledger, the evidence. */
export async function finishRestore({ ownerUrl, dataDir, rehearsal, again }: Place, now: Date): Promise<CarriedOut> {
  const underWay = await restoreUnderWay(ownerUrl)
  if (underWay?.stage !== 'loaded') throw new Error('There is no restore to finish.')
  const password = secret(rehearsal ?? dataDir, 'app-password')
  const owner = openDatabase<DB>(ownerUrl, { max: 4, applicationName: 'ordholden restore' })
  const purposes = openPurposes(appUrl(ownerUrl, password))
  try {
    await giveAppRole(owner as unknown as Kysely<never>, password)
    await buildLayer(owner, inventory, now)
    await buildRights(owner, inventory)
    await continueLog(owner, dataDir)
    let done = 0
    const rights = purposes.for('rights_handling')
    const carriedOut = await carryOut({ owner, rights, inventory, dataDir }, now, (of) => again?.(++done, of))
    await opened(owner, now, underWay, carriedOut)
    if (rehearsal === undefined) {
      await notedCommand(owner, now, 'npm run restore')
      await seal(owner, now, evidenceKey(dataDir))
      await copyLog(owner, now, dataDir)
    }
    return carriedOut
  } finally {
    await Promise.all([purposes.close(), owner.destroy()])
  }
}

// Who was signed in then may have left since, and a link that was used may be unused again: everybody signs in anew.
function opened(owner: Kysely<DB>, now: Date, { file, takenAt }: UnderWay, carriedOut: CarriedOut): Promise<void> {
  return owner.transaction().execute(async (tx) => {
    await sql`delete from auth.session`.execute(tx)
    await sql`delete from auth.verification`.execute(tx)
    const body = { file: basename(file), takenAt: takenAt.toISOString(), doneAgain: { ...carriedOut } }
    await witness(tx, now, { kind: 'backup restored', body })
    await endRestore(tx)
  })
}
