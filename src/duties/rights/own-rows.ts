import { viewName, type Declared } from '#personal-data'
import { columnsFor, may, ownRow } from '#purposes'

/** `"core"."person"`: the base table, safe to stand in SQL. */
export function baseName(table: string): string {
  return table.split('.').map(quoted).join('.')
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What the person fixed in the transaction is shown of a table: where from, which columns, which rows. Undefined: nothing of it is theirs. */
export type Shown = { readonly from: string; readonly columns: readonly string[]; readonly where: string }

/** The declarations say it all: a view holds own rows only; the sign-in library's tables are found by user or address. */
export function shownOf(table: Declared, inventory: readonly Declared[]): Shown | undefined {
  const columns = columnsFor(table, 'rights_handling')
  const signIn = ofSignIn(table, 't')
  if (signIn !== undefined) return { from: baseName(table.table), columns, where: signIn }
  const theirs = table.table === 'core.account' || ownRow(table, 't', inventory) !== undefined
  if (!theirs || !may(table, 'read', 'rights_handling')) return undefined
  return { from: quoted(viewName(table.table)), columns, where: 'true' }
}

/** SQL over `alias` for rows of accounts and sessions; asks the person's own views. */
export function ofSignIn({ user, address }: Declared, alias: string): string | undefined {
  if (user !== undefined) return `${alias}.${quoted(user)} in (select l.user_id from portal_login l)`
  if (address === undefined) return undefined
  return `exists (select 1 from person p where p.email <> '' and position(lower(p.email) in lower(${alias}.${quoted(address)})) > 0)`
}

/**
 * Which of the asked tables must have a row for this one to have any: what it is a part of, or where a sign-in is tied to the person.
 * So one question finds a whole family of tables empty.
 */
export function hangsOn({ table, user, person, through }: Declared, asked: readonly Declared[]): string {
  const above = user !== undefined ? 'core.portal_login' : person === undefined ? through?.table : undefined
  const whole = asked.find((each) => each.table === above)
  return whole === undefined ? table : hangsOn(whole, asked)
}

/**
 * How a function plans that asks for one person's rows among everybody's. Planned once for whoever comes first, and that may be
 * the heaviest: what is quick for thirty thousand rows of one person would read everybody's for the next. So always by index.
 */
export const plannedForAnybody = `set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off`
