import { personalColumn, viewName, type Column, type Declared, type Ending, type TableName } from '#personal-data'

/**
 * The archive's tables, from the tables whose rows go there: the same columns, of which those that a claim needs are kept, and
 * only for whoever opens it and for the person. Never listed by hand, so access, erasure, search and the layer cover them.
 */
export function archived(tables: readonly Declared[]): Declared[] {
  const moving = tables.filter(({ archives }) => archives !== undefined)
  return moving.map((table) =>
    inArchive(
      table,
      moving.filter(({ through }) => through?.table === table.table),
    ),
  )
}

export function archiveName(table: string): TableName {
  return table.replace(/^core\./, 'archive.') as TableName
}

function inArchive(table: Declared, parts: readonly Declared[]): Declared {
  const { through, person, since, endings, archives } = table
  return {
    table: archiveName(table.table),
    columns: Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, kept(column)])),
    scope: 'account',
    read: ['claims_archive', 'rights_handling', 'legal_obligation'],
    insert: ['rights_handling'],
    delete: ['rights_handling', 'legal_obligation'],
    erasure: 'delete',
    stops: false,
    ...(person !== undefined && { person }),
    ...(through !== undefined && { through: { ...through, table: archiveName(through.table) } }),
    ...(since !== undefined && { since }),
    ...(person !== undefined &&
      endings !== undefined && { endings: archives!.endings ?? endings.map((ending) => capped(asksThere(ending, parts))) }),
  }
}

function kept(column: Column): Column {
  const personal = personalColumn(column)
  if (personal === undefined) return column
  const needed = personal.for.includes('claims_archive') && personal.for.includes('rights_handling')
  return {
    ...personal,
    // What is not needed stays behind: the column is empty there.
    for: needed ? ['claims_archive', 'rights_handling'] : ['claims_archive'],
    says: 'inquiries.the-archive-is-locked',
  }
}

/** What a row's end is counted from moved with it, where it is a part of the row. */
function asksThere({ since, when, ...ending }: Ending, parts: readonly Declared[]): Ending {
  const there = (text: string) =>
    parts.reduce(
      (asking, { table }) => asking.replaceAll(`from ${viewName(table)} `, `from ${viewName(archiveName(table))} `),
      text,
    )
  return { ...ending, since: there(since), ...(when !== undefined && { when: there(when) }) }
}

/** Nothing is kept for a claim longer than three years after the relationship ended (promise 2.6-i). */
function capped(ending: Ending): Ending {
  return { ...ending, since: `least((${ending.since})::timestamptz, ${relationshipEnd('t.person_id')})` }
}

/** SQL: when the relationship with that person ended. */
function relationshipEnd(person: string): string {
  return `(select min(e.ended_at) from relationship_end e where e.account_id = t.account_id and e.person_id = ${person} and e.reopened_at is null)`
}

/** Which columns go along: keys, what says nothing of anybody, and what a claim needs. */
export function movedColumns({ columns }: Declared): string[] {
  return Object.keys(columns).filter((name) => personalColumn(kept(columns[name]!))?.for.includes('rights_handling') ?? true)
}
