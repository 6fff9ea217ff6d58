-- The statement asks every night what kinds of transfer and of letter there are: few kinds, and many rows of each. A control leaps from
-- one kind to the next in these indexes, which keep equal entries together and so stay small (decision 72).
create index transfer_kind on core.transfer (recipient, purpose, ground, fields);
create index mail_kind on core.mail (purpose, kind);
-- What hardly any row is, so that nothing else need be read: these hold no other rows.
create index inquiry_long on core.inquiry (account_id) where length(body) > 10000 or length(subject) > 300;
create index inquiry_message_long on core.inquiry_message (account_id) where length(body) > 10000;
create index inquiry_message_note on core.inquiry_message (account_id, inquiry_id) where direction = 'note';
create index provenance_from_others on core.provenance (account_id, person_id) where source in ('colleague', 'staff_entry_from_conversation');
create index consent_withdrawn on core.consent (account_id, person_id) where withdrawn_at is not null;
-- Each number is given once; the desk looks inquiries up by it, too.
create index inquiry_number on core.inquiry (number);
-- As the other logs have it: whether anything is as old as that.
create index inquiry_last_message_at on core.inquiry using brin (last_message_at) with (autosummarize = on);
