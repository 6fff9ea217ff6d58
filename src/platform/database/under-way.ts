import { type QueryExecutorProvider, sql } from 'kysely'
import pg from 'pg'

/** A restore that is not over: nobody may open the database before it is. It stands in a schema of its own, which the loading leaves alone. */
export type UnderWay = {
  /** loading: rows are missing, begin again. loaded: all is there, but what was done since the backup is not done again yet. */
  readonly stage: 'loading' | 'loaded'
  readonly file: string
  readonly takenAt: Date
}

export function beginRestore(
  ownerUrl: string,
  now: Date,
  { file, takenAt }: Pick<UnderWay, 'file' | 'takenAt'>,
): Promise<unknown> {
  return asOwner(ownerUrl, async (client) => {
    // Whole or not at all: whether the shop is open is asked of the schema, what to do about it of the row.
    await client.query('begin')
    await client.query('create schema if not exists restored')
    await client.query(`create table if not exists restored.state (one boolean primary key default true check (one),
      stage text not null check (stage in ('loading', 'loaded')), file text not null, taken_at timestamptz not null, begun_at timestamptz not null)`)
    await client.query(
      `insert into restored.state (stage, file, taken_at, begun_at) values ('loading', $1, $2, $3) on conflict (one)
       do update set stage = excluded.stage, file = excluded.file, taken_at = excluded.taken_at, begun_at = excluded.begun_at`,
      [file, takenAt, now],
    )
    await client.query('commit')
  })
}

export function restoreIsLoaded(ownerUrl: string): Promise<unknown> {
  return asOwner(ownerUrl, (client) => client.query(`update restored.state set stage = 'loaded'`))
}

/** Nothing of it is left; from here on the database may be opened. In the caller's transaction. */
export async function endRestore(tx: QueryExecutorProvider): Promise<void> {
  await sql`drop schema if exists restored cascade`.execute(tx)
}

/** Undefined when none is: the rule. */
export function restoreUnderWay(ownerUrl: string): Promise<UnderWay | undefined> {
  return asOwner(ownerUrl, async (client) => {
    const there = await client.query<{ there: boolean }>(`select to_regclass('restored.state') is not null as there`)
    if (!there.rows[0]!.there) return undefined
    const { rows } = await client.query<UnderWay>('select stage, file, taken_at as "takenAt" from restored.state')
    return rows[0]
  })
}

/** What to do about it, for whoever tried to open the database. */
export function whyNotOpen({ stage, file, takenAt }: UnderWay): string {
  const again = stage === 'loading' ? `npm run restore -- ${file}` : 'npm run restore'
  const day = takenAt.toISOString().slice(0, 10)
  return (
    `Databasen er lagt tilbake fra en sikkerhetskopi (${day}), men gjenopprettingen er ikke ferdig. Ingen slipper inn før slettinger og protester er gjort på nytt. Kjør: ${again}\n` +
    `The database was restored from a backup (${day}), but the restore is not over. Nobody is let in before erasures and objections are done again. Run: ${again}`
  )
}

async function asOwner<Answer>(ownerUrl: string, act: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'ordholden restore',
    options: '-c client_min_messages=warning',
  })
  client.on('error', () => undefined)
  await client.connect()
  return act(client).finally(() => client.end())
}
