-- A letter's id is the proof that it was mailed; a printed document has none. That a mailed one has it is the act's business:
-- one that came from elsewhere, in a backup or an import, may know that it was mailed and not by which letter.
alter table core.invoice_dispatch drop constraint invoice_dispatch_check,
  add constraint invoice_dispatch_letter check (mail_id is null or how = 'mailed');
