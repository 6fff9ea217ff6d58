-- The locked archive for claims: what a claim may need, moved out of reach of everything that sells, answers or advertises (promise
-- 2.6-j). The same tables, so that a column declared there is declared here; only keys are demanded, since less is kept.
create table archive.person (like core.person including defaults including indexes);
create table archive.inquiry (like core.inquiry including defaults including indexes);
create table archive.inquiry_item (like core.inquiry_item including defaults including indexes);
create table archive.inquiry_message (like core.inquiry_message including defaults including indexes);
create table archive.quote (like core.quote including defaults including indexes);
create table archive.quote_version (like core.quote_version including defaults including indexes);
create table archive.quote_line (like core.quote_line including defaults including indexes);

do $$
declare
  demanded record;
begin
  for demanded in
    select a.attrelid::regclass as archived, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'archive'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
  loop
    execute format('alter table %s alter %I drop not null', demanded.archived, demanded.column);
  end loop;
end $$;

-- Each opening: who as what, why, for which case. Nothing in the archive can be read but under one (house/purposes.test.ts).
create table core.archive_opening (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_number text not null check (length(case_number) between 1 and 100),
  reason text not null check (length(reason) between 10 and 500),
  opened_by text not null,
  opened_role text not null,
  at timestamptz not null,
  primary key (account_id, id)
);
create index archive_opening_person on core.archive_opening (account_id, person_id);

-- Whom the archive knows by an address, a customer number or an organisation number: ids, and nothing else about anybody.
create function house.find_in_archive(sought text)
returns table (account_id uuid, person_id uuid)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select p.account_id, p.id from archive.person p left join core.account a on a.account_id = p.account_id
  where lower(p.email) = lower(trim(sought)) or a.customer_number::text = trim(sought) or a.organisation_number = replace(sought, ' ', '')
  order by p.account_id, p.id limit 50
$$;
revoke execute on function house.find_in_archive(text) from public;
grant execute on function house.find_in_archive(text) to ordholden_legal_obligation;
