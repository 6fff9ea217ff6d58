-- A sole proprietorship is its owner (promise 2.1-f), and the relationship's row bears nobody's id. Whose it is: the firm's name must hold
-- the owner's surname (foretaksnavneloven § 2-2), so whoever it names; where it names nobody here, it may be anybody's of them. Answers yes
-- or no, to the rules of stops; COST says that it is asked last.
create function house.owns_firm(account uuid, person uuid)
returns boolean
language sql
stable
security definer
cost 10000
set search_path = pg_catalog, pg_temp
as $$
  with named as (
    select p.id from core.person p join core.account a on a.account_id = p.account_id
    where p.account_id = account and position(lower(p.last_name) in lower(a.name)) > 0
  )
  select not exists (select 1 from named) or exists (select 1 from named n where n.id = person)
$$;
