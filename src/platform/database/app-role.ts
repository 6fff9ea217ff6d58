import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * The only role the application connects as. It inherits nothing: until it has become a purpose it can read no row.
 */
export const appRole = 'ordholden_app'

/** Makes the role if the server lacks it, and sets its password to ours. It may become the runner of jobs; the duties add purposes. */
export async function giveAppRole(owner: QueryExecutorProvider, password: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${appRole}`.execute(owner)
  const verb = sql.raw(rows.length === 0 ? 'create' : 'alter')
  await sql`${verb} role ${sql.id(appRole)} login noinherit password ${sql.lit(password)}`.execute(owner)
  await sql`grant ordholden_jobs to ${sql.id(appRole)}`.execute(owner)
}

/** The same server and database, reached as the application. */
export function appUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = appRole
  url.password = password
  return url.href
}
