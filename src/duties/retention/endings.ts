import { personalColumn, type Declared, type Ending } from '#personal-data'
import { expirySql } from './expiry.ts'
import type { RuleId } from './rules.ts'

/**
 * How the rows of a table end, by the declarations: as said beside the table, or by the rule of its columns from the moment
 * the table names. Empty: the rows go with what they belong to.
 */
export function endingsOf(table: Declared): readonly Ending[] {
  if (table.endings !== undefined) return eachForItself(table.endings)
  const rule = ruleOf(table)
  return table.since === undefined || rule === undefined ? [] : [{ rule, since: table.since }]
}

/** The first that fits ends the row: each gets the rows that none before it had. */
function eachForItself(endings: readonly Ending[]): Ending[] {
  return endings.map((ending, n) => {
    // What is unknown, such as the form of an organisation nobody has told, fits none of them.
    const before = endings.slice(0, n).map(({ when = 'true' }) => `((${when}) is not true)`)
    const when = [...before, ...(ending.when === undefined ? [] : [`(${ending.when})`])].join(' and ')
    return when === '' ? ending : { ...ending, when }
  })
}

/** The rule that the table's columns name; the colleague's own data follow the row they stand in. */
function ruleOf({ columns }: Declared): RuleId | undefined {
  return Object.values(columns)
    .map(personalColumn)
    .find((column) => column !== undefined && column.holds !== 'staff')?.ends
}

/** Does somebody's data stand in the table with nothing that says when it ends? Then it may not be stored (promise 4-a). */
export function isEndless(table: Declared): boolean {
  const personal = Object.values(table.columns).some((column) => personalColumn(column) !== undefined)
  const goesWithAnother = table.goesWith !== undefined || table.through !== undefined
  return personal && endingsOf(table).length === 0 && !goesWithAnother
}

/** SQL over `t`: which rule ends the row, and from when it may not be there any longer; null: its clock has not begun. */
export function rowEnding(table: Declared): { readonly rule: string; readonly at: string } | undefined {
  const endings = endingsOf(table)
  if (endings.length === 0) return undefined
  const when = (then: (ending: Ending) => string) =>
    `case ${endings.map((ending) => `when ${ending.when ?? 'true'} then ${then(ending)}`).join(' ')} end`
  return { rule: when(({ rule }) => `'${rule}'`), at: when(({ rule, since }) => expirySql(rule, since)) }
}
