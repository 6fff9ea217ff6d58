import { personalColumn, viewName, type Category, type Declared } from '#personal-data'
import { columnsFor } from '#purposes'
import { columnWord, tableWord } from '#rights'

export type FieldChoice = { readonly of: string; readonly fields: readonly { readonly field: string; readonly word: string }[] }

/** What a supplier may have a use for; logs, claims and proofs are no business of theirs. */
const tellable: ReadonlySet<Category> = new Set<Category>(['contact', 'company', 'dialogue', 'trade', 'bookkeeping', 'messages'])

/** The fields that may be given away, by the words people know them by: nobody has to know what a column is called. */
export function fieldChoices(inventory: readonly Declared[]): readonly FieldChoice[] {
  const chosen = inventory
    .filter(({ table }) => table.startsWith('core.'))
    .map((table) => ({
      of: tableWord(table.table, 'nb'),
      fields: columnsFor(table, 'rights_handling')
        .filter((name) => isTellable(table, name))
        .map((name) => ({ field: `${viewName(table.table)}.${name}`, word: columnWord(name, 'nb') })),
    }))
    .filter(({ fields }) => fields.length > 0)
  return [...chosen, aboutNobody]
}

/** What whoever counts visits for a merchant may be told. */
const aboutNobody: FieldChoice = {
  of: 'Besøkstall',
  fields: [
    { field: 'counter.measure', word: 'Hva som telles' },
    { field: 'counter.value', word: 'Verdien' },
  ],
}

/** A paper is known by its number, which is about nobody until somebody knows whose it is. */
function isTellable(table: Declared, name: string): boolean {
  const holds = personalColumn(table.columns[name])?.holds
  if (holds !== undefined) return tellable.has(holds)
  return (
    name === 'number' && Object.values(table.columns).some((column) => tellable.has(personalColumn(column)?.holds ?? 'staff'))
  )
}
