-- A form that anybody may fill in sends a letter to an address that anybody may have typed. Nobody's mailbox is filled through us:
-- whoever writes such a letter first counts those that went there. The purposes that write letters do not read them, so this
-- function counts for them, and says nothing but a number.
create index mail_by_address on core.mail (lower(to_address), queued_at desc);

create function house.letters_lately(address text, kinds text[], since timestamptz)
returns bigint
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select count(*) from core.mail m
  where lower(m.to_address) = lower(address) and m.queued_at > since and m.kind = any (kinds)
$$;
