-- The sums of one transaction, added to the day's counters. A function, because the database then plans the statement once for each
-- connection and not once for each transaction, of which there may be hundreds in a second.
create function statistics.add_visits(days date[], measures text[], "values" text[], ns integer[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into statistics.day_counter as today (day, measure, value, n)
    select * from unnest($1, $2, $3, $4)
    on conflict (day, measure, value) do update set n = today.n + excluded.n;
end $$;
revoke execute on function statistics.add_visits(date[], text[], text[], integer[]) from public;
grant execute on function statistics.add_visits(date[], text[], text[], integer[]) to ordholden_web_statistics;
