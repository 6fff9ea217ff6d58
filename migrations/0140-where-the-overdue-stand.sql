-- The sweep asks every night, of each table, whether anything began before a moment. Logs are written in the order of time, so a
-- block range index answers at once, takes up a few kilobytes, and costs those who write next to nothing.
create index reading_at on core.reading using brin (at) with (autosummarize = on);
create index mail_queued_at on core.mail using brin (queued_at) with (autosummarize = on);
create index transfer_at on core.transfer using brin (at) with (autosummarize = on);
create index entry_at on evidence.entry using brin (at) with (autosummarize = on);
create index refused_entry_at on core.refused_entry using brin (at) with (autosummarize = on);
