import { mayName } from './named-sql.ts'
import { literal, plannedForAnybody, quoted } from './own-rows.ts'

/** One column as the catalogue tells of it, and how an index can answer for it. */
export type CatalogueColumn = {
  readonly table: string
  readonly column: string
  readonly kind: 'uuid' | 'text' | 'other text'
  /** True where an index begins with the table's account_id. */
  readonly byAccount: boolean
  /** What an index begins with that this column can be asked by: the column, or lower(column). */
  readonly asked: string | null
}

/**
 * The search in the act, as one function of the database, written from the catalogue: what an index can answer. All text
 * and ids of the person's own relationships, and in every other table the columns that an index begins with, by the
 * values themselves. It reads every table, so it is its owner's; it tells where and how many, never what.
 */
export function remainsSql(columns: readonly CatalogueColumn[]): string {
  const byAccount = [...Map.groupBy(columns, ({ table }) => table)].flatMap(([table, all]) => {
    const own = all.filter((each) => each.byAccount)
    return own.length === 0 ? [] : [{ table, own }]
  })
  const byValue = columns.filter((each) => each.asked !== null && !each.byAccount)
  return `drop function if exists house.remains(text, uuid[], uuid[], text[]), house.remains(text, text[], uuid[], uuid[], text[]);
create function house.remains(pattern text, hints text[], ids uuid[], accounts uuid[], words text[],
  out tables int, out columns int, out finds jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp ${plannedForAnybody} as $remains$
#variable_conflict use_variable
declare
  -- In most relationships nothing is left that names anybody: one question says so, and their columns are not asked one by one.
  naming constant text[] := array(${byAccount.map(({ table, own }) => naming(table, own)).join('\n    union all ')});
begin
  tables := ${new Set([...byAccount.map(({ table }) => table), ...byValue.map(({ table }) => table)]).size};
  columns := ${byAccount.reduce((sum, { own }) => sum + own.length, byValue.length)};
  finds := ${told(`select place, name, count(*) from (
    ${byValue.map(equal).join('\n    union all ')}) v (place, name) group by place, name`)};
${byAccount
  .map(
    ({ table, own }) => `  if ${literal(table)} = any (naming) then
    finds := finds || ${told(counted(table, own))};
  end if;`,
  )
  .join('\n')}
end $remains$`
}

/** Finds as JSON, of a question that answers where, in which column and how many. */
function told(question: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('table', f.place, 'column', f.name, 'rows', f.counted)), '[]') from (
    ${question}) f (place, name, counted) where f.counted > 0)`
}

/** Each row that has the value itself; rows and not their number, for of most columns there is none, and to count none costs as much again. */
function equal({ table, column, kind, asked }: CatalogueColumn): string {
  const value = kind === 'uuid' ? 'ids' : 'words'
  return `select ${literal(table)}, ${literal(column)} from ${quotedTable(table)} t where ${asked} = any (${value})`
}

function naming(table: string, own: readonly CatalogueColumn[]): string {
  const [ids, texts] = [own.filter(({ kind }) => kind === 'uuid'), own.filter(({ kind }) => kind !== 'uuid')]
  const maybe = [...ids.map(found), ...(texts.length > 0 ? [mayName(texts.map(({ column }) => `t.${quoted(column)}`))] : [])]
  return `select ${literal(table)} where exists (select 1 from ${quotedTable(table)} t
      where t.account_id = any (accounts) and (${maybe.join(' or ')}))`
}

function counted(table: string, own: readonly CatalogueColumn[]): string {
  const names = own.map(({ column }) => literal(column)).join(', ')
  const counts = own.map((each) => `count(*) filter (where ${found(each)})`).join(', ')
  return `select ${literal(table)}, c.* from (select array[${counts}] as counts
      from ${quotedTable(table)} t where t.account_id = any (accounts)) t
      cross join lateral unnest(array[${names}], t.counts) c`
}

function found({ column, kind }: CatalogueColumn): string {
  const value = `t.${quoted(column)}`
  return kind === 'uuid' ? `${value} = any (ids)` : `${value}::text ~* any (hints) and ${value}::text ~* pattern`
}

/**
 * Every table that is anybody's, whether we declared it or not. An id of the row itself is nobody else's id, so it is
 * not asked for; a person's own row is found by its account.
 */
export const catalogueSql = `select n.nspname || '.' || c.relname as "table", a.attname as "column",
    case when y.typname = 'uuid' then 'uuid' when y.typname = 'text' then 'text' else 'other text' end as kind,
    exists (select 1 from pg_index i join pg_attribute f on f.attrelid = c.oid and f.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indpred is null and f.attname = 'account_id') as "byAccount",
    (select min(case i.indkey[0] when 0 then pg_get_indexdef(i.indexrelid, 1, true) else 't.' || quote_ident(a.attname) end)
      from pg_index i where i.indrelid = c.oid and a.attname <> 'account_id' and y.typname in ('text', 'uuid')
        and (i.indpred is null or pg_get_expr(i.indpred, c.oid) = format('(%I IS NOT NULL)', a.attname))
        and (i.indkey[0] = a.attnum and not (i.indisprimary and y.typname = 'uuid')
          or i.indkey[0] = 0 and pg_get_indexdef(i.indexrelid, 1, true) = format('lower(%I)', a.attname))) as asked
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type y on y.oid = a.atttypid
  where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    and (y.typname in ('uuid', 'json', 'jsonb', 'xml') or y.typcategory = 'S'
      or (y.typcategory = 'A' and (select e.typcategory from pg_type e where e.oid = y.typelem) = 'S'))
  order by 1, a.attnum`

function quotedTable(table: string): string {
  const dot = table.indexOf('.')
  return `${quoted(table.slice(0, dot))}.${quoted(table.slice(dot + 1))}`
}
