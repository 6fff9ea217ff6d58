import pg from 'pg'
import { dataDirectory, secret } from '#files'
import { appUrl, giveAppRole } from './app-role.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { restoreUnderWay, whyNotOpen } from './under-way.ts'
import { isAnothers, whyAnothers } from './whose-server.ts'

/** The server answers; what is in its database has not been looked at. */
type Reached = {
  readonly ownerUrl: string
  readonly embedded: boolean
  readonly watch: (onRestart: () => void) => () => Promise<void>
  /** Leaves it. The embedded server is stopped when no other program of ours is connected to it. */
  readonly close: () => Promise<void>
}

export type Server = Reached & { readonly appUrl: string }

type Environment = { readonly [name: string]: string | undefined }

/**
 * The database this installation uses, ready for connections: DATABASE_URL if it is set, else the embedded server; migrated,
 * with the application's role in place. Every command goes in through here, whether or not the application runs; throws while a
 * restore is not over, and on a server that another data folder lives on.
 */
export async function openServer(environment: Environment = process.env): Promise<Server> {
  const server = await reachServer(environment)
  const { ownerUrl } = server
  try {
    const underWay = await restoreUnderWay(ownerUrl)
    if (underWay) throw new Error(whyNotOpen(underWay))
    const dataDir = dataDirectory(environment)
    const password = secret(dataDir, 'app-password')
    if (!server.embedded && (await isAnothers(ownerUrl, password))) throw new Error(whyAnothers(dataDir))
    await migrate(ownerUrl)
    const owner = openDatabase<never>(ownerUrl, { max: 1 })
    await giveAppRole(owner, password).finally(() => owner.destroy())
    return { ...server, appUrl: appUrl(ownerUrl, password) }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** The same server as it is: nothing migrated, nothing refused. For taking a backup before an upgrade, and for putting one back. */
export async function reachServer(environment: Environment = process.env): Promise<Reached> {
  const embedded = environment.DATABASE_URL ? undefined : await startEmbedded(dataDirectory(environment))
  const ownerUrl = environment.DATABASE_URL || embedded!.url
  return {
    ownerUrl,
    embedded: embedded !== undefined,
    watch: embedded?.watch ?? (() => async () => undefined),
    close: async () => {
      if (embedded && !(await othersAreConnected(ownerUrl))) await embedded.stop()
    },
  }
}

async function othersAreConnected(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ordholden' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(`select 1 from pg_stat_activity
      where application_name like 'ordholden%' and pid <> pg_backend_pid()`)
    return rowCount !== 0
  } catch {
    return false // it does not answer; there is nobody to disturb
  } finally {
    await client.end()
  }
}
