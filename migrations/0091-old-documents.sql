-- A bookkeeping document goes when its five years are over, and not a day before (bokføringsloven § 13 second paragraph, promise 4-d).
-- No role may delete one. This function may, and it looks for itself: it takes no period from whoever calls, and its clock is the
-- database's own, so that nobody can pretend that it is later than it is.
do $$
begin
  create role ordholden_legal_obligation nologin;
exception when duplicate_object then null;
end $$;

-- What is left of a document is its number and its hash: the chain can still be counted, and it names nobody.
alter table core.issued_document alter account_id drop not null, alter invoice_id drop not null;

create function house.delete_old_documents(now timestamptz, most integer)
returns table (invoices bigint, lines bigint, vats bigint, payments bigint)
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  with today as (select (least(now, clock_timestamp()) at time zone 'Europe/Oslo')::date as day),
  -- What settles a document is documentation of its own, so the last of them decides. A credit note goes with its invoice.
  over as materialized (
    select i.account_id, i.id from core.invoice i, today
    where make_date(extract(year from i.issue_date)::integer + 6, 1, 1) <= today.day and i.credits_invoice_id is null
      and not exists (select from core.payment p where p.account_id = i.account_id and p.invoice_id = i.id
        and make_date(extract(year from p.paid_on)::integer + 6, 1, 1) > today.day)
      and not exists (select from core.invoice c where c.account_id = i.account_id and c.credits_invoice_id = i.id
        and (make_date(extract(year from c.issue_date)::integer + 6, 1, 1) > today.day
          or exists (select from core.payment p where p.account_id = c.account_id and p.invoice_id = c.id
            and make_date(extract(year from p.paid_on)::integer + 6, 1, 1) > today.day)))
      and not exists (select from core.hold h where h.account_id = i.account_id and h.released_at is null and h.lapses_on >= today.day
        and (h.item_id is null or h.item_id = i.order_id))
    order by i.account_id, i.id
    limit most
  ),
  old as materialized (
    select account_id, id from over
    union select c.account_id, c.id from core.invoice c join over o on o.account_id = c.account_id and o.id = c.credits_invoice_id
  ),
  l as (delete from core.invoice_line t using old o where t.account_id = o.account_id and t.invoice_id = o.id returning 1),
  v as (delete from core.invoice_vat t using old o where t.account_id = o.account_id and t.invoice_id = o.id returning 1),
  p as (delete from core.payment t using old o where t.account_id = o.account_id and t.invoice_id = o.id returning 1),
  d as (update core.issued_document t set account_id = null, invoice_id = null from old o where t.account_id = o.account_id and t.invoice_id = o.id returning 1),
  i as (delete from core.invoice t using old o where t.account_id = o.account_id and t.id = o.id returning 1)
  select (select count(*) from i), (select count(*) from l), (select count(*) from v), (select count(*) from p)
$$;
revoke execute on function house.delete_old_documents(timestamptz, integer) from public;
grant execute on function house.delete_old_documents(timestamptz, integer) to ordholden_legal_obligation;
