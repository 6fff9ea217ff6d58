-- Jobs are queued by whoever acts, in the act's own transaction, and run by a role that may do little else.
do $$
begin
  create role ordholden_jobs nologin;
exception when duplicate_object then null;
end $$;

-- A purpose's role may queue a job but neither read nor change the queue. Payloads hold ids only.
create function house.enqueue(task text, payload jsonb, job_key text default null, run_at timestamptz default null)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job(task, payload => payload::json, job_key => job_key, run_at => run_at);
$$;
grant usage on schema house to public;

grant usage on schema graphile_worker to ordholden_jobs;
grant select, insert, update, delete on all tables in schema graphile_worker to ordholden_jobs;
grant usage on all sequences in schema graphile_worker to ordholden_jobs;
grant execute on all functions in schema graphile_worker to ordholden_jobs;
alter default privileges in schema graphile_worker grant select, insert, update, delete on tables to ordholden_jobs;
alter default privileges in schema graphile_worker grant usage on sequences to ordholden_jobs;

-- The queue's tables are closed row by row to everyone but their owner; its runner is let in.
do $$
declare
  closed record;
begin
  for closed in
    select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('create policy the_runner on %s to ordholden_jobs using (true) with check (true)', closed.name);
  end loop;
end $$;

-- The runner carries the mail: it reads a letter, notes that it left, and writes the disclosure log.
grant usage on schema core to ordholden_jobs;
grant select on core.mail to ordholden_jobs;
grant update (sent_at, failed_at, failure) on core.mail to ordholden_jobs;
grant insert on core.transfer to ordholden_jobs;

-- Customer numbers begin at 10001; every other series begins at 1 by itself.
insert into core.number_series (series, next) values ('customer', 10001);
