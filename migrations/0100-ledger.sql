-- Which lines of the ledger (<data>/ledger/acts.jsonl) this database has carried out. The line is written to the file before the act
-- commits, and this row commits with the act: what stands in the file and not here was lost with a crash or a restore, and is
-- carried out again before anybody is let in (promises 2.5-j, 4-j, section 5.1 no. 7).
create table evidence.ledger_line (
  id uuid primary key,
  at timestamptz not null
);
create index ledger_line_at on evidence.ledger_line (at);
