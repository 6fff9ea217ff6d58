-- A sole proprietor's firm bears its owner's name and address (promise 2.1-f): what is restricted of the owner is set aside there too, as
-- `last_name@name`, the field of the person and the column of the relationship (decision 96).
alter table core.set_aside drop constraint set_aside_field_check;
alter table core.set_aside add constraint set_aside_field_check check (field in
  ('first_name', 'last_name', 'phone', 'email', 'job_title', 'workplace', 'company_address', 'invoice_address',
   'first_name@name', 'last_name@name', 'workplace@name', 'email@invoice_email', 'company_address@company_address', 'invoice_address@invoice_address'));
