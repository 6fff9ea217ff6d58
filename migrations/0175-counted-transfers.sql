-- What leaves for a recipient many times a day and is about nobody, such as visits told to a vendor of statistics: a sum of the day for
-- each outcome. A line for each message, as in core.transfer, would be a line for each visit (promises 2.3-d, 5-c).
create table core.counted_transfer (
  day date not null,
  recipient text not null,
  purpose text not null,
  -- sent: written down before it left. unanswered: one of those sent, to which there came no answer, or a no.
  -- refused: the door did not open. dropped: there was no room to wait in, or the program closed.
  outcome text not null check (outcome in ('sent', 'unanswered', 'refused', 'dropped')),
  -- The legal ground, as the register said it that day.
  ground text not null,
  fields text[] not null,
  n integer not null check (n > 0),
  primary key (day, recipient, purpose, outcome, ground)
);
