-- Stops and permissions, one small side table each. A purpose view asks them with (not) exists; no flag is copied into a row.
create table core.consent (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  text_shown text not null,
  text_hash text not null,
  language text not null,
  statement_revision integer not null,
  source text not null check (source in ('own_page', 'own_form', 'oral_recorded')),
  mechanism text not null,
  given_at timestamptz not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (account_id, id)
);
create index consent_person on core.consent (account_id, person_id);

-- An objection (art. 21) is only ever active; 'marketing' is absolute, 'contact' stops all that is not essential.
create table core.objection (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  scope text not null check (scope in ('marketing', 'contact', 'particular_situation')),
  channel text not null,
  objected_at timestamptz not null,
  lifted_at timestamptz,
  primary key (account_id, id)
);
create index objection_person on core.objection (account_id, person_id) where lifted_at is null;

-- A restriction (art. 18), from the moment it is registered until it is lifted.
create table core.restriction (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('accuracy_contested', 'unlawful_keep', 'needed_by_subject_for_claim', 'objection_pending')),
  restricted_at timestamptz not null,
  lifted_at timestamptz,
  primary key (account_id, id)
);
create index restriction_person on core.restriction (account_id, person_id) where lifted_at is null;

-- Addresses that must not be marketed to again: a keyed hash that outlives everything else (promise 2.5-j).
create table core.suppression (
  address_hash text primary key,
  kind text not null check (kind in ('email', 'phone', 'post')),
  at timestamptz not null,
  channel text not null
);

-- One case per claim a person makes, with its clock (promises 7-b, 7-j).
create table core.rights_case (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability')),
  channel text not null,
  received_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  outcome jsonb,
  primary key (account_id, id)
);
create index rights_case_person on core.rights_case (account_id, person_id);
create index rights_case_open on core.rights_case (due_on) where closed_at is null;

-- Every call to another machine: who got what about whom, and why (promises 5-a, 5-c).
create table core.transfer (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  recipient text not null,
  purpose text not null,
  fields text[] not null,
  ground text not null,
  at timestamptz not null,
  primary key (account_id, id)
);
create index transfer_person on core.transfer (account_id, person_id);

-- Mail waiting and sent. Written in the act's transaction, sent after it.
create table core.mail (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  purpose text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  attachment jsonb,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (account_id, id)
);
create index mail_person on core.mail (account_id, person_id);
create index mail_waiting on core.mail (queued_at) where sent_at is null;

-- The published statements (promise 0-b). Never changed, never removed.
create table core.statement_revision (
  revision integer primary key,
  effective_on date not null,
  content_hash text not null,
  texts jsonb not null,
  terms jsonb not null,
  kind text not null check (kind in ('material', 'editorial')),
  published_at timestamptz not null
);
