-- Handing out data about somebody to an outsider happens as a case with one of four grounds, or not at all (promises 6-a … 6-h,
-- section 5.7). The case is how it was decided; core.disclosure is what was decided, written once.
create table core.disclosure_case (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  ground text not null check (ground in ('subject_consent', 'statutory_authority', 'order', 'debt_collection')),
  recipient_name text not null,
  recipient_number text,
  recipient_country text not null,
  -- Where the recipient is told, when a consent is withdrawn: a mailbox of theirs, not a person's.
  recipient_mailbox text,
  asked_for text not null,
  requested_at timestamptz not null,
  requested_by text not null,
  -- What is on file, under the names that the table of grounds gives (src/duties/disclosure/grounds.ts).
  on_file jsonb not null default '{}',
  fields text[] not null default '{}',
  necessity text,
  -- Nobody may tell the person before that day: an order says so. They see nothing of the case until then.
  withheld_until date,
  assessed_at timestamptz,
  assessed_by text,
  executed_at timestamptz,
  refused_at timestamptz,
  refused_because text,
  informed_at timestamptz,
  not_informed_because text,
  recalled_at timestamptz,
  closed_at timestamptz,
  primary key (account_id, id)
);
create index disclosure_case_person on core.disclosure_case (account_id, person_id);
create index disclosure_case_open on core.disclosure_case (requested_at) where closed_at is null;

create table core.disclosure_approval (
  account_id uuid not null,
  case_id uuid not null,
  staff_user_id text not null,
  at timestamptz not null,
  primary key (account_id, case_id, staff_user_id),
  foreign key (account_id, case_id) references core.disclosure_case (account_id, id) on delete cascade
);

-- The log: one line for each disclosure and each refusal, never changed. Its hash stands in the evidence log, whose tree chains it.
create table core.disclosure (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  outcome text not null check (outcome in ('executed', 'refused', 'recalled')),
  at timestamptz not null,
  ground text not null,
  legal_reference text not null,
  recipient_name text not null,
  recipient_number text,
  recipient_country text not null,
  fields text[] not null,
  purpose text not null,
  necessity text not null,
  method text not null,
  requested_by text not null,
  approved_by text[] not null,
  executed_by text not null,
  not_informed_because text,
  withheld_until date,
  content_hash text not null,
  primary key (account_id, id)
);
create index disclosure_person on core.disclosure (account_id, person_id);
