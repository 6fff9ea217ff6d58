-- After an erasure everything is searched once more, the following night: every text and id of every table of every schema, and
-- every file of the data folder (promises 2.1-i, 4-l). To recognise the person by then, the search keeps fingerprints only: HMAC
-- values under a key outside the database. They are destroyed as soon as a search has found nothing, and after thirty days at the
-- latest. One row per erasure; "finds" says where and how many, never what.
create table core.erasure_search (
  account_id uuid not null,
  case_id uuid not null,
  certificate_id uuid not null,
  erased_at timestamptz not null,
  sought jsonb,
  searched_at timestamptz,
  passed_at timestamptz,
  tables integer,
  columns integer,
  rows bigint,
  files integer,
  struck integer not null default 0,
  finds jsonb not null default '[]',
  primary key (account_id, case_id)
);
create index erasure_search_waiting on core.erasure_search (erased_at) where passed_at is null;

-- What a person was called or reached by before it was corrected, as a fingerprint, so that an erasure finds the old address too.
create table core.former_identifier (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  print jsonb not null,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references core.person (account_id, id) on delete cascade
);
create index former_identifier_person on core.former_identifier (account_id, person_id);
