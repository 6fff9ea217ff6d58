import { sql } from 'kysely'
import { viewName, type Declared } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding } from './endings.ts'
import type { RuleId } from './rules.ts'
import { keeps, keptBy, lasts } from './stopped.ts'

/** How one row ends, as the sweep would see it. Days are of Oslo, YYYY-MM-DD. */
export type End = {
  readonly rule: RuleId | null
  /** The day from which it is not there any longer; null while its clock has not begun, and where nothing but a decision ends it. */
  readonly on: string | null
  /** Its last day has been. */
  readonly over: boolean
  /** Who wants it kept past that. */
  readonly hold: { readonly reference: string; readonly reason: string; readonly lapsesOn: string } | null
  /** Whose it is, and the item that a hold on it would name. */
  readonly personId: string | null
  readonly itemId: string | null
  /** The person asked us to keep it (art. 18(1)(b), (c)). */
  readonly restricted: boolean
}

/** Of a table that is nobody's relationship, the id alone; of one that has no id of its own, whose it is. */
export type Row = { readonly accountId?: string; readonly id: string }

/** When rows go, by the same declaration as the sweep reads, counted by the database (promise 4-a). What is not there is not in it. */
export async function endsOf(
  db: For<'legal_obligation'>,
  now: Date,
  table: Declared,
  asked: readonly Row[],
): Promise<ReadonlyMap<string, End>> {
  if (asked.length === 0) return new Map()
  const ending = rowEnding(table)!
  const ofAccount = 'account_id' in table.columns
  const accounts = asked.map(({ accountId }) => accountId).filter((id) => id !== undefined)
  const own = 'id' in table.columns ? sql`t.id = any (${asked.map(({ id }) => id)}::uuid[])` : sql`true`
  const { rows } = await sql<End & { row: string }>`
    select ${sql.raw('id' in table.columns ? 'e.id' : 'e.account_id')}::text as row, e.rule,
      to_char(e.at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as on, coalesce(e.at <= ${now}, false) as over,
      ${sql.raw(ofAccount ? heldBy(table, now) : 'null::jsonb')} as hold, ${sql.raw(restricted(table))} as restricted,
      ${sql.raw(table.person === undefined ? 'null' : `e.${table.person}`)} as "personId", ${sql.raw(itemOf(table))} as "itemId"
    from (select t.*, ${sql.raw(ending.rule)} as rule, ${sql.raw(ending.at)} as at from ${sql.table(viewName(table.table))} t
      where ${ofAccount ? sql`t.account_id = any (${accounts}::uuid[])` : sql`true`} and ${own}) e`.execute(db)
  return new Map(rows.map(({ row, ...end }) => [row, end]))
}

/** The same of one row. Undefined: it is not there. */
export async function endsWhen(db: For<'legal_obligation'>, now: Date, table: Declared, row: Row): Promise<End | undefined> {
  return (await endsOf(db, now, table, [row])).values().next().value
}

/** The hold that lasts longest: on the item, on its person or on the whole relationship; bookkeeping waits for any of them. */
function heldBy(declared: Declared, now: Date): string {
  const { table, through, person } = declared
  const item = `h.item_table = '${through?.table ?? table}' and h.item_id = ${itemOf(declared)}`
  const theirs = through === undefined && person !== undefined ? `(h.person_id is null or h.person_id = e.${person})` : 'true'
  return `(select jsonb_build_object('reference', h.reference, 'reason', h.reason, 'lapsesOn', h.lapses_on) from hold h
    where h.account_id = e.account_id and ${lasts(now)} and (${item} or (h.item_id is null and ${theirs})) order by h.lapses_on desc limit 1)`
}

function itemOf({ through, columns }: Declared): string {
  if (through !== undefined) return `e.${through.by}`
  return 'id' in columns ? 'e.id' : 'null'
}

function restricted(table: Declared): string {
  const { person, document } = table
  if (person === undefined || table.through !== undefined) return 'false'
  const kept = keptBy(table, [table], document === undefined ? undefined : 'e.id', 'e')
  return `exists (select 1 from restriction s where s.account_id = e.account_id and s.person_id = e.${person} and ${keeps('s')} and (${kept}))`
}
