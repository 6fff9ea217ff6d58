-- Counters of visits (promises 2.3-b, 2.3-d, 2.3-i). A row says how many times one value of one measure was seen; there is no row of
-- a visit, nothing of a visitor, no moment finer than the hour of the day (itself a measure), and no two measures stand in one row.
-- A schema of their own: the role that counts reads nothing else about anybody, and nobody else reads these.
create schema statistics;

-- What is counted today. One partition a day; it is dropped when the day has been rolled up, within hours of its end (R-21).
create table statistics.day_counter (
  day date not null,
  measure text not null,
  value text not null,
  n integer not null check (n > 0),
  primary key (day, measure, value)
) partition by range (day);

-- What is kept: a day or a week at a time, as the measure says. One partition a month, dropped when it has reached its end.
create table statistics.counter (
  starts_on date not null,
  measure text not null,
  value text not null,
  n bigint not null check (n > 0),
  primary key (starts_on, measure, value)
) partition by range (starts_on);

-- Only an owner may make and drop partitions; the role that counts may ask for exactly these three things.
create function statistics.open_day(opened date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7239014553);
  execute format('create table if not exists statistics.%I partition of statistics.day_counter for values from (%L) to (%L) with (fillfactor = 50)',
    'day_counter_' || to_char(opened, 'YYYY_MM_DD'), opened, opened + 1);
end $$;

-- Adds every day before the given one to what is kept, and drops its partition: both or neither. Measures named in `weekly` are kept by
-- the week (Monday), the rest by the day. Returns the days it rolled up.
create function statistics.roll_up(before date, weekly text[]) returns setof date
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  part record;
  rolled date;
  month date;
begin
  perform pg_advisory_xact_lock(7239014553);
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'statistics.day_counter'::regclass order by c.relname
  loop
    rolled := to_date(right(part.relname, 10), 'YYYY_MM_DD');
    continue when rolled >= before;
    execute format('lock table statistics.%I in access exclusive mode', part.relname);
    foreach month in array array[date_trunc('month', rolled)::date, date_trunc('month', date_trunc('week', rolled))::date] loop
      execute format('create table if not exists statistics.%I partition of statistics.counter for values from (%L) to (%L)',
        'counter_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
    end loop;
    execute format('insert into statistics.counter as kept (starts_on, measure, value, n)
      select case when measure = any ($1) then date_trunc(''week'', day)::date else day end, measure, value, n from statistics.%I
      on conflict (starts_on, measure, value) do update set n = kept.n + excluded.n', part.relname) using weekly;
    execute format('drop table statistics.%I', part.relname);
    return next rolled;
  end loop;
end $$;

-- Drops the months that ended before the given day. Returns their first days.
create function statistics.drop_before(kept_from date) returns setof date
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  part record;
  month date;
begin
  perform pg_advisory_xact_lock(7239014553);
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'statistics.counter'::regclass order by c.relname
  loop
    month := to_date(right(part.relname, 7), 'YYYY_MM');
    continue when (month + interval '1 month')::date > kept_from;
    execute format('drop table statistics.%I', part.relname);
    return next month;
  end loop;
end $$;

do $$
begin
  create role ordholden_web_statistics nologin;
exception when duplicate_object then null;
end $$;

revoke execute on function statistics.open_day(date), statistics.roll_up(date, text[]), statistics.drop_before(date) from public;
grant execute on function statistics.open_day(date), statistics.roll_up(date, text[]), statistics.drop_before(date) to ordholden_web_statistics;
