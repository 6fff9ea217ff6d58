import { createHash } from 'node:crypto'
import { personalColumn, viewName, type Declared } from '#personal-data'
import { guardSql } from './guard.ts'
import { may } from './may.ts'
import { purposeNames, roleOf, type Purpose } from './purpose.ts'
import { identifier, quoted } from './quoted.ts'
import { ownRows, ruleOfPerson, stopRule, thisAccount } from './row-rules.ts'
import { stops } from './stops.ts'

/**
 * The purpose layer as SQL: for each purpose a role, a schema of plain views, and grants; from the declarations alone
 * (design section 3, promise 0-d). Running it twice changes nothing; it is run in one transaction.
 */
export function layerSql(inventory: readonly Declared[], loginRole: string): string {
  return [
    ...purposeNames.map((purpose) => makeRole(purpose, loginRole)),
    ...purposeNames.flatMap((purpose) => [
      ...emptySchema(purpose),
      ...inventory.flatMap((table) => grantsOf(table, purpose, inventory)),
    ]),
    ...guardSql(inventory),
  ].join(';\n')
}

/** Changes exactly when what the layer would be built from changes. */
export function declarationsHash(inventory: readonly Declared[], loginRole: string): string {
  return createHash('sha256').update(layerSql(inventory, loginRole)).digest('hex')
}

/** Those whose tables the sweep goes through: what the law ends, and what the sign-in leaves behind. */
const sweeps: readonly Purpose[] = ['legal_obligation', 'security']

/** Under rights_handling: what of a table is the company's, for whoever of it is signed in. Never a column about anybody (promise 6-b). */
export function companyColumns({ table, columns, ofCompany }: Declared): readonly string[] {
  const personal = ofCompany?.columns.filter((name) => personalColumn(columns[name])) ?? []
  if (personal.length > 0) throw new Error(`${table} would show colleagues ${personal.join(', ')}`)
  return ofCompany?.columns ?? []
}

export function companyView(table: string): string {
  return `company_${viewName(table)}`
}

/** The columns a purpose sees: keys, what says nothing of anybody, and what is declared for it. */
export function columnsFor(table: Declared, purpose: Purpose): string[] {
  return Object.entries(table.columns)
    .filter(([, column]) => personalColumn(column)?.for.includes(purpose) ?? true)
    .map(([name]) => name)
}

function makeRole(purpose: Purpose, loginRole: string): string {
  const role = roleOf(purpose)
  return `do $$ begin
    if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    if not pg_has_role('${loginRole}', '${role}', 'member') then grant ${role} to ${loginRole}; end if;
  end $$`
}

function emptySchema(purpose: Purpose): string[] {
  const role = roleOf(purpose)
  const forget = ['core', 'evidence', 'auth', 'statistics', 'archive'].map(
    (schema) => `revoke all on all tables in schema ${schema} from ${role}`,
  )
  return [
    `drop schema if exists ${purpose} cascade`,
    `create schema ${purpose}`,
    ...forget,
    `revoke all on schema archive from ${role}`,
    `grant usage on schema ${purpose}, core, evidence to ${role}`,
  ]
}

function grantsOf(table: Declared, purpose: Purpose, inventory: readonly Declared[]): string[] {
  const role = roleOf(purpose)
  const base = quoted(table.table)
  if (table.direct?.includes(purpose)) {
    return [
      `grant usage on schema ${table.table.split('.')[0]} to ${role}`,
      `grant select, insert, update, delete on ${base} to ${role}`,
    ]
  }
  const columns = columnsFor(table, purpose)
  const impersonal = columns.filter((name) => !personalColumn(table.columns[name]))
  // Whose a row is may be changed only where no stop asks: otherwise it could be taken from somebody to be written in.
  const whose = stops[purpose].length === 0 ? table.person : undefined
  const changeable = columns.filter((name) => table.columns[name] !== 'key' || name === whose)
  const touched = (['insert', 'update', 'delete'] as const).some((act) => may(table, act, purpose))
  return [
    ...(touched && table.table.startsWith('archive.') ? [`grant usage on schema archive to ${role}`] : []),
    ...(may(table, 'read', purpose)
      ? [viewSql(table, purpose, inventory), `grant select on ${purpose}.${viewName(table.table)} to ${role}`]
      : []),
    ...(purpose === 'rights_handling' && table.ofCompany
      ? [companySql(table, inventory), `grant select on ${purpose}.${companyView(table.table)} to ${role}`]
      : []),
    ...(may(table, 'insert', purpose)
      ? [`grant insert (${Object.keys(table.columns).map(identifier).join(', ')}) on ${base} to ${role}`]
      : []),
    ...(may(table, 'update', purpose) && changeable.length > 0
      ? [`grant update (${changeable.map(identifier).join(', ')}) on ${base} to ${role}`]
      : []),
    ...(may(table, 'delete', purpose) ? [`grant delete on ${base} to ${role}`] : []),
    ...(touched ? [`grant usage on schema ${table.table.split('.')[0]} to ${role}`] : []),
    // Where a row stands says nothing of anybody; the sweep takes a table stretch by stretch.
    ...(sweeps.includes(purpose) && touched ? [`grant select (ctid) on ${base} to ${role}`] : []),
    ...(touched && impersonal.length > 0
      ? [`grant select (${impersonal.map(identifier).join(', ')}) on ${base} to ${role}`]
      : []),
  ]
}

function viewSql(table: Declared, purpose: Purpose, inventory: readonly Declared[]): string {
  const columns = columnsFor(table, purpose)
    .map((name) => seenBy(table, name, purpose))
    .join(', ')
  const rules = rowRules(table, purpose, inventory)
  const where = rules.length === 0 ? '' : ` where ${rules.join(' and ')}`
  return `create view ${purpose}.${viewName(table.table)} as select ${columns} from ${quoted(table.table)} t${where}`
}

function seenBy({ colleagues, setsAside }: Declared, name: string, purpose: Purpose): string {
  const value = `t.${identifier(name)}`
  // Whom no restriction hides it from has it where it was set aside: an invoice names its buyer (bokføringsforskriften § 5-1-2).
  if (setsAside?.includes(name) && purpose !== 'rights_handling' && !(stops[purpose] as readonly string[]).includes('restricted'))
    return `coalesce(${value}, (select s.value from core.set_aside s where s.account_id = t.account_id and s.field like '%@${name}' limit 1)) as ${identifier(name)}`
  const another = purpose === 'rights_handling' ? colleagues?.[name] : undefined
  return another === undefined ? value : `case when not (${another}) then ${value} end as ${identifier(name)}`
}

/** Everybody's rows of the one account, in columns that name nobody; whoever is restricted is absent here as everywhere. */
function companySql(table: Declared, inventory: readonly Declared[]): string {
  const columns = companyColumns(table).map((name) => `t.${identifier(name)}`)
  const rules = [`t.account_id = ${thisAccount}`, table.ofCompany!.when, stopRule(table, 'restricted', 't', inventory)]
  return `create view rights_handling.${companyView(table.table)} as select ${columns.join(', ')} from ${quoted(table.table)} t
    where ${rules.filter((rule) => rule !== undefined).join(' and ')}`
}

/** Whose rows: under rights_handling only the one person's; elsewhere all but those whom a stop hides from the purpose. */
function rowRules(table: Declared, purpose: Purpose, inventory: readonly Declared[]): string[] {
  if (purpose === 'rights_handling') return [...ownRows(table, inventory), ...(table.withheld ? [`not (${table.withheld})`] : [])]
  if (purpose === 'claims_archive' && table.table.startsWith('archive.')) return underAnOpening(table, inventory)
  if (table.stops === false) return []
  return stops[purpose].flatMap((stop) => {
    const rule = stopRule(table, stop, 't', inventory)
    return rule === undefined ? [] : [rule]
  })
}

/** The archive shows one person at a time, to whoever has said why: the opening is named in the transaction (promise 2.6-j). */
function underAnOpening(table: Declared, inventory: readonly Declared[]): string[] {
  const rule = ruleOfPerson(
    table,
    (account, person) => `exists (select 1 from core.archive_opening o
      where o.id = nullif(current_setting('ordholden.opening', true), '')::uuid and o.account_id = ${account} and o.person_id = ${person})`,
    't',
    inventory,
  )
  if (rule === undefined) throw new Error(`${table.table} is in the archive and belongs to nobody`)
  return [rule]
}
