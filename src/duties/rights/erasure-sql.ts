import { emptiedEntry } from '#evidence'
import { personalColumn, viewName, type Declared } from '#personal-data'
import { fixingSql, may, ownRow, thisAccount, thisPerson } from '#purposes'
import { held } from '#retention'
import { lastEndSql } from './last-end-sql.ts'
import { mayName } from './named-sql.ts'
import { baseName, hangsOn, literal, ofSignIn, plannedForAnybody, quoted, shownOf } from './own-rows.ts'

/** Which columns of a table hold plain text, as the catalogue says; a JSON value cannot be struck out of. */
export type TextColumns = ReadonlyMap<string, readonly string[]>

/**
 * The whole destruction of one person as one function of the database, written from the declarations: what is kept is
 * counted, the rest deleted or detached, children before parents, the person last. One round trip, planned once; it runs
 * as whoever calls it, so the grants of rights_handling still decide what can be touched.
 */
export function erasureSql(inventory: readonly Declared[], texts: TextColumns): string {
  const owned = inventory.filter((table) => table.erasure !== undefined && theirsIn(table, inventory) !== undefined)
  const asked = owned.filter((table) => table.erasure !== 'keep' || shownOf(table, inventory) !== undefined)
  const inOrder = owned.toReversed().toSorted((a, b) => rank(a, inventory) - rank(b, inventory))
  return `drop function if exists house.erase_rows(text, timestamptz), house.erase_rows(text, text[], timestamptz), house.hold_person(), house.hold_person(uuid, uuid);
create function house.erase_rows(erased_pattern text, hints text[], erased_at timestamptz) returns jsonb
language plpgsql set search_path = rights_handling, pg_temp ${plannedForAnybody} as $erase$
#variable_conflict use_column
declare
  steps jsonb := '[]';
  gone bigint := 0;
  stays bigint := 0;
  last_day text;
  last_rule text;
  -- Whose firm it is can be told as long as they are there.
  is_them constant boolean := exists (select 1 from account v where v.organisation_form = 'ENK' or v.kind = 'inquirer')
    and house.owns_firm(${thisAccount}, ${thisPerson}) and not exists (select 1 from core.person o
    where o.account_id = ${thisAccount} and o.id <> ${thisPerson} and house.owns_firm(o.account_id, o.id));
  theirs constant text[] := array(
    ${asked
      .filter((table) => hangsOn(table, asked) === table.table)
      .map((table) => present(table, inventory))
      .join('\n    union all ')});
begin
${owned
  .map((table) => within(hangsOn(table, asked), staying(table, inventory)))
  .filter(Boolean)
  .join('\n')}
${inOrder.map((table) => within(hangsOn(table, asked), ended(table, inventory, texts))).join('\n')}
${emptied(inventory)}
  return steps;
end $erase$;
create function house.hold_person(of_account uuid, of_person uuid) returns jsonb
language plpgsql set search_path = rights_handling, pg_temp ${plannedForAnybody} as $hold$
begin
  perform ${fixingSql('of_account::text', 'of_person::text')};
${lockedFirst(owned, inventory)}
  return (select to_jsonb(k) from (select p.id, p.email, p.phone, p.first_name, p.last_name,
    array(select l.user_id from portal_login l) as users,
    (select coalesce(jsonb_agg(f.print), '[]') from former_identifier f) as former,
    exists (select 1 from set_aside) as "hasSetAside",
    exists (select 1 from hold h where h.released_at is null) as "isHeld",
    exists (select 1 from transfer) or exists (select 1 from disclosure_case d where d.executed_at is not null and d.recalled_at is null)
      or exists (select 1 from recipient r where r.holds = 'everybody' and r.role <> 'own_module' and r.active_at is not null and r.ended_at is null)
      as "isElsewhere" from person p) k);
end $hold$`
}

/** Most persons are in few of the tables: the rest is found empty in one question, and not asked again. */
function present(table: Declared, inventory: readonly Declared[]): string {
  const kept = table.erasure === 'keep' ? shownOf(table, inventory) : undefined
  const { from, where } = kept ?? { from: baseName(table.table), where: theirsIn(table, inventory)! }
  return `select ${literal(table.table)} where exists (select 1 from ${from} t where ${where})`
}

function within(whole: string, act: string): string {
  return act === '' ? '' : `  if ${literal(whole)} = any (theirs) then\n${act}\n  end if;`
}

/**
 * Whoever changes a thing that may survive takes the lock of its id; so does an erasure, before anything else. The person's
 * own row comes last: what refers to it waits there, and finds nobody afterwards.
 */
function lockedFirst(owned: readonly Declared[], inventory: readonly Declared[]): string {
  return [
    ...owned
      .filter(({ table, survives, person }) => survives !== undefined && person !== undefined && table.startsWith('core.'))
      .map(
        (table) =>
          `  perform pg_advisory_xact_lock(hashtextextended(t.id::text, 0)) from (select id from ${baseName(table.table)} t where ${theirsIn(table, inventory)} order by id) t;`,
      ),
    ...owned
      .filter(({ table, person }) => person === 'id' && table.startsWith('core.'))
      .map((table) => `  perform 1 from ${baseName(table.table)} t where ${theirsIn(table, inventory)} for update;`),
  ].join('\n')
}

function theirsIn(table: Declared, inventory: readonly Declared[]): string | undefined {
  return ofSignIn(table, 't') ?? ownRow(table, 't', inventory)
}

// Sessions before the user they belong to, items before what they are items of, the person after everything else.
function rank(table: Declared, inventory: readonly Declared[]): number {
  if (table.person === 'id') return 3
  if (table.user === 'id') return 1
  if (table.user !== undefined || table.address !== undefined) return 0
  return 2 - depth(table, inventory) / 10
}

function depth({ through }: Declared, inventory: readonly Declared[]): number {
  const parent = through && inventory.find(({ table }) => table === through.table)
  return parent ? 1 + depth(parent, inventory) : 0
}

/** Counted before anything goes: by which rule a quote stays is told by the order that came of it, which is cut loose too. */
function staying(table: Declared, inventory: readonly Declared[]): string {
  if (table.erasure === 'keep') return counted(table, inventory, 'true', 'kept')
  if (table.erasure === 'detach') return counted(table, inventory, 'true', 'detached')
  return table.survives === undefined ? '' : counted(table, inventory, table.survives, 'kept')
}

function ended(table: Declared, inventory: readonly Declared[], texts: TextColumns): string {
  if (table.erasure === 'detach') return detached(table, inventory, texts)
  if (table.erasure === 'delete') return removed(table, inventory, texts)
  return ''
}

function removed(table: Declared, inventory: readonly Declared[], texts: TextColumns): string {
  const theirs = theirsIn(table, inventory)!
  const stays = table.survives === undefined ? '' : ` and not (${table.survives})`
  // Of the archive only what is held stays, and the name it is held under.
  const free = table.table.startsWith('archive.') ? ` and not (${heldThere(table, inventory)})` : ''
  return `  delete from ${baseName(table.table)} t where ${theirs}${stays}${free};
  get diagnostics gone = row_count;
  if gone > 0 then steps := steps || jsonb_build_object('table', ${literal(table.table)}, 'erased', gone); end if;
${table.survives === undefined || table.person === undefined ? '' : detached(table, inventory, texts)}`
}

// The moment is the function's own argument; the rule writes a date, so one that nobody will ever erase on stands for it.
const someDay = new Date('2999-12-31T00:00:00Z')

function heldThere(table: Declared, inventory: readonly Declared[]): string {
  if (table.person !== 'id')
    return held(table, inventory, someDay).replaceAll(`timestamptz '${someDay.toISOString()}'`, 'erased_at')
  const theirs = (view: string) => `exists (select 1 from ${view} x where x.account_id = t.account_id and x.person_id = t.id)`
  return `${theirs('archived_inquiry')} or ${theirs('archived_quote')}`
}

function counted(table: Declared, inventory: readonly Declared[], which: string, as: 'kept' | 'detached'): string {
  const shown = shownOf(table, inventory)
  if (shown === undefined) return ''
  const { until, rule } = lastEndSql(table)
  return `  select count(*), ${until}, ${rule} into stays, last_day, last_rule from ${shown.from} t where ${shown.where} and (${which});
  if stays > 0 then
    steps := steps || jsonb_build_object('table', ${literal(table.table)}, '${as}', stays, 'until', last_day, 'rule', last_rule);
  end if;`
}

/** The row stays as the company's; the person goes out of it, and so does what names the person in its text. */
function detached(table: Declared, inventory: readonly Declared[], texts: TextColumns): string {
  const cut = table.table === 'evidence.entry' ? emptiedEntry : `${quoted(table.person!)} = null`
  return `${struck(table, texts)}  update ${baseName(table.table)} t set ${cut} where ${theirsIn(table, inventory)!};`
}

function struck(table: Declared, texts: TextColumns): string {
  const columns = struckIn(table, texts).map(quoted)
  if (columns.length === 0) return ''
  const set = columns.map((column) => `${column} = regexp_replace(v.${column}, erased_pattern, '${struckOut}', 'gi')`)
  return `  update ${baseName(table.table)} t set ${set.join(', ')} from ${quoted(viewName(table.table))} v
    where v.account_id = t.account_id and v.id = t.id and ${named(columns)};
`
}

/** True where one of these names the erased. All of them are asked by the hints at once: the pattern costs fifty times as much. */
function named(columns: readonly string[]): string {
  const each = columns.map((column) => `v.${column}`)
  const exactly = each.map((value) => `${value} ~* erased_pattern`).join(' or ')
  return `case when ${mayName(each)} then ${exactly} end`
}

/** What stands where a name stood. */
export const struckOut = '[slettet]'

function struckIn(table: Declared, texts: TextColumns): string[] {
  if (!may(table, 'update', 'rights_handling') || !('account_id' in table.columns && 'id' in table.columns)) return []
  return (texts.get(table.table) ?? []).filter((name) => personalColumn(table.columns[name])?.for.includes('rights_handling'))
}

/**
 * A sole proprietor's firm, and a relationship that was only somebody asking, are that person: emptied with them, or the last of
 * those whose it may be (promise 2.1-f); whoever works there stays. A company keeps its own details, but not an invoice address that is
 * the person's.
 */
function emptied(inventory: readonly Declared[]): string {
  const declared = inventory.find(({ table }) => table === 'core.account')!
  const columns = Object.keys(declared.columns).filter((name) => personalColumn(declared.columns[name]) !== undefined)
  const set = columns
    .map(
      (name) => `${quoted(name)} = case when is_them or v.${quoted(name)} ~* erased_pattern then null else v.${quoted(name)} end`,
    )
    .join(', ')
  return `  update core.account t set ${set}, ended_at = case when is_them then erased_at else t.ended_at end
    from account v where v.account_id = t.account_id and (is_them or ${named(columns.map(quoted))});`
}
