import { personalColumn, type Declared } from '#personal-data'
import { rowEnding } from '#retention'
import { hangsOn, literal, plannedForAnybody, quoted, shownOf, type Shown } from './own-rows.ts'

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
  const tables = asked.map(({ table }) => table)
  const wholes = asked.filter(({ table }) => hangsOn(table, tables) === table.table)
  return `drop function if exists house.holdings();
create function house.holdings(out "table" text, out held json, out ends json) returns setof record
language plpgsql stable set search_path = rights_handling, pg_temp ${plannedForAnybody} as $holdings$
#variable_conflict use_column
declare
  -- Most persons are in few of the tables: the rest is found empty in one question, and not asked again.
  theirs constant text[] := array(
    ${wholes.map(({ table, shown }) => `select ${literal(table.table)} where exists (select 1 from ${shown.from} t where ${shown.where})`).join('\n    union all ')});
begin
  return query select a, null::json, null::json from unnest(array[${asked.map(({ table }) => literal(table.table)).join(', ')}]) a;
${asked.map(({ table, shown }) => question(table, shown, hangsOn(table, tables))).join('\n')}
end $holdings$`
}

function question(table: Declared, { from, columns, where }: Shown, whole: string): string {
  const name = literal(table.table)
  const values = columns.map((column) => `${literal(column)}, ${shownValue(table, column)}`).join(', ')
  const order = columns.includes('id') ? ' order by t.id' : ''
  return `  if ${literal(whole)} = any (theirs) then
    return query select ${name}, json_build_object(${values}), ${endOf(table)} from ${from} t where ${where}${order};
  end if;`
}

/** SQL over `t`: the rule that ends this very row, and when. What is a part of something ends with it (see `wholeOf`). */
function endOf(table: Declared): string {
  const ending = rowEnding(table)
  return ending === undefined ? `'{}'::json` : endObject(ending)
}

/** What the rows of a table are parts of and end with, where they have no rule of their own and the whole is told of too. */
export function wholeOf(table: Declared, inventory: readonly Declared[]): Declared | undefined {
  if (rowEnding(table) !== undefined) return undefined
  const whole = inventory.find((each) => each.table === table.through?.table)
  return whole && rowEnding(whole) && shownOf(whole, inventory) ? whole : undefined
}

function endObject({ rule, at }: { readonly rule: string; readonly at: string }): string {
  return `json_build_object(coalesce(${rule}, 'none'), ${at})`
}

function shownValue(table: Declared, name: string): string {
  const value = `t.${quoted(name)}`
  return personalColumn(table.columns[name])?.secret ? `case when ${value} is not null then ${literal(hidden)} end` : value
}
