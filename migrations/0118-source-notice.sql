-- Whoever was entered by others has been told where their data came from (art. 14, promise 2.1-b). mail_id is null when a
-- member of staff told them otherwise, and `how` then says it.
create table core.source_notice (
  account_id uuid not null,
  person_id uuid not null,
  source text not null,
  mail_id uuid,
  how text,
  at timestamptz not null,
  primary key (account_id, person_id),
  foreign key (account_id, person_id) references core.person (account_id, id) on delete cascade
);
