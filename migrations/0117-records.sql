-- The record of processing as it stood on a day, so that it can be shown what it said (GDPR art. 30, promise X-1).
create table core.protocol_snapshot (
  id uuid primary key,
  taken_at timestamptz not null,
  content_hash text not null,
  content jsonb not null
);
create index protocol_snapshot_taken on core.protocol_snapshot (taken_at desc);

-- Somebody has read a dated rule against the law, and answered whether the statement must change (promise 8-b).
create table core.rule_review (
  id uuid primary key,
  rule text not null,
  rule_hash text not null,
  reviewed_at timestamptz not null,
  reviewed_through date not null,
  statement_changes boolean not null,
  answer text not null,
  staff_user_id text not null
);
create index rule_review_rule on core.rule_review (rule, reviewed_at desc);

-- What a new or changed purpose means for people, judged before it begins (art. 35, promise X-7).
create table core.assessment (
  id uuid primary key,
  purpose text not null,
  purpose_hash text not null,
  signs text[] not null,
  needs_dpia boolean not null,
  because text not null,
  assessed_at timestamptz not null,
  staff_user_id text not null
);
create index assessment_purpose on core.assessment (purpose, assessed_at desc);
