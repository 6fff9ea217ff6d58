-- As 0201: who may ask is said by grants, so that the catalogue can be asked for it, and not by a line within the function. It is to be
-- called by what acts on the person fixed in the transaction, and by no other purpose.
create or replace function house.disclosed_under_silence()
returns table (id uuid, recipient_name text, recipient_country text, recipient_mailbox text, executed_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select c.id, c.recipient_name, c.recipient_country, c.recipient_mailbox, c.executed_at from core.disclosure_case c
  where c.account_id = nullif(current_setting('ordholden.account', true), '')::uuid
    and c.person_id = nullif(current_setting('ordholden.person', true), '')::uuid
    and c.executed_at is not null and c.recalled_at is null
    and c.withheld_until > (now() at time zone 'Europe/Oslo')::date
$$;
revoke execute on function house.disclosed_under_silence() from public;
grant execute on function house.disclosed_under_silence() to ordholden_rights_handling;
