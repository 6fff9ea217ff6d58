-- The mailbox of whoever has left a firm is the employer's, and whoever reads it must not be signed in as them (promise 7-c). From now on
-- their sign-in goes with the event; those who left before are signed out here, unless the same mailbox is theirs elsewhere.
create temporary table left_behind on commit drop as
  select l.user_id from core.portal_login l join core.person p on p.id = l.person_id
  where p.left_on is not null
    and not exists (select 1 from core.person o where lower(o.email) = lower(p.email) and o.left_on is null and o.id <> p.id);
delete from auth.session where "userId" in (select user_id from left_behind);
delete from core.portal_login where user_id in (select user_id from left_behind);
delete from auth."user" where id in (select user_id from left_behind);
drop table left_behind;
