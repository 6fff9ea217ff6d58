-- The schemas of the house. core: base tables. evidence: the log. archive: the locked claims archive.
create schema core;
create schema evidence;
create schema archive;
create schema if not exists house;

-- What the purpose layer was last built from; rebuilt at start only when the declarations changed.
create table house.layer (
  one boolean primary key default true check (one),
  declarations_hash text not null,
  built_at timestamptz not null
);

-- The merchant's settings, one row per key; the controller's identity is the key 'controller'.
create table core.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);

-- Gapless series: the row lock lasts until commit, so a rollback gives the number back.
create table core.number_series (
  series text primary key,
  next bigint not null check (next > 0)
);
