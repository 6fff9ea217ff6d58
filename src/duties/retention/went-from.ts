import { type RawBuilder, sql } from 'kysely'
import { personalColumn, viewName, type Declared, type Ending } from '#personal-data'
import { may } from '#purposes'

export type Blocks = { readonly from: number; readonly to: number }

/**
 * The statement that ends the expired rows in a stretch of a table's blocks: one pass over the table, no index needed, and
 * no row waits for more than its own stretch. `expired` is SQL over `t`.
 */
export function wentFrom(
  table: Declared,
  ending: Ending,
  inventory: readonly Declared[],
  blocks: Blocks,
  expired: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const base = sql.raw(tableOfRows(table.table))
  const parts = ending.does === 'empty' ? [] : partsOf(table, inventory)
  const unseen = seesPersonal(table, ending)
  const here = stretch(blocks, unseen ? 'b' : 't')
  if (parts.length === 0 && !unseen) {
    const act = ending.does === 'empty' ? sql`update ${base} t set ${emptied(table)}` : sql`delete from ${base} t`
    return sql`${act} where ${here} and ${expired}`
  }
  const keys = keysOf(table)
  const { rows, row } = lookedAt(table, ending)
  const doomed = sql`doomed as materialized (select ${sql.raw(row)} as at_row${sql.raw(keys.map((name) => `, t.${name}`).join(''))} from ${rows} where ${here} and ${expired})`
  const children = parts.map(
    (part, n) => sql`, ${sql.raw(`part_${n}`)} as (delete from ${sql.raw(tableOfRows(part.table))} c using doomed d
      where c.account_id = d.account_id and c.${sql.raw(part.through!.by)} = d.id)`,
  )
  const act = ending.does === 'empty' ? sql`update ${base} x set ${emptied(table)}` : sql`delete from ${base} x`
  return sql`with ${doomed}${sql.join(children, sql``)} ${act} where x.ctid = any (array(select at_row from doomed))`
}

/** How long the table is, in blocks, if any of its rows has expired; else nothing. */
export function anyExpired(
  table: Declared,
  ending: Ending,
  expired: RawBuilder<unknown>,
): RawBuilder<{ readonly blocks: number }> {
  const { rows } = lookedAt(table, ending)
  const size = sql`pg_relation_size(${tableOfRows(table.table)}::regclass)`
  return sql<{ blocks: number }>`select ceil(${size} / 8192.0)::int as blocks from ${rows} where ${expired} limit 1`
}

/** What may not be read in the table itself is asked of the purpose's view of it; where its rows stand only the table knows. */
function lookedAt(table: Declared, ending: Ending): { readonly rows: RawBuilder<unknown>; readonly row: string } {
  const base = sql.raw(tableOfRows(table.table))
  if (!seesPersonal(table, ending)) return { rows: sql`${base} t`, row: 't.ctid' }
  return {
    rows: sql`${base} b join ${sql.raw(`"${viewName(table.table)}"`)} t using (${sql.raw(keysOf(table).join(', '))})`,
    row: 'b.ctid',
  }
}

/** Which row it is: by its id, or else by whose it is and which of theirs; any other id refers to something, and may be missing. */
function keysOf({ columns }: Declared): string[] {
  if ('id' in columns) return ['account_id', 'id'].filter((name) => name in columns)
  const keys = Object.keys(columns).filter((name) => columns[name] === 'key')
  return keys.filter((name) => !name.endsWith('_id') || ['account_id', 'person_id', 'user_id'].includes(name))
}

/** `"core"."person"`. */
function tableOfRows(table: string): string {
  return table
    .split('.')
    .map((name) => `"${name}"`)
    .join('.')
}

function stretch({ from, to }: Blocks, alias: string): RawBuilder<unknown> {
  return sql.raw(`${alias}.ctid >= '(${from},0)'::tid and ${alias}.ctid < '(${to},0)'::tid`)
}

/** What is a part of it and has no end of its own goes with it; what a law keeps is not for us to delete. */
function partsOf({ table }: Declared, inventory: readonly Declared[]): readonly Declared[] {
  return inventory.filter((part) => part.through?.table === table && may(part, 'delete', 'legal_obligation'))
}

function seesPersonal({ columns, direct }: Declared, { since, when = '' }: Ending): boolean {
  if (direct !== undefined) return false
  return Object.entries(columns).some(
    ([name, column]) => personalColumn(column) !== undefined && new RegExp(`\\bt\\."?${name}\\b`).test(`${since} ${when}`),
  )
}

/** The row stays, and says nothing about anybody. */
function emptied({ columns, person }: Declared): RawBuilder<unknown> {
  const names = Object.keys(columns).filter((name) => personalColumn(columns[name]) !== undefined || name === person)
  return sql.raw(names.map((name) => `"${name}" = null`).join(', '))
}
