import type { Declared } from '#personal-data'
import { heldBy, hides, ruleOfPerson } from '#purposes'

/**
 * What pauses deletion, each dated, reasoned and lapsing by itself (section 4). H and C: somebody decided to hold the item,
 * its person or the whole relationship (promise 4-c). R: the person asked us to keep it (art. 18(1)(b), (c)). O and B stand in
 * the declarations: what is still open has not begun to count, and bookkeeping is not for the sweep to delete.
 *
 * SQL over `t` that begins with `and`, true where nothing stops the deletion; asks the views of the purpose that sweeps.
 */
export function notStopped(table: Declared, inventory: readonly Declared[], now: Date, stops: Stops = any): string {
  if (!('account_id' in table.columns) || table.table === 'core.hold') return ''
  return [
    ...(stops.restricted ? [notRestricted(table, inventory)] : []),
    ...(stops.held ? [notHeld(table, inventory, now), ofItem(table, now)] : []),
  ]
    .filter((rule) => rule !== undefined)
    .map((rule) => ` and ${rule}`)
    .join('')
}

/** Which of them there may be: what nobody has done need not be asked of every row. */
export type Stops = { readonly held: boolean; readonly restricted: boolean }
const any: Stops = { held: true, restricted: true }

/** SQL for whether there is any of either, as `held` and `restricted`. */
export function anyStops(now: Date): string {
  return `exists (select 1 from hold h where ${lasts(now)}) as held, exists (select 1 from restriction r where ${keeps('r')}) as restricted`
}

/** SQL over `t`, true for what somebody decided to hold. */
export function held(table: Declared, inventory: readonly Declared[], now: Date): string {
  const rules = [notHeld(table, inventory, now), ofItem(table, now)].filter((rule) => rule !== undefined)
  return `not (${rules.join(' and ')})`
}

/** What a restriction is of is kept: everything, a kind of rows, a paper with its parts, a value. Its person is kept while anything is. */
function notRestricted(table: Declared, inventory: readonly Declared[]): string | undefined {
  const nothingKept = (account: string, person: string, document: string | undefined) =>
    `not exists (select 1 from restriction s where s.account_id = ${account} and s.person_id = ${person}
      and ${keeps('s')} and (${keptBy(table, inventory, document)}))`
  return ruleOfPerson(table, nothingKept, 't', inventory)
}

/** SQL over a restriction `s` and the row `t`, for a table that is the person's own or a part of what is. */
export function keptBy(table: Declared, inventory: readonly Declared[], document: string | undefined, row = 't'): string {
  if (table.byField !== undefined) return 'true'
  const ofValue = 'field' in table.columns && table.through === undefined ? ` or ${row}.field = any (s.fields)` : ''
  return `${hides(heldBy(table, inventory), document)}${ofValue}`
}

/** A hold on the person or on the whole relationship. */
function notHeld(table: Declared, inventory: readonly Declared[], now: Date): string {
  const none = (account: string, person: string) =>
    `not exists (select 1 from hold h where ${inForce(account, now)} and h.item_id is null and (h.person_id is null or h.person_id = ${person}))`
  const ofNobody = `not exists (select 1 from hold h where ${inForce('t.account_id', now)} and h.item_id is null and h.person_id is null)`
  return ruleOfPerson(table, none, 't', inventory) ?? ofNobody
}

/** A hold on one item names the row itself, or what the row is a part of; in the archive it is the same item. */
function ofItem({ table, through }: Declared, now: Date): string | undefined {
  const item = (through?.table ?? table).replace(/^archive\./, 'core.')
  if (!heldItems.some((each) => each === item)) return undefined
  const id = through === undefined ? 't.id' : `t.${through.by}`
  return `not exists (select 1 from hold h where ${inForce('t.account_id', now)} and h.item_table = '${item}' and h.item_id = ${id})`
}

/** What can be held one by one. */
export const heldItems = ['core.inquiry', 'core.quote', 'core.sales_order'] as const

function inForce(account: string, now: Date): string {
  return `h.account_id = ${account} and ${lasts(now)}`
}

export function lasts(now: Date): string {
  return `h.released_at is null and h.lapses_on >= (timestamptz '${now.toISOString()}' at time zone 'Europe/Oslo')::date`
}

/** SQL over a restriction: in force, and on a ground by which the person wants it kept. */
export const keeps = (alias: string) =>
  `${alias}.lifted_at is null and ${alias}.ground in ('unlawful_keep', 'needed_by_subject_for_claim')`
