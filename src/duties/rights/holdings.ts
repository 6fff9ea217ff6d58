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
  return heldIn(inventory).map(({ table, columns, whole }) => {
    const theirs = told.get(table.table)
    if (theirs === undefined) throw new Error(`house.holdings() was written without ${table.table}`)
    const filled = theirs.filter(({ held }) => held !== null)
    const ending = filled.length === 0 || whole === undefined ? ({ ends }: Told) => ends : endsWith(table, told.get(whole.table))
    return { table: table.table, columns, rows: filled.map((row) => ({ values: row.held!, ends: ending(row) })) }
  })
}

/** When a row ends that is a part of something: with that, which the database has counted once already. */
function endsWith({ through }: Declared, wholes: readonly Told[] = []) {
  const ends = new Map(wholes.map((whole) => [whole.held?.id, whole.ends] as const))
  return ({ held }: Told) => ends.get(held![through!.by]) ?? {}
}

type Place = { readonly table: Declared; readonly columns: Holding['columns']; readonly whole: Declared | undefined }

const places = new WeakMap<readonly Declared[], readonly Place[]>()

/** Where something may be held about a person follows from the declarations alone, so it is read from them once. */
function heldIn(inventory: readonly Declared[]): readonly Place[] {
  const known = places.get(inventory)
  if (known !== undefined) return known
  const all = inventory.flatMap((table) => {
    const shown = shownOf(table, inventory)
    return shown === undefined ? [] : [{ table, columns: personalOf(table, shown), whole: wholeOf(table, inventory) }]
  })
  places.set(inventory, all)
  return all
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
