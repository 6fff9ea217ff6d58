-- No role may delete a line of the log of disclosures (decision 0028), and each ends five years after it was written (R-26d). So this
-- function may, and it looks for itself: its clock is the database's own, and what somebody holds or wants kept stays.
create function house.delete_old_disclosures(now timestamptz) returns bigint
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  with today as (select (least(now, clock_timestamp()) at time zone 'Europe/Oslo')::date as day),
  gone as (
    delete from core.disclosure t using today
    where ((t.at at time zone 'Europe/Oslo')::date + interval '5 years')::date < today.day
      and not exists (select from core.hold h where h.account_id = t.account_id and h.released_at is null and h.lapses_on >= today.day
        and h.item_id is null and (h.person_id is null or h.person_id = t.person_id))
      and not exists (select from core.restriction r where r.account_id = t.account_id and r.person_id = t.person_id and r.lifted_at is null
        and r.ground in ('unlawful_keep', 'needed_by_subject_for_claim'))
    returning 1
  )
  select count(*) from gone
$$;
revoke execute on function house.delete_old_disclosures(timestamptz) from public;
grant execute on function house.delete_old_disclosures(timestamptz) to ordholden_legal_obligation;
