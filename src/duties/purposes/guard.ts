import type { Category, Declared } from '#personal-data'
import { may } from './may.ts'
import { purposeNames, roleOf, type Purpose } from './purpose.ts'
import { quoted } from './quoted.ts'
import { heldBy, ruleOfPerson, stopRule } from './row-rules.ts'
import { stops, visibleUnder, type Stop } from './stops.ts'

/** What the database answers to a write about whoever a stop hides from the purpose (section 5.1 no. 3). */
export const leftAloneCode = 'OH018'

const acts = ['insert', 'update', 'delete'] as const

/** A write that a stop forbids: by whom, to what, and because of which stop. */
export type Guarded = { readonly purpose: Purpose; readonly act: (typeof acts)[number]; readonly stop: Stop }

/** What the truth table of stops forbids to write in the table; a purpose that it leaves open is an exception of art. 18(2). */
export function guardsOf(table: Declared): readonly Guarded[] {
  const stopped = table.stops === false ? (table.writesStop ?? []) : acts
  return purposeNames.flatMap((purpose) =>
    stops[purpose].flatMap((stop) => stopped.filter((act) => may(table, act, purpose)).map((act) => ({ purpose, act, stop }))),
  )
}

/**
 * The truth table for writing, as row security on the base tables: reading goes through the views, whose owner it passes by, so no
 * read pays for it. A write that adds or changes says no aloud; a deletion passes by what is hidden, as a view does (decision 0069).
 */
export function guardSql(inventory: readonly Declared[]): string[] {
  const guarded = inventory.flatMap((table) => {
    const guards = guardsOf(table)
    const hidden = new Map([...new Set(guards.map(({ stop }) => stop))].map((stop) => [stop, hiddenBy(table, stop, inventory)]))
    return [...hidden.values()].includes(undefined) || guards.length === 0 ? [] : [{ table, guards }]
  })
  return [
    ...forget,
    'create schema guard',
    `create function guard.refuse(stop text, about text) returns boolean language plpgsql as $$ begin
      raise exception 'a stop leaves this alone: %, %', about, stop using errcode = '${leftAloneCode}'; end $$`,
    `grant usage on schema guard to ${purposeNames.map(roleOf).join(', ')}`,
    ...guarded.flatMap(({ table, guards }) => [
      `alter table ${quoted(table.table)} enable row level security`,
      `create policy open on ${quoted(table.table)} using (true) with check (true)`,
      ...[...new Set(guards.map(({ stop }) => stop))].map((stop) => hiddenFunction(table, stop, inventory)),
      ...guards.map((guard) => policy(table, guard)),
    ]),
  ]
}

const forget = [
  `do $$ declare p record; begin
    for p in select schemaname, tablename, policyname from pg_policies where schemaname in ('core', 'evidence') loop
      execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
      execute format('alter table %I.%I disable row level security', p.schemaname, p.tablename);
    end loop;
  end $$`,
  'drop schema if exists guard cascade',
]

/** Which columns of a row say whose it is, and what it hangs on. */
function told({ table, person, through, document, ownersOwn }: Declared): readonly string[] {
  const by = ownersOwn === undefined ? [person ?? through!.by] : []
  return [...new Set(['account_id', ...by, ...(document === undefined ? [] : ['id'])])].map((column) => {
    if (!/^[a-z_]+$/.test(column)) throw new Error(`${table} is known by ${column}`)
    return column
  })
}

/** SQL over `t` that is true for what the stop hides: the views' own rule, the other way round. */
function hiddenBy(table: Declared, stop: Stop, inventory: readonly Declared[]): string | undefined {
  const holds: readonly Category[] = heldBy(table, inventory)
  if (table.ownersOwn !== undefined) return `not (${stopRule(table, stop, 't', inventory)})`
  return ruleOfPerson(table, (_, person, document) => `not ${visibleUnder[stop](person, holds, document)}`, 't', inventory)
}

/** It asks as the owner, for whoever writes may not read who is restricted. */
function hiddenFunction(table: Declared, stop: Stop, inventory: readonly Declared[]): string {
  const columns = told(table)
  const field = table.field === undefined ? asideHidden(table, columns.length) : fieldHidden(table)
  const written = writtenIn(table)
  const all = [...columns, ...written]
  const types = all.map((column) => (written.includes(column) ? 'text' : 'uuid'))
  // Whether a relationship is somebody's own is asked of the row as it stands, not of what it is about to become.
  const row =
    table.ownersOwn === undefined
      ? `(values (${all.map((_, at) => `$${at + 1}`).join(', ')})) t (${all.join(', ')})`
      : `(select * from ${quoted(table.table)} a where a.account_id = $1) t`
  return `create function ${nameOf(table, stop)}(${types.join(', ')}) returns boolean language plpgsql security definer stable as $$ begin
    return exists (select 1 from ${row}
      where ${hiddenBy(table, stop, inventory)}${stop === 'restricted' ? ` or ${field}` : ''}); end $$`
}

/** Columns whose new value says whether a restricted value is written: the one it names, or those that are set aside. */
function writtenIn({ field, setsAside = [] }: Declared): readonly string[] {
  return field === undefined ? setsAside : [field]
}

/** A value is written where the owner's own was set aside. */
function asideHidden({ setsAside = [] }: Declared, before: number): string {
  const each = setsAside.map(
    (column, at) => `$${before + at + 1} is not null and exists (select 1 from core.set_aside s
      where s.account_id = t.account_id and s.field like '%@${column}')`,
  )
  return each.length === 0 ? 'false' : each.map((rule) => `(${rule})`).join(' or ')
}

/** A row about one value of the person's own row: hidden where that value is restricted by itself. */
function fieldHidden({ field, person }: Declared): string {
  return `exists (select 1 from core.restriction s where s.account_id = t.account_id and s.person_id = t.${person}
    and s.lifted_at is null and t.${field} = any(s.fields))`
}

function policy(table: Declared, { purpose, act, stop }: Guarded): string {
  const columns = [...told(table), ...writtenIn(table)]
  const hidden = `${nameOf(table, stop)}(${columns.join(', ')})`
  const rule =
    act === 'delete' ? `using (not ${hidden})` : `with check (not ${hidden} or guard.refuse('${stop}', '${table.table}'))`
  return `create policy "${purpose}: ${act}, ${stop}" on ${quoted(table.table)} as restrictive for ${act} to ${roleOf(purpose)} ${rule}`
}

function nameOf({ table }: Declared, stop: Stop): string {
  return `guard.${table.slice(table.indexOf('.') + 1)}_${stop.replaceAll(' ', '_')}`
}
