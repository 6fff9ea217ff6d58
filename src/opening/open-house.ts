/**
 * The house, ready for work: database up and migrated, purposes in place. Every command goes in by this door, whether or
 * not the application runs beside it.
 */
import { type Kysely, sql } from 'kysely'
import { type DB, openDatabase, openServer } from '#database'
import { copyLog } from '#evidence'
import { dataDirectory } from '#files'
import { inventory } from '#inventory'
import { buildLayer, openPurposes, type Purposes } from '#purposes'
import { carryOut, type CarriedOut } from '#restore'
import { buildRights } from '#rights'
import { readSettings } from './read-settings.ts'

export type House = {
  readonly dataDir: string
  /** The application's own address of the database, and its owner's; the owner is for migrations and for looking behind the curtain. */
  readonly appUrl: string
  readonly ownerUrl: string
  readonly owner: Kysely<DB>
  readonly for: Purposes['for']
  readonly purposes: Purposes
  /** What the ledger held and the database lacked when we came, and has been done again. */
  readonly carriedOut: CarriedOut
  /** Keeps the embedded server alive; returns what stops that. Nothing to do for a server of your own. */
  readonly watch: (onRestart: () => void) => () => Promise<void>
  /** Leaves the house; the embedded server stops when no other program of ours is in it. */
  readonly close: () => Promise<void>
}

/** Reads .env, then the environment (which wins): ORDHOLDEN_DATA, DATABASE_URL. */
export async function openHouse(now: Date): Promise<House> {
  readSettings()
  const server = await openServer()
  const owner = openDatabase<DB>(server.ownerUrl, { max: 4, applicationName: 'ordholden owner' })
  await buildLayer(owner, inventory, now)
  await buildRights(owner, inventory)
  const purposes = openPurposes(server.appUrl)
  // A crash between the ledger's line and the commit, or a database put back by other hands than ours: nobody is let in before.
  const rights = purposes.for('rights_handling')
  const carriedOut = await carryOut({ owner, rights, inventory, dataDir: dataDirectory() }, now)
  await copyLog(owner, now, dataDirectory())
  return {
    carriedOut,
    dataDir: dataDirectory(),
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    owner,
    for: purposes.for,
    purposes,
    watch: server.watch,
    close: async () => {
      await Promise.all([purposes.close(), owner.destroy()])
      await server.close()
    },
  }
}

/** True until a merchant's settings are there; samples that were stopped half-way do not count. */
export async function isEmpty(owner: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql`select 1 from core.setting where key = 'controller'
    and not exists (select 1 from core.setting where key = 'samples' and value ->> 'state' = 'loading')`.execute(owner)
  return rows.length === 0
}
