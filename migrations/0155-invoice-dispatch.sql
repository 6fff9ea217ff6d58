-- How a document left us, when, and who saw to it: an invoice that was issued and never sent is money nobody was asked for, and a
-- sales document must reach the buyer (bokføringsforskriften § 5-2-1). No address here: the letter itself has it, for as long as it is kept.
create table core.invoice_dispatch (
  account_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  how text not null check (how in ('mailed', 'printed', 'before_noted')),
  mail_id uuid,
  staff_user_id text,
  at timestamptz not null,
  primary key (account_id, id),
  check ((how = 'mailed') = (mail_id is not null)),
  -- It goes with the document, whose five years the database looks after itself (0091).
  foreign key (account_id, invoice_id) references core.invoice (account_id, id) on delete cascade
);
create index invoice_dispatch_of on core.invoice_dispatch (account_id, invoice_id);

-- What was issued before this was noted is taken to have been sent: nobody can tell any longer, and nobody wants to be asked.
insert into core.invoice_dispatch (account_id, id, invoice_id, how, at)
select account_id, gen_random_uuid(), id, 'before_noted', issued_at from core.invoice where series in ('invoice', 'credit_note');
