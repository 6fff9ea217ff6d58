import { personalColumn, type Category, type Declared } from '#personal-data'
import { columnsFor, may, type Purpose } from '#purposes'

/** What kinds of data a purpose may see about a person, by the declarations. */
export function seenFor(purpose: string, inventory: readonly Declared[]): Category[] {
  return kindsIn(
    inventory
      .filter((table) => table.scope === 'account' && may(table, 'read', purpose as Purpose))
      .flatMap((table) => columnsFor(table, purpose as Purpose).map((name) => table.columns[name])),
  )
}

/** What kinds of data fields such as `invoice.buyer` hold; one that is not declared any more says nothing. */
export function heldIn(fields: readonly string[], inventory: readonly Declared[]): Category[] {
  return kindsIn(
    fields.flatMap((field) => {
      const [table, column] = field.split('.').slice(-2)
      return inventory.filter((each) => each.table.endsWith(`.${table}`)).map((each) => each.columns[column!])
    }),
  )
}

/** What kinds of data a table holds. */
export function heldInTable(table: string, inventory: readonly Declared[]): Category[] {
  return kindsIn(Object.values(inventory.find((each) => each.table === table)?.columns ?? {}))
}

/** The tables in which somebody looks for who was affected: those whose rows belong to a person, and may be read for this. */
export function tablesOfPersons(inventory: readonly Declared[]): Declared[] {
  return inventory.filter(
    (table) =>
      table.person !== undefined &&
      table.scope === 'account' &&
      table.table.startsWith('core.') &&
      may(table, 'read', 'legal_obligation') &&
      heldInTable(table.table, inventory).length > 0,
  )
}

function kindsIn(columns: readonly (Declared['columns'][string] | undefined)[]): Category[] {
  const held = columns.flatMap((column) => personalColumn(column)?.holds ?? [])
  return [...new Set(held)].filter((category) => category !== 'staff').toSorted()
}
