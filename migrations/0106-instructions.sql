-- What suppliers and other recipients are asked to do about a person: delete, correct, restrict (promises 2.6-g, 2.6-h, X-11;
-- table 5.5). A row here names nobody: whom it is about stands in instruction_subject, which goes when all have answered.
create table core.instruction (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  recipient text not null,
  kind text not null check (kind in ('erasure', 'relationship_end', 'rectification', 'restriction', 'restriction_lifted', 'recall', 'second')),
  -- The corrected field of a rectification.
  field text,
  subject_id uuid,
  -- The instruction whose lawful keeping ended: the supplier knows the person by its id, and we by nothing.
  follows uuid,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  reminded_at timestamptz,
  escalated_at timestamptz,
  overdue_at timestamptz,
  -- When the person was told that this supplier has not answered, and in which letter.
  told_at timestamptz,
  told_mail_id uuid,
  answered_at timestamptz,
  -- contested: refused, and nobody of us has accepted the reason. untold: could not be done, and why is in `failure`.
  answer text check (answer in ('confirmed', 'kept_by_law', 'contested', 'untold')),
  answered_by text check (answered_by in ('webhook', 'link', 'desk', 'register')),
  done_on date,
  sub_processors text check (sub_processors in ('none', 'done')),
  backups_lapse_on date,
  -- What it may or must keep, under which law, and until when; then the second instruction goes by itself.
  data_class text,
  statute text,
  section text,
  holder text,
  keeps_until date,
  -- Of the link in a letter; the link itself is nowhere.
  token_hash text,
  primary key (account_id, id)
);
create index instruction_person on core.instruction (account_id, person_id);
create index instruction_open on core.instruction (queued_at) where answered_at is null;
create index instruction_token on core.instruction (token_hash);
create index instruction_keeps on core.instruction (keeps_until) where keeps_until is not null;

-- Whom open instructions are about: what the suppliers know the person by, and where to tell the person. One row per event.
create table core.instruction_subject (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  identifiers jsonb not null,
  tell_to text,
  language text not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);
create index instruction_subject_person on core.instruction_subject (account_id, person_id);

-- Standing answers by webhook, so that a second delivery of the same message changes nothing (Standard Webhooks).
create table core.webhook_received (
  recipient text not null,
  webhook_id text not null,
  at timestamptz not null,
  outcome text not null,
  primary key (recipient, webhook_id)
);
