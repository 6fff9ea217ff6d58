-- The form of a firm that nobody has said may be a sole proprietor's (promise 2.1-f). Such a firm bears its owner's surname by law
-- (foretaksnavneloven § 2-2), so it is whoever's its name names; and where it names nobody here, theirs alone whose surname we were never
-- told. Of one who only asked, and of a firm that is said to be an ENK, it is as before (0232).
create or replace function house.owns_firm(account uuid, person uuid)
returns boolean
language sql
stable
security definer
cost 10000
set search_path = pg_catalog, pg_temp
as $$
  with firm as (
    select a.name, a.organisation_form = 'ENK' or a.kind = 'inquirer' as somebodys from core.account a where a.account_id = account
  ), named as (
    select p.id from core.person p, firm f where p.account_id = account and position(lower(p.last_name) in lower(f.name)) > 0
  )
  select exists (select 1 from named n where n.id = person) or not exists (select 1 from named) and exists (
    select 1 from firm f, core.person p where p.account_id = account and p.id = person and (f.somebodys or p.last_name is null))
$$;
