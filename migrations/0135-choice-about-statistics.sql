-- What visitors were asked about statistics, word for word, and from when: a later text in the same language replaces it.
create table core.choice_text (
  text_hash text primary key,
  language text not null check (language in ('nb', 'en')),
  text text not null,
  first_shown_at timestamptz not null
);

-- That somebody answered, what, where on the page (or that it was our own nightly probe) and in which hour. No visitor, no address, no session: it cannot be somebody's.
create table core.choice_receipt (
  id uuid primary key,
  answer text not null check (answer in ('yes', 'no')),
  place text not null check (place in ('bar', 'foot', 'list', 'probe')),
  text_hash text not null references core.choice_text (text_hash),
  at timestamptz not null check (at = date_trunc('hour', at))
);
create index choice_receipt_text on core.choice_receipt (text_hash);
