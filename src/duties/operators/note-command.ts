import { userInfo } from 'node:os'
import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'

/**
 * A command that opens the data writes down who ran it, as the machine knows them, and what for. Written by the database's owner:
 * no role of the application may, so nobody can make one up from inside.
 */
export async function noteCommand(
  owner: QueryExecutorProvider,
  now: Date,
  { what, why, who = userInfo().username }: { readonly what: string; readonly why: string; readonly who?: string },
): Promise<void> {
  // A backup is also taken of a database that an older edition left behind; it has no such table yet, and gets one at the next start.
  const { rows } = await sql<{ here: boolean }>`select to_regclass('core.operator_visit') is not null as here`.execute(owner)
  if (!rows[0]!.here) return
  await sql`insert into core.operator_visit (id, how, what, who, began_at, ended_at, reason, reason_at)
    values (${newId(now)}, 'command', ${what}, ${who}, ${now}, ${now}, ${why}, ${now})`.execute(owner)
  await witness(owner, now, { kind: 'operator command', body: { what } })
}
