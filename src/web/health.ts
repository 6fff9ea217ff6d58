import type { Context } from 'hono'
import { sql } from 'kysely'
import type { Purposes } from '#purposes'

/** 200 when the database answers; 503 when it does not, or was put back from a backup and is not ready for anybody. */
export async function health(c: Context, purposes: Purposes): Promise<Response> {
  try {
    const { rows } = await sql`select 1 from pg_namespace where nspname = 'restored'`.execute(purposes.for('web_function'))
    return rows.length === 0 ? c.json({ status: 'ok' }) : c.json({ status: 'being restored' }, 503)
  } catch {
    // Any failure to reach the database is the answer here, not an error of ours.
    return c.json({ status: 'database away' }, 503)
  }
}
