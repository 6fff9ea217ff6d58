import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparedClient } from './prepared-client.ts'

/** As whom to work, in which schema bare names are found, and how many connections at most (default 4). */
type Reach = { readonly role?: string; readonly schema?: string; readonly max?: number; readonly applicationName?: string }

/**
 * Opens a pool. The role is set once, as the connection is made, so no read costs an extra round trip, and what is asked
 * again is not planned again. Days are counted in Europe/Oslo. bigint arrives as BigInt, date as 'YYYY-MM-DD', numeric as string, timestamptz as Date.
 */
export function openDatabase<Tables>(
  url: string,
  { role, schema, max = 4, applicationName = 'ordholden' }: Reach = {},
): Kysely<Tables> {
  const pool = new pg.Pool({
    Client: PreparedClient,
    connectionString: url,
    max,
    application_name: applicationName,
    options: ['TimeZone=Europe/Oslo', role && `role=${role}`, schema && `search_path=${schema}`]
      .filter(Boolean)
      .map((setting) => `-c ${setting}`)
      .join(' '),
    // A thousand claims at once are answered in a dozen seconds; whoever waits in that queue is not sent away.
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: { getTypeParser },
  })
  // An idle connection that the server closed is replaced by the pool; the next query says if the server is gone.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

const int8 = 20
const int8Array = 1016
const date = 1082
const dateArray = 1182
const textArray: number = 1009

const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, format)
  if (oid === int8) return BigInt
  if (oid === date) return String
  if (oid === dateArray) return texts
  if (oid === int8Array) return (value: string) => texts(value).map((each) => (each === null ? null : BigInt(each)))
  return pg.types.getTypeParser(oid, format)
}) as typeof pg.types.getTypeParser

function texts(value: string): (string | null)[] {
  return pg.types.getTypeParser(textArray)(value)
}
