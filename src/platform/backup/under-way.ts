import type pg from 'pg'
import type { Contents } from './verify-backup.ts'
import { connected } from './take-backup.ts'

/** A restore that is not over: nobody may open the database before it is. It stands in a schema of its own, which the loading leaves alone. */
export type UnderWay = {
  /** loading: rows are missing, begin again. loaded: all is there, but what was done since the backup is not done again yet. */
  readonly stage: 'loading' | 'loaded'
  readonly file: string
  readonly takenAt: Date
}

export function beginRestore(ownerUrl: string, now: Date, file: string, { takenAt }: Contents): Promise<unknown> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('create schema if not exists restored')
    await client.query(`create table if not exists restored.state (one boolean primary key default true check (one),
      stage text not null check (stage in ('loading', 'loaded')), file text not null, taken_at timestamptz not null, begun_at timestamptz not null)`)
    await client.query(
      `insert into restored.state (stage, file, taken_at, begun_at) values ('loading', $1, $2, $3) on conflict (one)
       do update set stage = excluded.stage, file = excluded.file, taken_at = excluded.taken_at, begun_at = excluded.begun_at`,
      [file, takenAt, now],
    )
  })
}

export function loaded(ownerUrl: string): Promise<unknown> {
  return asOwner(ownerUrl, (client) => client.query(`update restored.state set stage = 'loaded'`))
}

/** Nothing of it is left; from here on the database may be opened. */
export function endRestore(ownerUrl: string): Promise<unknown> {
  return asOwner(ownerUrl, (client) => client.query('drop schema if exists restored cascade'))
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

async function asOwner<Answer>(ownerUrl: string, act: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = await connected(ownerUrl)
  return act(client).finally(() => client.end())
}
