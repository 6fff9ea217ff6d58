-- Whoever has been silent for two years is looked for every night, by the job that ends the relationship and by its control.
create index account_last_active on core.account (last_active_at);
