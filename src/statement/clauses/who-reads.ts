import { sql } from 'kysely'
import { personalColumn, viewName, type Declared } from '#personal-data'
import { purposeNames, roleOf, type Purpose } from '#purposes'
import type { World } from '#sentence'

type Readable = { readonly role: string; readonly schema: string; readonly relation: string; readonly column: string }

/**
 * Tables and views that somebody may read beyond what the declarations say, and how many were looked at. Whichever way the right came:
 * granted to the role, to one column, to everybody, or to a role it is a member of. Whoever administers the server reads all, and is not asked.
 */
export async function readBeyond({ db, inventory }: Pick<World, 'db' | 'inventory'>): Promise<{ found: number; of: number }> {
  const { rows } = await sql<Readable>`select r.rolname as role, n.nspname as schema, c.relname as relation, a.attname as column
    from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and not r.rolsuper and r.rolname !~ '^pg_' and not pg_has_role(r.oid, c.relowner, 'usage')
      and not pg_has_role(r.oid, 'pg_read_all_data', 'usage') and has_column_privilege(r.oid, c.oid, a.attnum, 'select')`.execute(
    db,
  )
  const told = new Set(rows.filter((row) => !isTold(row, inventory)).map(asked))
  return { found: told.size, of: new Set(rows.map(asked)).size }
}

function asked({ role, schema, relation }: Readable): string {
  return `${role} ${schema}.${relation}`
}

function isTold({ role, schema, relation, column }: Readable, inventory: readonly Declared[]): boolean {
  if (role === 'ordholden_jobs') return schema === 'graphile_worker' || `${schema}.${relation}` === 'core.mail'
  const purpose = purposeNames.find((each) => roleOf(each) === role)
  if (purpose === undefined) return false
  const table = inventory.find((each) => each.table === `${schema}.${relation}`)
  if (table) return holdsNobody(table, column) || (table.direct?.includes(purpose) ?? false)
  return schema === purpose && isTheirView(relation, column, purpose, inventory)
}

function isTheirView(view: string, column: string, purpose: Purpose, inventory: readonly Declared[]): boolean {
  const company = purpose === 'rights_handling' && inventory.find((each) => `company_${viewName(each.table)}` === view)
  if (company) return holdsNobody(company, column)
  const table = inventory.find((each) => !each.direct && viewName(each.table) === view)
  if (!table || !(column in table.columns)) return false
  return holdsNobody(table, column) || personalColumn(table.columns[column])!.for.includes(purpose)
}

function holdsNobody({ columns }: Declared, column: string): boolean {
  return column in columns && personalColumn(columns[column]) === undefined
}
