import { literal, quoted } from './own-rows.ts'

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
  const tables = [...Map.groupBy(columns, ({ table }) => table)]
  const byValue = tables.flatMap(([table, all]) =>
    all
      .filter(({ asked, byAccount }) => asked !== null && !byAccount)
      .map((each) => question(table, [[each, 'true']], `${each.asked} = any (${each.kind === 'uuid' ? 'ids' : 'words'})`)),
  )
  const byAccount = tables.filter(([, all]) => all.some((each) => each.byAccount))
  const present = byAccount.map(
    ([table]) =>
      `select ${literal(table)} where exists (select 1 from ${quotedTable(table)} t where t.account_id = any (accounts))`,
  )
  const searches = byAccount.map(([table, all]) => {
    const own = all.filter((each) => each.byAccount).map((each) => [each, found(each)] as const)
    return `  if ${literal(table)} = any (present) then
    finds := finds || ${counted(question(table, own, 't.account_id = any (accounts)'))};
  end if;`
  })
  const looked = columns.filter(({ byAccount, asked }) => byAccount || asked !== null)
  return `drop function if exists house.remains(text, uuid[], uuid[], text[]);
create function house.remains(pattern text, ids uuid[], accounts uuid[], words text[],
  out tables int, out columns int, out finds jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $remains$
#variable_conflict use_variable
declare
  -- Most relationships are in few of the tables: the rest is found empty in one question, and its columns are not asked.
  present constant text[] := array(${present.join('\n    union all ')});
begin
  tables := ${new Set(looked.map(({ table }) => table)).size};
  columns := ${looked.length};
  finds := ${counted(byValue.join('\n    union all '))};
${searches.join('\n')}
end $remains$`
}

function counted(questions: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('table', f.place, 'column', c.name, 'rows', c.counted)), '[]') from (
    ${questions}) f (place, names, counts)
    cross join lateral unnest(f.names, f.counts) as c (name, counted) where c.counted > 0)`
}

function question(table: string, asked: readonly (readonly [CatalogueColumn, string])[], where: string): string {
  const names = asked.map(([{ column }]) => literal(column)).join(', ')
  const counts = asked.map(([, condition]) => (condition === 'true' ? 'count(*)' : `count(*) filter (where ${condition})`))
  return `select ${literal(table)}, array[${names}], array[${counts.join(', ')}] from ${quotedTable(table)} t where ${where}`
}

function found({ column, kind }: CatalogueColumn): string {
  return kind === 'uuid' ? `t.${quoted(column)} = any (ids)` : `t.${quoted(column)}::text ~* pattern`
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
