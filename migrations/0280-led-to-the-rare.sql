-- Where a control looks for what is hardly ever there, the server leads it to that (decision 0094). Of kinds, many rows are equal and are kept
-- together: these are leapt through, as in migration 210.
create index reading_kind on core.reading (staff_user_id, purpose, at);
create index consent_kind on core.consent (purpose, channel, source, statement_revision);
create index statement_shown_revision on core.statement_shown (revision);
create index invoice_own_seller on core.invoice ((seller ->> 'organisationNumber')) where series not like 'import-%';
-- These hold the few that a control asks about and no other row.
create index inquiry_answered_late on core.inquiry (account_id) where coalesce(answered_at, closed_at) - received_at > interval '29 days';
create index inquiry_unanswered on core.inquiry (received_at) where answered_at is null and closed_at is null;
create index mail_to_named_company on core.mail (account_id) where split_part(to_address, '@', 2) ~* 'bdo|united-?profile';
create index person_corrected on core.person (id, version) where version > 1;
create index objection_to_use on core.objection (account_id, person_id) where scope = 'particular_situation';
create index invoice_own_credit on core.invoice (account_id, credits_invoice_id) where kind = 'credit_note' and series not like 'import-%';
create index issued_document_gone on core.issued_document (series, number) where invoice_id is null;
create index suppression_readable on core.suppression (at) where address_hash like '%@%' or length(address_hash) < 40;
-- By when.
create index consent_since on core.consent (least(given_at, confirmed_at, withdrawn_at));
create index suppression_at on core.suppression (at);
create index inquiry_closed on core.inquiry (closed_at) where closed_at is not null;
