-- The register of breaches, also those nobody else was told of (GDPR art. 33(5), promise X-5).
create table core.breach (
  id uuid primary key,
  number text not null,
  -- The 72 hours run from here: when we knew, whoever told us.
  aware_at timestamptz not null,
  found_by text not null check (found_by in ('us', 'supplier', 'outsider')),
  supplier text,
  began_at timestamptz,
  ended_at timestamptz,
  cause text not null check (cause in ('wrong recipient', 'lost or stolen', 'own staff', 'attack', 'program fault', 'mistake', 'other')),
  kinds text[] not null check (kinds <@ array['confidentiality', 'integrity', 'availability'] and cardinality(kinds) > 0),
  what text not null,
  estimated_persons integer check (estimated_persons >= 0),
  data_now text,
  consequences text,
  measures text,
  -- How likely it harms those affected.
  harm text check (harm in ('unlikely', 'likely', 'high')),
  not_notified_because text,
  told_nb text,
  told_en text,
  not_told_because text,
  registered_at timestamptz not null,
  registered_by text not null,
  closed_at timestamptz
);
create unique index breach_number on core.breach (number);
create index breach_open on core.breach (aware_at) where closed_at is null;

-- What was sent to the authority, stage by stage, as it stood (art. 33(4)).
create table core.breach_notice (
  breach_id uuid not null references core.breach (id) on delete cascade,
  stage integer not null check (stage > 0),
  content jsonb not null,
  complete boolean not null,
  late_because text,
  reference text,
  sent_at timestamptz not null,
  primary key (breach_id, stage)
);

-- Where we looked for who was affected, and how many it gave.
create table core.breach_scope (
  id uuid primary key,
  breach_id uuid not null references core.breach (id) on delete cascade,
  source text not null check (source in ('readings', 'transfers', 'table')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  staff_user_id text,
  recipient text,
  about_table text,
  persons integer not null,
  drawn_at timestamptz not null
);

-- Who was affected, which kinds of data about them, and when a letter told them (art. 34).
create table core.breach_person (
  account_id uuid not null,
  breach_id uuid not null,
  person_id uuid not null,
  categories text[] not null,
  told_at timestamptz,
  primary key (account_id, breach_id, person_id)
);
create index breach_person_breach on core.breach_person (breach_id);
