-- A restriction holds for the whole person, or for one category of what we have about them; and for a case (section 5.1).
alter table core.restriction
  add column category text,
  add column case_id uuid;

-- Each use of an exception (art. 18(2)): by whom of us, for which case; shown in the access package.
create table core.restriction_use (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  case_id uuid not null,
  exception text not null check (exception in ('subject_consent', 'legal_claim', 'protect_other_person', 'important_public_interest')),
  reason text not null,
  staff_role text not null,
  staff_user_id text not null,
  at timestamptz not null,
  primary key (account_id, id)
);
create index restriction_use_person on core.restriction_use (account_id, person_id);
