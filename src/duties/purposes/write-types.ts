/** Writes purpose-tables.generated.ts from the declarations: per purpose, which tables and which of their columns exist. */
import { viewName, type Declared } from '#personal-data'
import { columnsFor, companyColumns, companyView } from './layer.ts'
import { may } from './may.ts'
import { purposeNames, type Purpose } from './purpose.ts'

export function purposeTypes(inventory: readonly Declared[]): string {
  const blocks = purposeNames.map((purpose) => {
    const lines = inventory.flatMap((table) => entries(table, purpose)).map((line) => `    ${line}`)
    return `  ${purpose}: {\n${lines.join('\n')}\n  }`
  })
  return [
    '/** Written from the declarations by `npm run types`; CI fails when it has drifted. */',
    `import type { DB } from '../../platform/database/base-types.ts'`,
    '',
    `export type PurposeTables = {\n${blocks.join('\n')}\n}`,
    '',
  ].join('\n')
}

function entries(table: Declared, purpose: Purpose): string[] {
  const base = `DB['${table.table}']`
  if (table.direct?.includes(purpose)) return [`'${table.table}': ${base}`]
  const seen = union(columnsFor(table, purpose))
  const own = may(table, 'read', purpose) ? [`${viewName(table.table)}: Pick<${base}, ${seen}>`] : []
  const company =
    purpose === 'rights_handling' && table.ofCompany
      ? [`${companyView(table.table)}: Pick<${base}, ${union(companyColumns(table))}>`]
      : []
  const read = [...own, ...company]
  const writes = (['insert', 'update', 'delete'] as const).some((act) => may(table, act, purpose))
  if (!writes) return read
  // What may be inserted may be more than what may be read back: whoever files a log entry need not see the log.
  const columns = may(table, 'insert', purpose) ? Object.keys(table.columns) : columnsFor(table, purpose)
  return [...read, `'${table.table}': Pick<${base}, ${union(columns)}>`]
}

function union(columns: readonly string[]): string {
  return columns.length === 0 ? 'never' : columns.map((name) => `'${name}'`).join(' | ')
}
