import { sql } from 'kysely'
import { newId } from '#database'
import { witness } from '#evidence'
import { viewName } from '#personal-data'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import type { heldItems } from './stopped.ts'

/** Who may decide it. */
export const holders = ['privacy_officer', 'host'] as const
export const holdKinds = ['claim', 'complaint', 'legal_hold'] as const

export type Hold = {
  readonly accountId: string
  /** Undefined: the whole relationship, whoever it is with. */
  readonly personId?: string | undefined
  readonly kind: (typeof holdKinds)[number]
  /** The claim's own number, theirs or ours. */
  readonly reference: string
  readonly reason: string
  /** One item of theirs; without it, everything about the person or the relationship. */
  readonly item?: { readonly table: (typeof heldItems)[number]; readonly id: string }
  readonly approvedBy: string
}

/** Keeps one item, or one person's, past its time. It lapses by itself after twelve months unless somebody renews it (promise 4-c). */
export async function placeHold(
  db: For<'legal_obligation'>,
  now: Date,
  { accountId, personId, kind, reference, reason, item, approvedBy }: Hold,
): Promise<{ readonly id: string } | Refusal<'no reference' | 'no reason' | 'no such customer' | 'no such item'>> {
  if (reference.trim() === '' || reference.length > 100) return refuse('no reference', 'reference')
  if (reason.trim().length < 10 || reason.length > 500) return refuse('no reason', 'reason')

  const placed = db.transaction().execute(async (tx) => {
    if (personId !== undefined && !(await isThere(tx, 'core.person', accountId, personId)))
      return refuse('no such customer', 'reference')
    if (item !== undefined && !(await isThere(tx, item.table, accountId, item.id))) return refuse('no such item', 'reference')
    const id = newId(now)
    await sql`insert into core.hold (account_id, id, kind, reference, reason, person_id, item_table, item_id, approved_by, placed_at, reviewed_at, lapses_on)
      values (${accountId}, ${id}, ${kind}, ${reference.trim()}, ${reason.trim()}, ${personId ?? null}, ${item?.table ?? null}, ${item?.id ?? null}, ${approvedBy},
        ${now}, ${now}, (${now}::timestamptz at time zone 'Europe/Oslo')::date + interval '12 months')`.execute(tx)
    await witness(tx, now, {
      kind: 'hold placed',
      subject: personId ?? null,
      body: { hold: id, item: item?.table ?? (personId ? 'person' : 'relationship') },
    })
    return { id }
  })
  return placed.catch((error: { readonly code?: string }) => {
    // They were erased while somebody decided.
    if (error.code === '23503') return refuse('no such customer', 'reference')
    throw error
  })
}

/** Among the customer's rows, or among what is locked in the archive. */
async function isThere(tx: For<'legal_obligation'>, table: string, accountId: string, id: string): Promise<boolean> {
  const name = viewName(table)
  const places = table === 'core.sales_order' ? [name] : [name, `archived_${name}`]
  for (const place of places) {
    const { rows } = await sql`select 1 from ${sql.table(place)} where account_id = ${accountId} and id = ${id}`.execute(tx)
    if (rows.length > 0) return true
  }
  return false
}

export type Which = { readonly accountId: string; readonly id: string }

/** Read again, and still needed: another twelve months at most, and ninety days to the next reading. */
export function reviewHold(db: For<'legal_obligation'>, now: Date, which: Which): Promise<boolean> {
  return changed(
    db,
    now,
    which,
    'hold reviewed',
    sql`reviewed_at = ${now}, lapses_on = (${now}::timestamptz at time zone 'Europe/Oslo')::date + interval '12 months'`,
  )
}

/** The claim is settled: the ordinary rule counts again, from where it stood. */
export function releaseHold(db: For<'legal_obligation'>, now: Date, which: Which): Promise<boolean> {
  return changed(db, now, which, 'hold released', sql`released_at = ${now}`)
}

/** False when it had been released, or had lapsed: what has lapsed is not renewed but placed anew, with a reason. */
function changed(
  db: For<'legal_obligation'>,
  now: Date,
  { accountId, id }: Which,
  kind: string,
  set: ReturnType<typeof sql>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numAffectedRows: rows = 0n } = await sql`update core.hold set ${set} where account_id = ${accountId} and id = ${id}
      and released_at is null and lapses_on >= (${now}::timestamptz at time zone 'Europe/Oslo')::date`.execute(tx)
    if (rows === 1n) await witness(tx, now, { kind, body: { hold: id } })
    return rows === 1n
  })
}
