import { sql } from 'kysely'
import { personalColumn, type Declared, type PersonalColumn } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding, type RuleId } from '#retention'
import { quoted, shownOf, type Shown } from './own-rows.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** One row about the person: its values, and when each retention rule that applies to it ends it (ISO 8601, or null: not known yet). */
export type HeldRow = {
  readonly values: Readonly<Record<string, Json>>
  readonly ends: Readonly<Partial<Record<RuleId, string | null>>>
}

/** What one table holds about the person, and what was declared of each personal column. */
export type Holding = {
  readonly table: string
  readonly columns: Readonly<Record<string, PersonalColumn>>
  readonly rows: readonly HeldRow[]
}

/** Instead of a secret of the sign-in: that it is held, not what it is. */
export const hidden = '•••'

/**
 * Everything that is held about the person fixed in the transaction, table by table in the order of the declarations. A
 * table that is declared cannot be forgotten, and one that is not declared cannot exist (promise 7-a, house/columns.test.ts).
 */
export async function holdings(tx: For<'rights_handling'>, inventory: readonly Declared[]): Promise<Holding[]> {
  const found: Holding[] = []
  for (const table of inventory) {
    const shown = shownOf(table, inventory)
    if (shown === undefined) continue
    const columns = personalOf(table, shown)
    found.push({ table: table.table, columns, rows: await rowsOf(tx, endOf(table, inventory), shown, columns) })
  }
  return found
}

function personalOf(table: Declared, { columns }: Shown): Record<string, PersonalColumn> {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const column = personalColumn(table.columns[name])
      return column === undefined ? [] : [[name, column]]
    }),
  )
}

/** SQL over `t`: the rule that ends this very row, and when. What is a part of something ends with it, by that one's rule. */
function endOf(table: Declared, inventory: readonly Declared[]): string {
  const ending = rowEnding(table)
  if (ending !== undefined) return endObject(ending)
  const whole = inventory.find((each) => each.table === table.through?.table)
  const ofWhole = whole && rowEnding(whole)
  const theirs = whole && shownOf(whole, inventory)
  if (!ofWhole || !theirs) return `'{}'::jsonb`
  return `(select e.ends from (select t.account_id, t.id, ${endObject(ofWhole)} as ends from ${theirs.from} t where ${theirs.where}) e
    where e.account_id = t.account_id and e.id = t.${quoted(table.through!.by)})`
}

function endObject({ rule, at }: { readonly rule: string; readonly at: string }): string {
  return `jsonb_build_object(coalesce(${rule}, 'none'), ${at})`
}

async function rowsOf(
  tx: For<'rights_handling'>,
  ends: string,
  { from, columns, where }: Shown,
  personal: Record<string, PersonalColumn>,
): Promise<HeldRow[]> {
  const values = columns.map((name) => `${literal(name)}, ${shownValue(name, personal[name])}`).join(', ')
  const order = columns.includes('id') ? ' order by t.id' : ''
  const { rows } = await sql
    .raw<HeldRow>(`select jsonb_build_object(${values}) as values, ${ends} as ends from ${from} t where ${where}${order}`)
    .execute(tx)
  return rows
}

function shownValue(name: string, column: PersonalColumn | undefined): string {
  const value = `t."${name}"`
  return column?.secret ? `case when ${value} is not null then ${literal(hidden)} end` : value
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
