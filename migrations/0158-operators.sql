-- Whoever runs the machine can open the database by hand: each such visit is written down, with who, when and why (promise 5-i).
-- A command of ours writes itself down; a session that is not ours is seen by the watch, each minute. `session` is the server
-- process and the moment it began, so that it is the same visit as long as it lasts.
create table core.operator_visit (
  id uuid primary key,
  how text not null check (how in ('command', 'session')),
  what text not null,
  who text not null,
  from_address text,
  session text unique,
  began_at timestamptz not null,
  ended_at timestamptz,
  reason text,
  reason_at timestamptz,
  reason_by text
);
create index operator_visit_began on core.operator_visit (began_at desc);

-- What a supplier has confirmed to us in writing, and when: what happens on their machines we cannot see ourselves (promise 5-k).
create table core.recipient_confirmation (
  recipient text not null references core.recipient,
  id uuid not null,
  confirms text not null,
  document_name text not null,
  confirmed_on date not null,
  staff_user_id text not null,
  primary key (recipient, id)
);
