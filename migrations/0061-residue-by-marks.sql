-- The same search, ten times faster: a row is first asked for plain marks (one of them is in everything the pattern finds; "digits" is
-- the telephone number, whatever stands between its figures), and only a row that has one is looked at column by column.
drop function house.residue(text, uuid[]);

create function house.residue(pattern text, ids uuid[], marks text[], digits text[])
returns table ("table" text, "column" text, "rows" bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  likely text[] := array(select '%' || replace(replace(replace(lower(mark), '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(marks) mark);
  figures text[] := array(select '%' || digit || '%' from unnest(digits) digit);
  looked record;
  counted bigint[];
begin
  for looked in
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      string_agg(
        case when y.typname = 'uuid'
          then format('count(*) filter (where t.%I = any ($2))', a.attname)
          else format('count(*) filter (where t.%I::text ~* $1)', a.attname) end,
        ', ' order by a.attnum) as counts,
      -- A line break between values, so that no find is made of the end of one and the beginning of the next.
      coalesce('concat_ws(E''\n'', ' || string_agg(format('t.%I::text', a.attname), ', ') filter (where y.typname <> 'uuid') || ')', '''''') as words,
      coalesce(string_agg(format('t.%I = any ($2)', a.attname), ' or ') filter (where y.typname = 'uuid'), 'false') as refers
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type y on y.oid = a.atttypid
    where c.relkind in ('r', 'p', 'm') and not c.relispartition
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
      and (y.typname in ('uuid', 'json', 'jsonb', 'xml') or y.typcategory = 'S'
        or (y.typcategory = 'A' and (select e.typcategory from pg_type e where e.oid = y.typelem) = 'S'))
    group by n.nspname, c.relname
  loop
    execute format(
      'select array[%s]::bigint[] from (select t.*, %s as all_words_of_it from %s t) t where %s or lower(t.all_words_of_it) like any ($3) or (cardinality($4) > 0 and translate(t.all_words_of_it, '' .-'', '''') like any ($4))',
      looked.counts, looked.words, looked.name, looked.refers)
      into counted using pattern, ids, likely, figures;
    for i in 1 .. cardinality(counted) loop
      "table" := looked.name;
      "column" := looked.columns[i];
      "rows" := counted[i];
      return next;
    end loop;
  end loop;
end $$;
revoke execute on function house.residue(text, uuid[], text[], text[]) from public;
grant execute on function house.residue(text, uuid[], text[], text[]) to ordholden_rights_handling;
