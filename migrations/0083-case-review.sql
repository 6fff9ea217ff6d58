-- Closed inquiries drawn by lot each month, for somebody other than the handler to look through (promise 2.6-d). Found by number;
-- says who handled it and who looked, and what they found, never what it was about.
create table core.case_review (
  account_id uuid not null,
  id uuid not null,
  inquiry_id uuid not null,
  number text not null,
  month date not null,
  handled_by text,
  drawn_at timestamptz not null,
  checked_by text,
  checked_at timestamptz,
  finding text check (finding in ('only what is necessary', 'something was removed')),
  primary key (account_id, id)
);
create index case_review_open on core.case_review (drawn_at) where checked_at is null;
create unique index case_review_once on core.case_review (account_id, inquiry_id);
