import { sql } from 'kysely'
import type { For } from '#purposes'

export type HeldRow = {
  readonly account_id: string
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly reason: string
  readonly person_id: string | null
  readonly item_table: string | null
  readonly approved_by: string
  readonly placed_at: Date
  readonly reviewed_at: Date
  readonly lapses_on: string
  readonly released_at: Date | null
  readonly state: 'in force' | 'to be read' | 'lapsed' | 'released'
  /** Of the company; null where it has none that may be seen. */
  readonly name: string | null
  readonly customer_number: bigint | null
}

/** What is held, what must be read first. */
export async function holdList(db: For<'legal_obligation'>, now: Date): Promise<readonly HeldRow[]> {
  const today = sql`(${now}::timestamptz at time zone 'Europe/Oslo')::date`
  const { rows } = await sql<HeldRow>`
    select h.account_id, h.id, h.kind, h.reference, h.reason, h.person_id, h.item_table, h.approved_by, h.placed_at, h.reviewed_at, h.lapses_on, h.released_at, a.name, a.customer_number,
      case when h.released_at is not null then 'released' when h.lapses_on < ${today} then 'lapsed'
        when (h.reviewed_at at time zone 'Europe/Oslo')::date + 90 <= ${today} then 'to be read' else 'in force' end as state
    from hold h join account a on a.account_id = h.account_id
    order by h.released_at is not null, h.lapses_on < ${today}, h.reviewed_at limit 200`.execute(db)
  return rows
}
