import { sql } from 'kysely'
import { personalColumn, type Declared, type PersonalColumn } from '#personal-data'
import type { For } from '#purposes'
import type { RuleId } from '#retention'
import { wholeOf } from './holdings-sql.ts'
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

type Told = { readonly table: string; readonly held: HeldRow['values'] | null; readonly ends: HeldRow['ends'] }

/**
 * Everything that is held about the person fixed in the transaction, table by table in the order of the declarations. A
 * table that is declared cannot be forgotten, and one that is not declared cannot exist (promise 7-a, house/columns.test.ts).
 */
export async function holdings(tx: For<'rights_handling'>, inventory: readonly Declared[]): Promise<Holding[]> {
  const { rows } = await sql<Told>`select "table", held, ends from house.holdings()`.execute(tx)
  const told = Map.groupBy(rows, ({ table }) => table)
  return inventory.flatMap((table) => {
    const shown = shownOf(table, inventory)
    if (shown === undefined) return []
    const theirs = told.get(table.table)
    if (theirs === undefined) throw new Error(`house.holdings() was written without ${table.table}`)
    const ending = endsWith(table, inventory, told)
    const filled = theirs.flatMap((row) => (row.held === null ? [] : [{ values: row.held, ends: ending(row) }]))
    return [{ table: table.table, columns: personalOf(table, shown), rows: filled }]
  })
}

/** When a row ends: by its own rule, or with what it is a part of, which the database has counted once already. */
function endsWith(table: Declared, inventory: readonly Declared[], told: ReadonlyMap<string, readonly Told[]>) {
  const whole = wholeOf(table, inventory)
  if (whole === undefined) return ({ ends }: Told) => ends
  const wholes = new Map(told.get(whole.table)?.map(({ held, ends }) => [held?.id, ends] as const))
  return ({ held }: Told) => wholes.get(held![table.through!.by]) ?? {}
}

/** The columns of it that are about somebody. */
function personalOf(table: Declared, { columns }: Shown): Record<string, PersonalColumn> {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const column = personalColumn(table.columns[name])
      return column === undefined ? [] : [[name, column]]
    }),
  )
}
