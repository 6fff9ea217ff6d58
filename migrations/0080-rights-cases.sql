-- One claim is one case, by whatever way it came: its number, what was done to know who asks, and when somebody must have read it.
alter table core.rights_case drop constraint rights_case_kind_check;
alter table core.rights_case
  add constraint rights_case_kind_check check (kind in
    ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability', 'withdrawal', 'question', 'unclear')),
  add column number text,
  add column language text not null default 'nb' check (language in ('nb', 'en')),
  add column identity text not null default 'staff' check (identity in
    ('session', 'link', 'staff', 'not_needed', 'unproven', 'shared_mailbox', 'left_company', 'unknown')),
  -- A message that no rule understands is read by a person within two working days (promise 9-a).
  add column triage_by date,
  add column triaged_at timestamptz;

-- What was written in the case, by them and by us. Gone with the person; the case and what happened in it stay.
create table core.rights_message (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  address text,
  subject text,
  body text not null,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);
create index rights_message_case on core.rights_message (account_id, case_id, at);

-- The timeline: what happened when, in words of ours and facts without personal data.
create table core.rights_event (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null,
  by_role text not null,
  facts jsonb not null default '{}',
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);
create index rights_event_case on core.rights_event (account_id, case_id, at);

-- A link to an address: whoever opens it and says yes reads that mailbox. Only the hash is kept. It shows who asks only when it was
-- sent to the registered address of the person it `proves`: a link that went to a stranger proves nobody, whoever the case is about later.
create table core.rights_link (
  account_id uuid not null,
  id uuid not null,
  token_hash text not null,
  proves uuid,
  case_id uuid not null,
  purpose text not null check (purpose in ('confirm', 'download')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);
create index rights_link_hash on core.rights_link (token_hash);

-- What is decided with written reasons, and by whom; a refusal takes two (promises 7-h, X-4, 2.1-j).
create table core.rights_decision (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  act text not null check (act in ('refuse', 'refuse_partly', 'lift', 'continue')),
  reasons text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  told_on date,
  takes_effect_on date,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);
create index rights_decision_case on core.rights_decision (account_id, case_id);

-- What an answer called "pending", until it is done (promise 7-j).
create table core.rights_pending (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null,
  since timestamptz not null,
  done_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);
create index rights_pending_open on core.rights_pending (since) where done_at is null;
