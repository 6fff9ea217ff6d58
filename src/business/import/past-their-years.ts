import { type Kysely, sql } from 'kysely'
import { dayOf } from '#clock'
import type { DB } from '#database'

/** How many documents that came from a file are past their five years: the next night deletes them, but for what is held. */
export async function pastTheirYears(owner: Kysely<DB>, now: Date): Promise<number> {
  const { rows } = await sql<{ documents: number }>`select count(*)::int as documents from core.invoice
    where series like 'import-%' and make_date(extract(year from issue_date)::integer + 6, 1, 1) <= ${dayOf(now)}::date`.execute(
    owner,
  )
  return rows[0]!.documents
}
