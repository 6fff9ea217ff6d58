-- Whoever is a customer again may lie in the locked archive under an earlier relationship (promise 2.6-j). This answers which records
-- there are the same person's: the same e-mail address and no other name, as among customers. Ids, and nothing else about anybody.
create function house.same_in_archive(account uuid, person uuid)
returns table (account_id uuid, person_id uuid)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  with aside as (
    select a.field, a.value from core.set_aside a where a.account_id = account and a.person_id = person
  ), asking as (
    select coalesce(p.email, (select value from aside where field = 'email')) as email,
      coalesce(p.first_name, (select value from aside where field = 'first_name')) as first_name,
      coalesce(p.last_name, (select value from aside where field = 'last_name')) as last_name
    from core.person p where p.account_id = account and p.id = person
  )
  select l.account_id, l.id from archive.person l, asking a
  where lower(l.email) = lower(a.email) and (l.account_id, l.id) is distinct from (account, person)
    and (l.first_name is null or a.first_name is null or lower(l.first_name) = lower(a.first_name))
    and (l.last_name is null or a.last_name is null or lower(l.last_name) = lower(a.last_name))
  order by l.account_id, l.id
$$;
revoke execute on function house.same_in_archive(uuid, uuid) from public;
grant execute on function house.same_in_archive(uuid, uuid) to ordholden_legal_obligation;
