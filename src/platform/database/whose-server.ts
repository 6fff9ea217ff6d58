import pg from 'pg'
import { appRole, appUrl } from './app-role.ts'

/**
 * True when the application's role is there, may sign in, and does not take our password: then another data folder lives on this server.
 * Going on would give the role our password and shut that one out, and our keys would know neither its refusals nor its evidence.
 */
export async function isAnothers(ownerUrl: string, password: string): Promise<boolean> {
  return (await roleMaySignIn(ownerUrl)) && (await isWrong(appUrl(ownerUrl, password)))
}

async function roleMaySignIn(ownerUrl: string): Promise<boolean> {
  const owner = client(ownerUrl)
  await owner.connect()
  const { rowCount } = await owner
    .query('select 1 from pg_roles where rolname = $1 and rolcanlogin', [appRole])
    .finally(() => owner.end())
  return rowCount !== 0
}

async function isWrong(url: string): Promise<boolean> {
  const app = client(url)
  try {
    await app.connect()
    return false
  } catch (error) {
    return (error as { code?: string }).code === '28P01' // anything else is told by whoever meets it next
  } finally {
    await app.end()
  }
}

function client(connectionString: string): pg.Client {
  const made = new pg.Client({ connectionString, application_name: 'ordholden' })
  made.on('error', () => undefined)
  return made
}

/** What to do about it. */
export function whyAnothers(dataDir: string): string {
  return (
    `Databasetjeneren er alt i bruk av en Ordholden med en annen datamappe enn ${dataDir}. Flytt data/secrets og data/ledger hit fra den mappen, ` +
    `eller gi denne forretningen en tjener for seg selv. Er den mappen tapt for godt: «alter role ${appRole} nologin», og start på nytt.\n` +
    `The database server is already used by an Ordholden with another data folder than ${dataDir}. Move data/secrets and data/ledger here from that ` +
    `folder, or give this merchant a server of its own. If that folder is lost for good: "alter role ${appRole} nologin", and start again.`
  )
}
