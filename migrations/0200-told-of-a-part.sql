-- Whoever got something from us is told what exactly is restricted, not only that something is (art. 19, section 5.1 no. 3): the
-- fields of the register, a kind of rows, or a paper by its number. Null: everything. The number is kept with the restriction, for
-- its lifting is told too.
alter table core.instruction add column scope jsonb;
alter table core.restriction add column document_number text;

-- An order may forbid that the person learns of a disclosure yet, so the person's own views do not have it. Its recipient is told of a
-- correction, an erasure or a restriction all the same (art. 19 knows no exception for it), and only this function shows it for that: to
-- who acts on the person fixed in the transaction, and to no other purpose.
create function house.disclosed_under_silence()
returns table (id uuid, recipient_name text, recipient_country text, recipient_mailbox text, executed_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select c.id, c.recipient_name, c.recipient_country, c.recipient_mailbox, c.executed_at from core.disclosure_case c
  where current_setting('role') = 'ordholden_rights_handling'
    and c.account_id = nullif(current_setting('ordholden.account', true), '')::uuid
    and c.person_id = nullif(current_setting('ordholden.person', true), '')::uuid
    and c.executed_at is not null and c.recalled_at is null
    and c.withheld_until > (now() at time zone 'Europe/Oslo')::date
$$;
