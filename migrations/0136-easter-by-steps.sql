-- The same days as in 0090, counted step by step: as nested queries the server wrote each step out anew wherever it was used,
-- and PostgreSQL 15 took a second for what now takes a moment.
create or replace function house.easter(year integer) returns date
language plpgsql immutable parallel safe
as $easter$
declare
  a constant integer := year % 19;
  b constant integer := year / 100;
  c constant integer := year % 100;
  h constant integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l constant integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m constant integer := (a + 11 * h + 22 * l) / 451;
  days constant integer := h + l - 7 * m + 114;
begin
  return make_date(year, days / 31, days % 31 + 1);
end $easter$;

create or replace function house.working_day(day date) returns date
language plpgsql immutable parallel safe
as $working_day$
begin
  while house.is_day_off(day) loop
    day := day + 1;
  end loop;
  return day;
end $working_day$;
