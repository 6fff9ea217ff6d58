-- A revision says more than its text: which sentences changed for real and which only in wording, what it means in plain
-- words, which settings go live with it, and why it came sooner than promised if it did (promises 0-b, 8-a, 8-c).
alter table core.statement_revision
  add column kinds jsonb not null default '{}',
  add column summary jsonb not null default '{}',
  add column settings jsonb,
  add column hurried_because text;

-- What the next revision is going to be; one draft at a time, because two could not both come next.
create table core.statement_draft (
  one boolean primary key default true check (one),
  settings jsonb not null,
  kinds jsonb not null,
  summary jsonb not null,
  effective_on date,
  hurried_because text,
  changed_at timestamptz not null
);

-- Who was told of which revision. mail_id is null where the same address was told in another relationship.
create table core.revision_notice (
  account_id uuid not null,
  person_id uuid not null,
  revision integer not null,
  mail_id uuid,
  at timestamptz not null,
  primary key (account_id, person_id, revision)
);
