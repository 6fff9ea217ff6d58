-- A customer relationship. Everything about customers has its id first in the primary key, so the database can be spread.
create table core.account (
  account_id uuid primary key,
  kind text not null check (kind in ('inquirer', 'customer', 'imported')),
  customer_number bigint,
  name text,
  organisation_number char(9),
  organisation_form text check (organisation_form in ('AS', 'ASA', 'ENK', 'NUF', 'DA', 'ANS', 'SA', 'STI', 'FLI', 'KOMM', 'ORGL', 'OTHER')),
  company_address text,
  invoice_address text,
  invoice_email text,
  country text not null default 'NO',
  payment_days integer not null default 14 check (payment_days between 0 and 90),
  created_at timestamptz not null,
  last_active_at timestamptz not null,
  ended_at timestamptz
);
create index account_organisation_number on core.account (organisation_number) where organisation_number is not null;
create index account_customer_number on core.account (customer_number) where customer_number is not null;

-- Exactly the eight fields of promise 2.1-d, the language the person chose, and the keys.
create table core.person (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  first_name text,
  last_name text,
  phone text,
  email text,
  job_title text,
  workplace text,
  company_address text,
  invoice_address text,
  language text not null check (language in ('nb', 'en')),
  registered_at timestamptz,
  created_at timestamptz not null,
  last_active_at timestamptz not null,
  left_on date,
  version integer not null default 1,
  primary key (account_id, id)
);
create index person_id on core.person (id);
create index person_email on core.person (lower(email));

-- Where each value came from, when, and by whom (promise 2.1-a).
create table core.provenance (
  account_id uuid not null,
  person_id uuid not null,
  field text not null,
  source text not null check (source in ('self_registration', 'self_voluntary', 'order', 'enquiry', 'colleague', 'staff_entry_from_conversation')),
  channel text not null check (channel in ('web', 'my_page', 'desk', 'email', 'phone', 'api', 'import')),
  actor text not null check (actor in ('person', 'staff', 'colleague', 'system')),
  at timestamptz not null,
  primary key (account_id, person_id, field),
  foreign key (account_id, person_id) references core.person (account_id, id) on delete cascade
);

-- The text that was shown when the data were collected (promise 0-h).
create table core.statement_shown (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  revision integer not null,
  form text not null,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references core.person (account_id, id) on delete cascade
);
create index statement_shown_person on core.statement_shown (account_id, person_id);

-- Which signed-in user is which person. A user is one person in one relationship.
create table core.portal_login (
  user_id text primary key references auth."user" (id) on delete cascade,
  account_id uuid not null,
  person_id uuid not null,
  linked_at timestamptz not null
);
create index portal_login_person on core.portal_login (person_id);

-- Staff look-ups of a person: who as role, when, for what (promise 4-f). staff_user_id is never shown to the person.
create table core.reading (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  staff_user_id text not null,
  staff_role text not null,
  purpose text not null,
  subject text not null,
  at timestamptz not null,
  primary key (account_id, id)
);
create index reading_person on core.reading (account_id, person_id, at desc);

-- A free text that held a national identity number or the like was refused. What it held is not here (promise 2.1-e).
create table core.refused_entry (
  id uuid primary key,
  at timestamptz not null,
  form text not null,
  field text not null,
  reason text not null
);
