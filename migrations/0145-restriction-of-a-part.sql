-- A restriction can hold for a part: named fields of the person's own row, or one document with all that hangs on it (section 5.1).
-- None of category, fields and document is everything about the person; the program gives one of them at most.
alter table core.restriction
  add column fields text[],
  add column document uuid,
  add constraint restriction_fields check (cardinality(fields) > 0);

-- The value of a restricted field lies here and not in the person's row, so that no purpose meets it and no read pays for that.
create table core.set_aside (
  account_id uuid not null,
  person_id uuid not null,
  field text not null check (field in
    ('first_name', 'last_name', 'phone', 'email', 'job_title', 'workplace', 'company_address', 'invoice_address')),
  value text not null,
  since timestamptz not null,
  primary key (account_id, person_id, field),
  foreign key (account_id, person_id) references core.person (account_id, id) on delete cascade
);
-- Whoever claims from that address is still known by it.
create index set_aside_email on core.set_aside (lower(value)) where field = 'email';
