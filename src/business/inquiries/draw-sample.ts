import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import type { For } from '#purposes'

/** At least so many, and at least so large a part of what was closed (promise 2.6-d). */
const fewest = 10
const part = 0.02

type Drawn = { readonly account_id: string; readonly id: string; readonly number: string; readonly handled_by: string | null }

/**
 * Draws last month's sample by lot, once a month however often it is asked: inquiries closed in the month before `now`, Oslo time.
 * Answers how many were drawn.
 */
export async function drawSample(db: For<'case_documentation'>, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const month = sql`(date_trunc('month', ${now}::timestamptz at time zone 'Europe/Oslo') - interval '1 month')`
    const { rows: before } = await sql`select 1 from case_review where month = ${month}::date limit 1`.execute(tx)
    if (before.length > 0) return 0
    const { rows } = await sql<Drawn>`
      with closed as (select i.account_id, i.id, i.number, coalesce(i.owner_user_id,
          (select m.staff_user_id from inquiry_message m where m.account_id = i.account_id and m.inquiry_id = i.id and m.direction = 'out' order by m.at desc limit 1)) as handled_by
        from inquiry i where i.closed_at >= ${month} at time zone 'Europe/Oslo'
          and i.closed_at < (${month} + interval '1 month') at time zone 'Europe/Oslo')
      select * from closed order by random() limit greatest(${fewest}, ceil((select count(*) from closed) * ${part}::float8))::int`.execute(
      tx,
    )
    for (const { account_id, id, number, handled_by } of rows)
      await sql`insert into core.case_review (account_id, id, inquiry_id, number, month, handled_by, drawn_at)
        values (${account_id}, ${newId(now)}, ${id}, ${number}, ${month}::date, ${handled_by}, ${now}) on conflict do nothing`.execute(
        tx,
      )
    if (rows.length > 0) await witness(tx, now, { kind: 'sample drawn', body: { inquiries: rows.length } })
    return rows.length
  })
}
