import type { Context } from 'hono'
import { sql } from 'kysely'
import type { Purposes } from '#purposes'

/** 200 when the database answers, 503 when it does not. */
export async function health(c: Context, purposes: Purposes): Promise<Response> {
  try {
    await sql`select 1`.execute(purposes.for('web_function'))
    return c.json({ status: 'ok' })
  } catch {
    // Any failure to reach the database is the answer here, not an error of ours.
    return c.json({ status: 'database away' }, 503)
  }
}
