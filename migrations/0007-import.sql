-- Which outside number became which account, so that an import can be stopped and started again without duplicates.
create table core.import_key (
  source text not null,
  external_id text not null,
  account_id uuid not null,
  primary key (source, external_id)
);

create table core.import_run (
  id uuid primary key,
  file_name text not null,
  file_hash text not null,
  format text not null,
  rows_total integer,
  rows_done integer not null default 0,
  rows_refused integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);
