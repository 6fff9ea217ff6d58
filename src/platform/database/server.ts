import pg from 'pg'
import { dataDirectory, secret } from '#files'
import { appUrl, giveAppRole } from './app-role.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

export type Server = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly embedded: boolean
  readonly watch: (onRestart: () => void) => () => Promise<void>
  /** Leaves it. The embedded server is stopped when no other program of ours is connected to it. */
  readonly close: () => Promise<void>
}

/**
 * The database this installation uses, ready for connections: DATABASE_URL if it is set, else the embedded server; migrated,
 * with the application's role in place. Every command goes in through here, whether or not the application runs.
 */
export async function openServer(environment: { readonly [name: string]: string | undefined } = process.env): Promise<Server> {
  const dataDir = dataDirectory(environment)
  const embedded = environment.DATABASE_URL ? undefined : await startEmbedded(dataDir)
  const ownerUrl = environment.DATABASE_URL || embedded!.url
  await migrate(ownerUrl)
  const password = secret(dataDir, 'app-password')
  const owner = openDatabase<never>(ownerUrl, { max: 1 })
  await giveAppRole(owner, password).finally(() => owner.destroy())
  return {
    ownerUrl,
    appUrl: appUrl(ownerUrl, password),
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
