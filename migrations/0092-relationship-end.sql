-- The relationship with a person ended: a dated event, and what may undo it is that they come back (promise 2.6-f). The company's own
-- end is a row without a person, beside one for each of its people.
create table core.relationship_end (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  person_id uuid,
  reason text not null check (reason in ('asked', 'left_company', 'company_gone', 'inactive')),
  channel text not null check (channel in ('my_page', 'desk', 'email', 'phone', 'letter', 'system')),
  ended_at timestamptz not null,
  reopened_at timestamptz,
  primary key (account_id, id)
);
create index relationship_end_in_force on core.relationship_end (account_id, person_id) where reopened_at is null;

-- Whoever left before there were such events left on their last day.
insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at)
select account_id, gen_random_uuid(), id, 'left_company', 'desk', left_on::timestamp at time zone 'Europe/Oslo'
from core.person where left_on is not null;
