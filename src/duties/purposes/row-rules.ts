/** Which rows: whose a row is, and which of them a stop leaves in sight, as SQL from the declarations. */
import { personalColumn, type Category, type Declared } from '#personal-data'
import { identifier, quoted } from './quoted.ts'
import { visibleUnder, type Stop } from './stops.ts'

/** SQL that is true where the stop leaves the row visible; a row of no person is never hidden. */
export function stopRule(table: Declared, stop: Stop, alias: string, inventory: readonly Declared[]): string | undefined {
  const holds = heldBy(table, inventory)
  return ruleOfPerson(table, (_, person, document) => visibleUnder[stop](person, holds, document), alias, inventory)
}

/** A rule about the row's relationship and person, for a row that is theirs by itself or through what it is a part of. */
export function ruleOfPerson(
  table: Declared,
  rule: (account: string, person: string, document: string | undefined) => string,
  alias: string,
  inventory: readonly Declared[],
): string | undefined {
  if (table.person !== undefined && 'account_id' in table.columns) {
    return rule(`${alias}.account_id`, `${alias}.${identifier(table.person)}`, documentOf(table, alias, inventory))
  }
  if (table.ownersOwn !== undefined) return ofEachOwner(table.ownersOwn, rule, alias)
  const { through } = table
  if (through === undefined) return undefined
  const parent = declaredAs(through.table, inventory)
  const ofParent = ruleOfPerson(parent, rule, `${alias}p`, inventory)
  if (ofParent === undefined) return undefined
  return `exists (select 1 from ${quoted(parent.table)} ${alias}p where ${alias}p.account_id = ${alias}.account_id and ${alias}p.id = ${alias}.${through.by} and ${ofParent})`
}

/** True unless the relationship is somebody's own, and the rule is not true of one whose it is. Whose is asked last, for few come so far. */
function ofEachOwner(
  ownersOwn: string,
  rule: (account: string, person: string, document: string | undefined) => string,
  alias: string,
): string {
  return `not (${ownersOwn.replaceAll('t.', `${alias}.`)} and exists (select 1 from core.person o where o.account_id = ${alias}.account_id
    and not (${rule(`o.account_id`, 'o.id', undefined)}) and house.owns_firm(o.account_id, o.id)))`
}

/** The paper a row is, or hangs on. */
function documentOf({ document, through }: Declared, alias: string, inventory: readonly Declared[]): string | undefined {
  if (document !== undefined) return `${alias}.id`
  return through && declaredAs(through.table, inventory).document !== undefined ? `${alias}.${through.by}` : undefined
}

/** What a row holds about a person, and what the row it is a part of holds: a restriction of either hides it. */
export function heldBy(table: Declared, inventory: readonly Declared[]): Category[] {
  const whole = table.through ? heldBy(declaredAs(table.through.table, inventory), inventory) : []
  return [...new Set([...categoriesOf(table), ...whole])]
}

function categoriesOf({ columns }: Declared): Category[] {
  return Object.values(columns).flatMap((column) => personalColumn(column)?.holds ?? [])
}

export const thisPerson = `nullif(current_setting('ordholden.person', true), '')::uuid`
export const thisAccount = `nullif(current_setting('ordholden.account', true), '')::uuid`

/** SQL that fixes a person in the transaction: of whom the rows that are seen from then on are. */
export function fixingSql(account: string, person: string): string {
  return `set_config('ordholden.account', ${account}, true), set_config('ordholden.person', ${person}, true)`
}

export function ownRows(table: Declared, inventory: readonly Declared[]): string[] {
  const rule = ownRow(table, 't', inventory)
  if (rule !== undefined) return [rule]
  return table.table === 'core.account' ? [`t.account_id = ${thisAccount}`] : []
}

/** SQL that is true for the rows that belong to the person fixed in the transaction; also what the erasure plan asks. */
export function ownRow(table: Declared, alias: string, inventory: readonly Declared[]): string | undefined {
  if (table.person !== undefined) {
    const account = 'account_id' in table.columns ? `${alias}.account_id = ${thisAccount} and ` : ''
    return `${account}${alias}.${identifier(table.person)} = ${thisPerson}`
  }
  const { through } = table
  if (through === undefined) return undefined
  const parent = declaredAs(through.table, inventory)
  const rule = ownRow(parent, `${alias}p`, inventory)
  if (rule === undefined) return undefined
  return `exists (select 1 from ${quoted(parent.table)} ${alias}p where ${alias}p.account_id = ${alias}.account_id and ${alias}p.id = ${alias}.${through.by} and ${rule})`
}

function declaredAs(name: string, inventory: readonly Declared[]): Declared {
  const found = inventory.find(({ table }) => table === name)
  if (!found) throw new Error(`${name} is named as a parent but not declared`)
  return found
}
