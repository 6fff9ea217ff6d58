-- What is left of a person after an erasure: how many rows of which column match, in every table of every schema, found by the
-- catalogue and not by our own declarations (promises 2.1-i, 4-l). Says where and how many, never what.
do $$
begin
  create role ordholden_rights_handling nologin;
exception when duplicate_object then null;
end $$;

create function house.residue(pattern text, ids uuid[])
returns table ("table" text, "column" text, "rows" bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
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
        ', ' order by a.attnum) as counts
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
    execute format('select array[%s]::bigint[] from %s t', looked.counts, looked.name) into counted using pattern, ids;
    for i in 1 .. cardinality(counted) loop
      "table" := looked.name;
      "column" := looked.columns[i];
      "rows" := counted[i];
      return next;
    end loop;
  end loop;
end $$;
revoke execute on function house.residue(text, uuid[]) from public;
grant execute on function house.residue(text, uuid[]) to ordholden_rights_handling;
