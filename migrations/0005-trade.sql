create table core.product (
  id uuid primary key,
  sku text not null unique,
  name text not null,
  name_nb text,
  category text not null,
  description text,
  currency char(3) not null default 'NOK',
  vat_rate integer not null check (vat_rate in (0, 1200, 1500, 2500)),
  stock integer not null default 0 check (stock >= 0),
  lead_days integer not null default 5 check (lead_days >= 0),
  decoration text,
  setup_cost bigint not null default 0 check (setup_cost >= 0),
  listed boolean not null default true,
  created_at timestamptz not null
);
create index product_category on core.product (category) where listed;
create index product_search on core.product using gin (to_tsvector('simple', sku || ' ' || name || ' ' || coalesce(name_nb, '')));

-- The ladder: from this quantity, this price ex VAT, in 1/100 of a minor unit (four decimals of a krone).
create table core.price_tier (
  product_id uuid not null references core.product (id) on delete cascade,
  min_quantity integer not null check (min_quantity > 0),
  unit_price_e4 bigint not null check (unit_price_e4 >= 0),
  primary key (product_id, min_quantity)
);

create table core.inquiry (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  number text not null,
  person_id uuid,
  kind text not null check (kind in ('question', 'quote_request')),
  channel text not null check (channel in ('web', 'email', 'phone', 'desk', 'api')),
  subject text not null,
  body text not null,
  owner_user_id text,
  received_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('won', 'lost', 'answered', 'spam')),
  last_message_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, person_id) references core.person (account_id, id)
);
create index inquiry_open on core.inquiry (received_at) where closed_at is null;
create index inquiry_person on core.inquiry (account_id, person_id);

create table core.inquiry_item (
  account_id uuid not null,
  inquiry_id uuid not null,
  line integer not null,
  product_id uuid references core.product (id),
  quantity integer not null check (quantity > 0),
  wish text,
  primary key (account_id, inquiry_id, line),
  foreign key (account_id, inquiry_id) references core.inquiry (account_id, id) on delete cascade
);

create table core.inquiry_message (
  account_id uuid not null,
  id uuid not null,
  inquiry_id uuid not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  body text not null,
  staff_user_id text,
  at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, inquiry_id) references core.inquiry (account_id, id) on delete cascade
);
create index inquiry_message_of on core.inquiry_message (account_id, inquiry_id, at);

-- A quote is a number and a history of versions. What is being written is a draft; what was sent is never changed.
create table core.quote (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  number text not null,
  inquiry_id uuid,
  person_id uuid,
  currency char(3) not null default 'NOK',
  link_hash text not null,
  created_by text,
  created_at timestamptz not null,
  viewed_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, person_id) references core.person (account_id, id)
);
create index quote_link on core.quote (link_hash);
create index quote_person on core.quote (account_id, person_id);

create table core.quote_draft (
  account_id uuid not null,
  quote_id uuid not null,
  intro text not null default '',
  valid_until date not null,
  delivery_days integer,
  lines jsonb not null,
  edited_by text,
  edited_at timestamptz not null,
  version integer not null default 1,
  primary key (account_id, quote_id),
  foreign key (account_id, quote_id) references core.quote (account_id, id) on delete cascade
);

create table core.quote_version (
  account_id uuid not null,
  quote_id uuid not null,
  version integer not null check (version > 0),
  intro text not null,
  valid_until date not null,
  delivery_days integer,
  net bigint not null,
  vat bigint not null,
  gross bigint not null,
  content_hash text not null,
  sent_by text,
  sent_at timestamptz not null,
  primary key (account_id, quote_id, version),
  foreign key (account_id, quote_id) references core.quote (account_id, id) on delete cascade
);

create table core.quote_line (
  account_id uuid not null,
  quote_id uuid not null,
  version integer not null,
  line integer not null,
  parent_line integer,
  kind text not null check (kind in ('product', 'decoration', 'setup', 'freight', 'note')),
  product_id uuid,
  sku text,
  description text not null,
  quantity integer not null check (quantity > 0),
  unit_price_e4 bigint not null,
  discount_bp integer not null default 0 check (discount_bp between 0 and 10000),
  vat_rate integer not null check (vat_rate in (0, 1200, 1500, 2500)),
  net bigint not null,
  primary key (account_id, quote_id, version, line),
  foreign key (account_id, quote_id, version) references core.quote_version (account_id, quote_id, version) on delete cascade
);

-- One row, once: a quote can be accepted only once, because this is its key.
create table core.quote_acceptance (
  account_id uuid not null,
  quote_id uuid not null,
  version integer not null,
  content_hash text not null,
  purchase_order_number text,
  via text not null check (via in ('link', 'my_page', 'desk')),
  recorded_by text,
  accepted_at timestamptz not null,
  primary key (account_id, quote_id),
  foreign key (account_id, quote_id, version) references core.quote_version (account_id, quote_id, version)
);

create table core.sales_order (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  number text not null,
  quote_id uuid,
  person_id uuid,
  source text not null check (source in ('quote', 'import')),
  purchase_order_number text,
  currency char(3) not null default 'NOK',
  delivery_address text,
  net bigint not null,
  vat bigint not null,
  gross bigint not null,
  confirmed_at timestamptz not null,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  primary key (account_id, id),
  unique (account_id, quote_id)
);
create index sales_order_person on core.sales_order (account_id, person_id);
create index sales_order_confirmed on core.sales_order (confirmed_at desc);
create index sales_order_open on core.sales_order (confirmed_at) where delivered_at is null and cancelled_at is null;

create table core.order_line (
  account_id uuid not null,
  order_id uuid not null,
  line integer not null,
  parent_line integer,
  kind text not null check (kind in ('product', 'decoration', 'setup', 'freight', 'note')),
  product_id uuid,
  sku text,
  description text not null,
  quantity integer not null check (quantity > 0),
  unit_price_e4 bigint not null,
  discount_bp integer not null default 0,
  vat_rate integer not null,
  net bigint not null,
  primary key (account_id, order_id, line),
  foreign key (account_id, order_id) references core.sales_order (account_id, id)
);

-- Invoices and credit notes. There are no drafts here: a row is an issued document, and no role that the application
-- runs as may update or delete one (bokføringsloven § 13, promise 4-d). What is paid or credited is derived.
create table core.invoice (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note')),
  series text not null,
  number bigint not null check (number > 0),
  order_id uuid,
  credits_invoice_id uuid,
  credit_reason text,
  issue_date date not null,
  due_date date not null check (due_date >= issue_date),
  delivery_date date not null,
  delivery_place text not null,
  seller jsonb not null,
  buyer jsonb not null,
  buyer_reference text,
  purchase_order_number text,
  currency char(3) not null,
  kid text,
  bank_account text,
  net bigint not null,
  vat bigint not null,
  gross bigint not null check (gross = net + vat),
  language text not null check (language in ('nb', 'en')),
  document_hash text not null,
  previous_hash text not null,
  issued_by text,
  issued_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, order_id) references core.sales_order (account_id, id),
  foreign key (account_id, credits_invoice_id) references core.invoice (account_id, id),
  check ((kind = 'credit_note') = (credits_invoice_id is not null) or series like 'import-%')
);
create index invoice_issued on core.invoice (issued_at desc);
create index invoice_order on core.invoice (account_id, order_id);
create index invoice_credits on core.invoice (account_id, credits_invoice_id) where credits_invoice_id is not null;

create table core.invoice_line (
  account_id uuid not null,
  invoice_id uuid not null,
  line integer not null,
  kind text not null,
  sku text,
  description text not null,
  quantity integer not null,
  unit_price_e4 bigint not null,
  discount_bp integer not null default 0,
  vat_rate integer not null,
  net bigint not null,
  primary key (account_id, invoice_id, line),
  foreign key (account_id, invoice_id) references core.invoice (account_id, id)
);

create table core.invoice_vat (
  account_id uuid not null,
  invoice_id uuid not null,
  vat_rate integer not null,
  base bigint not null,
  vat bigint not null,
  primary key (account_id, invoice_id, vat_rate),
  foreign key (account_id, invoice_id) references core.invoice (account_id, id)
);

-- The chain of issued documents: number after number, hash upon hash. Local, so that a number can be unique.
create table core.issued_document (
  series text not null,
  number bigint not null,
  account_id uuid not null,
  invoice_id uuid not null,
  document_hash text not null,
  previous_hash text not null,
  issued_at timestamptz not null,
  primary key (series, number)
);

create table core.payment (
  account_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  amount bigint not null,
  paid_on date not null,
  reference text,
  registered_by text,
  registered_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, invoice_id) references core.invoice (account_id, id)
);
create index payment_of on core.payment (account_id, invoice_id);
