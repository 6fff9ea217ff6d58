import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'

type Seen = {
  readonly session: string
  readonly what: string
  readonly who: string
  readonly from: string | null
  readonly began: Date
}

/**
 * Writes down whoever is in the database now and is not one of our own programs, once each, and when those who were are gone.
 * A session shorter than the time between two looks is not seen.
 */
export async function watchSessions(owner: QueryExecutorProvider, now: Date): Promise<{ readonly noted: number }> {
  const here = await strangers(owner)
  let noted = 0
  for (const { session, what, who, from, began } of here) {
    const { numAffectedRows } = await sql`
      insert into core.operator_visit (id, how, what, who, from_address, session, began_at)
      values (${newId(now)}, 'session', ${what}, ${who}, ${from}, ${session}, ${began}) on conflict (session) do nothing`.execute(
      owner,
    )
    if (numAffectedRows !== 1n) continue
    noted += 1
    await witness(owner, now, { kind: 'operator session', body: { what } })
  }
  await sql`update core.operator_visit set ended_at = ${now} where how = 'session' and ended_at is null
    and session <> all (${here.map(({ session }) => session)}::text[])`.execute(owner)
  return { noted }
}

// Our own programs say who they are (openDatabase). One that lies about it is an operator who means to hide, and no program stops that.
async function strangers(owner: QueryExecutorProvider): Promise<readonly Seen[]> {
  const { rows } = await sql<Seen>`
    select pid || '@' || extract(epoch from backend_start)::text as session, coalesce(nullif(application_name, ''), 'uten navn') as what,
      usename as who, host(client_addr) as "from", backend_start as began
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and application_name not like 'ordholden%'`.execute(
    owner,
  )
  return rows
}
