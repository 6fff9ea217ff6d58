import { sql } from 'kysely'
import type { For } from '#purposes'
import { refused } from '#refusal'
import { endRelationship } from './end-relationship.ts'
import { nothingOpen } from './nothing-open.ts'

const months = 24
const most = 500

/**
 * Ends what has been silent for 24 months: no order, quote, inquiry, sign-in or change of theirs, and nothing open or held.
 * Customers who buy once a year are inside. Answers how many relationships ended.
 */
export async function endInactive(db: For<'legal_obligation'>, now: Date): Promise<number> {
  let ended = 0
  for (const accountId of await silent(db, now)) {
    const done = await db
      .transaction()
      .execute((tx) => endRelationship(tx, now, { accountId, reason: 'inactive', channel: 'system' }))
    if (!refused(done)) ended += 1
  }
  return ended
}

/** The day counts in Oslo, and 29 February has its last day on the 28th; what was active a month later need not be looked at. */
async function silent(db: For<'legal_obligation'>, now: Date): Promise<string[]> {
  const since = (at: string) =>
    sql.raw(
      `((${at}) at time zone 'Europe/Oslo')::date + interval '${months} months' < (timestamptz '${now.toISOString()}' at time zone 'Europe/Oslo')::date`,
    )
  const none = (table: string, at: string) =>
    sql`not exists (select 1 from ${sql.raw(table)} x where x.account_id = a.account_id and not ${since(`x.${at}`)})`
  const { rows } = await sql<{ account_id: string }>`
    select a.account_id from account a
    where a.ended_at is null and a.kind <> 'imported'
      and a.last_active_at < ${now}::timestamptz - ${`${months - 1} months`}::interval and ${since('a.last_active_at')}
      and ${none('person', 'last_active_at')} and ${none('inquiry', 'last_message_at')} and ${none('quote', 'created_at')}
      and ${none('sales_order', 'confirmed_at')} and ${sql.raw(nothingOpen('a.account_id'))}
      and not exists (select 1 from hold h where h.account_id = a.account_id and h.released_at is null)
    order by a.account_id limit ${most}`.execute(db)
  return rows.map(({ account_id }) => account_id)
}
