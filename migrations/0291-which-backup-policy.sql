-- Which version of its rules for backups a supplier follows: what it has confirmed stands in the register and is mentioned in each
-- instruction to delete; what an answer rests on stands with the answer (table 5.5, promise 2.6-g).
alter table core.recipient_confirmation add column backup_policy text check (btrim(backup_policy) <> '');
alter table core.instruction add column backup_policy text;
