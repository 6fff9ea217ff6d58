-- Who got something is known for five years, and at least as long as we have what they got (R-26, GDPR art. 15(1)(c), 19): while the
-- person is here or in the locked archive, a line of the log of disclosures stays, however old.
create or replace function house.delete_old_disclosures(now timestamptz) returns bigint
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  with today as (select (least(now, clock_timestamp()) at time zone 'Europe/Oslo')::date as day),
  gone as (
    delete from core.disclosure t using today
    where ((t.at at time zone 'Europe/Oslo')::date + interval '5 years')::date < today.day
      and not exists (select from core.person p where p.account_id = t.account_id and p.id = t.person_id)
      and not exists (select from archive.person p where p.account_id = t.account_id and p.id = t.person_id)
      and not exists (select from core.hold h where h.account_id = t.account_id and h.released_at is null and h.lapses_on >= today.day
        and h.item_id is null and (h.person_id is null or h.person_id = t.person_id))
      and not exists (select from core.restriction r where r.account_id = t.account_id and r.person_id = t.person_id and r.lifted_at is null
        and r.ground in ('unlawful_keep', 'needed_by_subject_for_claim'))
    returning 1
  )
  select count(*) from gone
$$;
-- A letter's three years count from when it was sent (R-16), which an outage makes later than when it was written.
create index mail_sent_at on core.mail using brin (coalesce(sent_at, queued_at)) with (autosummarize = on);
