-- Which messages of the privacy mailbox have been taken in: a hash of the Message-ID, so that none is filed twice, and when its
-- original may go (R-13). Says nothing of whose it was.
create table core.mail_intake (
  message_key text primary key,
  folder text not null,
  became text not null check (became in ('claim', 'reply', 'automatic', 'probe')),
  received_at timestamptz not null,
  filed_at timestamptz not null,
  original_gone_at timestamptz
);
create index mail_intake_waiting on core.mail_intake (filed_at) where original_gone_at is null;

-- What came by mail and holds what must not be kept, until a person has struck it out (promise 2.1-e).
create table core.mail_quarantine (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  body text not null,
  reason text not null,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, case_id) references core.rights_case (account_id, id) on delete cascade
);

-- A message we send ourselves every day, to see that the mailbox is read (promise 9-a).
create table core.mail_probe (
  id uuid primary key,
  sent_at timestamptz not null,
  seen_at timestamptz
);
