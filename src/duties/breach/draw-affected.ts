import { type Kysely, sql } from 'kysely'
import { newId } from '#database'
import type { Declared } from '#personal-data'
import { viewName } from '#personal-data'
import { recipient } from '#processors'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { heldIn, heldInTable, seenFor, tablesOfPersons } from './categories.ts'

/** Where to look, and between which moments: what staff looked up, what was sent, or whose rows a table holds. */
export type Look = { readonly breachId: string; readonly from: Date; readonly until: Date } & (
  | { readonly source: 'readings'; readonly staffUserId?: string | undefined }
  | { readonly source: 'transfers'; readonly recipient?: string | undefined }
  | { readonly source: 'table'; readonly table: string }
)

type Handles = { readonly legal: For<'legal_obligation'>; readonly security: For<'security'> }
type Found = { readonly account_id: string; readonly person_id: string; readonly marks: readonly string[] }

export type NotDrawn = Refusal<'ends before it begins' | 'no such table' | 'no such recipient' | 'no such colleague'>

/**
 * Who was affected and which kinds of data about them, as our own logs tell it (art. 33(3)(a)). Looking again, or elsewhere,
 * adds to what was found; whoever is found twice is there once, with all that was seen.
 */
export async function drawAffected(
  { legal, security }: Handles,
  now: Date,
  look: Look,
  inventory: readonly Declared[],
): Promise<{ readonly persons: number } | NotDrawn> {
  if (look.until < look.from) return refuse('ends before it begins', 'until')
  if (look.source === 'table' && !tablesOfPersons(inventory).some(({ table }) => table === look.table))
    return refuse('no such table', 'table')
  if (look.source === 'transfers' && look.recipient !== undefined && !(await recipient(legal, look.recipient)))
    return refuse('no such recipient', 'recipient')
  if (look.source === 'readings' && look.staffUserId !== undefined && !(await worksHere(security, look.staffUserId)))
    return refuse('no such colleague', 'staff')
  const db = (look.source === 'table' ? legal : security) as unknown as Kysely<never>
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${look.breachId}))`.execute(tx)
    const found = await foundBy(tx, look, inventory)
    await keep(tx, look.breachId, found, (marks) => categoriesOf(look, marks, inventory))
    await note(tx, now, look, found.length)
    return { persons: found.length }
  })
}

/** Or did, when it happened. */
async function worksHere(db: For<'security'>, userId: string): Promise<boolean> {
  return (await db.selectFrom('staff').select('user_id').where('user_id', '=', userId).executeTakeFirst()) !== undefined
}

async function foundBy(tx: Kysely<never>, look: Look, inventory: readonly Declared[]): Promise<readonly Found[]> {
  const between = (column: string) => sql`${sql.raw(column)} between ${look.from} and ${look.until}`
  if (look.source === 'readings') {
    const { rows } = await sql<Found>`select account_id, person_id, array_agg(distinct purpose) as marks from reading
      where ${between('at')} and (${look.staffUserId ?? null}::text is null or staff_user_id = ${look.staffUserId ?? null})
      group by account_id, person_id`.execute(tx)
    return rows
  }
  if (look.source === 'transfers') {
    const { rows } = await sql<Found>`select account_id, person_id, array_agg(distinct f) as marks from transfer, unnest(fields) f
      where person_id is not null and ${between('at')} and (${look.recipient ?? null}::text is null or recipient = ${look.recipient ?? null})
      group by account_id, person_id`.execute(tx)
    return rows
  }
  // A table has lain open: whoever had a row in it before the end of that time was affected, however old the row.
  const table = inventory.find((each) => each.table === look.table)!
  const { rows } = await sql<Found>`select distinct account_id, ${sql.ref(table.person!)} as person_id, '{}'::text[] as marks
    from ${sql.table(viewName(table.table))} where ${sql.ref(table.person!)} is not null`.execute(tx)
  return rows
}

function categoriesOf(look: Look, marks: readonly string[], inventory: readonly Declared[]): string[] {
  if (look.source === 'readings') return [...new Set(marks.flatMap((purpose) => seenFor(purpose, inventory)))].toSorted()
  return look.source === 'transfers' ? heldIn(marks, inventory) : heldInTable(look.table, inventory)
}

const atOnce = 1000

async function keep(
  tx: Kysely<never>,
  breachId: string,
  found: readonly Found[],
  categories: (marks: readonly string[]) => readonly string[],
): Promise<void> {
  const { rows } = await sql<{ person_id: string; categories: string[] }>`select person_id, categories from breach_person
    where breach_id = ${breachId}`.execute(tx)
  const before = new Map(rows.map((row) => [row.person_id, row.categories]))
  const merged = found.map(({ account_id, person_id, marks }) => ({
    account_id,
    person_id,
    categories: [...new Set([...(before.get(person_id) ?? []), ...categories(marks)])].toSorted(),
  }))
  for (let at = 0; at < merged.length; at += atOnce) {
    const some = sql`jsonb_to_recordset(${JSON.stringify(merged.slice(at, at + atOnce))}::jsonb)
      as r(account_id uuid, person_id uuid, categories text[])`
    await sql`update core.breach_person b set categories = r.categories from ${some}
      where b.breach_id = ${breachId} and b.account_id = r.account_id and b.person_id = r.person_id`.execute(tx)
    await sql`insert into core.breach_person (account_id, breach_id, person_id, categories)
      select account_id, ${breachId}, person_id, categories from ${some} on conflict do nothing`.execute(tx)
  }
}

async function note(tx: Kysely<never>, now: Date, look: Look, persons: number): Promise<void> {
  await sql`insert into core.breach_scope (id, breach_id, source, from_at, until_at, staff_user_id, recipient, about_table, persons, drawn_at)
    values (${newId(now)}, ${look.breachId}, ${look.source}, ${look.from}, ${look.until},
      ${look.source === 'readings' ? (look.staffUserId ?? null) : null}, ${look.source === 'transfers' ? (look.recipient ?? null) : null},
      ${look.source === 'table' ? look.table : null}, ${persons}, ${now})`.execute(tx)
}
