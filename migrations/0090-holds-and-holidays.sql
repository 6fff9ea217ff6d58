-- A hold keeps something past its time, for a named reason: a claim, a complaint, a dispute (promise 4-c). One item, one person, or a
-- whole relationship. It is read every 90 days and lapses by itself at lapses_on unless somebody renews it. Bears no name.
create table core.hold (
  account_id uuid not null references core.account (account_id),
  id uuid not null,
  kind text not null check (kind in ('legal_hold', 'claim', 'complaint')),
  reference text not null check (length(reference) between 1 and 100),
  reason text not null check (length(reason) between 10 and 500),
  person_id uuid,
  item_table text check (item_table in ('core.inquiry', 'core.quote', 'core.sales_order')),
  item_id uuid,
  approved_by text not null,
  placed_at timestamptz not null,
  reviewed_at timestamptz not null,
  lapses_on date not null,
  released_at timestamptz,
  primary key (account_id, id),
  check ((item_table is null) = (item_id is null))
);
create index hold_in_force on core.hold (account_id) where released_at is null;

-- Days nobody works (lov om 1 og 17 mai, helligdagsfredloven § 2), so that a period can end as foreldelsesloven § 29 says. Easter by
-- Meeus, Jones and Butcher. 24 and 31 December are ordinary days.
create function house.easter(year integer) returns date
language sql immutable parallel safe
return (
  select make_date(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1)
  from (select year % 19 as a, year / 100 as b, year % 100 as c) p
  cross join lateral (select (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h) q
  cross join lateral (select (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l) r
  cross join lateral (select (a + 11 * h + 22 * l) / 451 as m) s
);

create function house.is_day_off(day date) returns boolean
language sql immutable parallel safe
return extract(isodow from day) in (6, 7)
  or to_char(day, 'MM-DD') in ('01-01', '05-01', '05-17', '12-25', '12-26')
  or day - house.easter(extract(year from day)::integer) in (-3, -2, 0, 1, 39, 49, 50);

-- The day itself, or the next one on which people work. No run of days off is longer than a week.
create function house.working_day(day date) returns date
language sql immutable parallel safe
return (select min(day + n) from generate_series(0, 9) n where not house.is_day_off(day + n));
