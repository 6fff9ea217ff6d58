import { sql } from 'kysely'
import { personalColumn, type Declared, type PersonalColumn } from '#personal-data'
import type { For } from '#purposes'
import { rowEnding, type RuleId } from '#retention'
import { shownOf, type Shown } from './own-rows.ts'

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
    found.push({ table: table.table, columns, rows: await rowsOf(tx, table, shown, columns) })
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

async function rowsOf(
  tx: For<'rights_handling'>,
  table: Declared,
  { from, columns, where }: Shown,
  personal: Record<string, PersonalColumn>,
): Promise<HeldRow[]> {
  const values = columns.map((name) => `${literal(name)}, ${shownValue(name, personal[name])}`).join(', ')
  const ending = rowEnding(table)
  // The rule that ends this very row; a row that goes with another is told by the rule of its columns alone.
  const ends = ending === undefined ? `'{}'::jsonb` : `jsonb_build_object(coalesce(${ending.rule}, 'none'), ${ending.at})`
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
