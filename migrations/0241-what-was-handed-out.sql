-- Of what was handed out, and of the order behind it, we keep the SHA-256 and no copy (section 5.7): whoever has the paper can show
-- that it is the one. Lines from before say nothing of it.
alter table core.disclosure add column handed_hash text, add column evidence_hash text;
