-- An append-only log. commitment = SHA-256(salt || body): destroy salt and body, and every proof still verifies.
create table evidence.entry (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  subject uuid,
  commitment bytea not null check (octet_length(commitment) = 32),
  salt bytea,
  body jsonb
);
create index entry_subject on evidence.entry (subject) where subject is not null;
create index entry_kind on evidence.entry (kind, at desc);

-- The Merkle tree's leaves in order (RFC 9162, section 2.1), and the signed tree heads.
create table evidence.leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry_id uuid not null unique references evidence.entry (id),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);

create table evidence.checkpoint (
  tree_size bigint primary key check (tree_size > 0),
  root_hash bytea not null check (octet_length(root_hash) = 32),
  at timestamptz not null,
  signature bytea not null
);

-- What each control found last, and before.
create table evidence.control_result (
  id uuid primary key,
  sentence text not null,
  control text not null,
  kind text not null check (kind in ('query', 'probe', 'test', 'attestation')),
  found bigint not null,
  of bigint,
  measured text not null,
  state text not null check (state in ('kept', 'broken')),
  at timestamptz not null,
  milliseconds integer not null
);
create index control_result_latest on evidence.control_result (sentence, control, at desc);

-- A named member of staff's dated word, and when it expires.
create table evidence.attestation (
  id uuid primary key,
  sentence text not null,
  control text not null,
  word text not null,
  staff_user_id text not null,
  given_at timestamptz not null,
  expires_at timestamptz not null
);

-- What went, what stayed and under which law; no name.
create table evidence.erasure_certificate (
  id uuid primary key,
  case_id uuid not null,
  erased jsonb not null,
  kept jsonb not null,
  residual_found integer not null,
  searched jsonb not null,
  at timestamptz not null
);
