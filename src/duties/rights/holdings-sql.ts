import { personalColumn, type Declared } from '#personal-data'
import { rowEnding } from '#retention'
import { literal, plannedForAnybody, quoted, shownOf, type Shown } from './own-rows.ts'

/** Instead of a secret of the sign-in: that it is held, not what it is. */
const hidden = '•••'

/**
 * Everything held about the person fixed in the transaction, as one function of the database written from the declarations:
 * one round trip, planned once. Each table is told first by itself, so that one without rows is seen to have been asked.
 */
export function holdingsSql(inventory: readonly Declared[]): string {
  const asked = inventory.flatMap((table) => {
    const shown = shownOf(table, inventory)
    return shown === undefined ? [] : [{ table, shown }]
  })
  return `drop function if exists house.holdings();
create function house.holdings(out "table" text, out held json, out ends json) returns setof record
language plpgsql stable set search_path = rights_handling, pg_temp ${plannedForAnybody} as $holdings$
#variable_conflict use_column
declare
  -- Most persons are in few of the tables: the rest is found empty in one question, and not asked again.
  theirs constant text[] := array(
    ${asked.map(({ table, shown }) => `select ${literal(table.table)} where exists (select 1 from ${shown.from} t where ${shown.where})`).join('\n    union all ')});
begin
  return query select a, null::json, null::json from unnest(array[${asked.map(({ table }) => literal(table.table)).join(', ')}]) a;
${asked.map(({ table, shown }) => question(table, shown, inventory)).join('\n')}
end $holdings$`
}

function question(table: Declared, { from, columns, where }: Shown, inventory: readonly Declared[]): string {
  const name = literal(table.table)
  const values = columns.map((column) => `${literal(column)}, ${shownValue(table, column)}`).join(', ')
  const order = columns.includes('id') ? ' order by t.id' : ''
  return `  if ${name} = any (theirs) then
    return query select ${name}, json_build_object(${values}), ${endOf(table, inventory)} from ${from} t where ${where}${order};
  end if;`
}

/** SQL over `t`: the rule that ends this very row, and when. What is a part of something ends with it, by that one's rule. */
function endOf(table: Declared, inventory: readonly Declared[]): string {
  const ending = rowEnding(table)
  if (ending !== undefined) return endObject(ending)
  const whole = inventory.find((each) => each.table === table.through?.table)
  const ofWhole = whole && rowEnding(whole)
  const theirs = whole && shownOf(whole, inventory)
  if (!ofWhole || !theirs) return `'{}'::json`
  return `(select e.ends from (select t.account_id, t.id, ${endObject(ofWhole)} as ends from ${theirs.from} t where ${theirs.where}) e
    where e.account_id = t.account_id and e.id = t.${quoted(table.through!.by)})`
}

function endObject({ rule, at }: { readonly rule: string; readonly at: string }): string {
  return `json_build_object(coalesce(${rule}, 'none'), ${at})`
}

function shownValue(table: Declared, name: string): string {
  const value = `t.${quoted(name)}`
  return personalColumn(table.columns[name])?.secret ? `case when ${value} is not null then ${literal(hidden)} end` : value
}
