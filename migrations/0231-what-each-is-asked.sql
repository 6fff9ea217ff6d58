-- Table 5.5: what exactly each supplier is asked to delete when somebody is erased or the relationship has ended. Stands in the letter, on
-- the page behind it and in the message to its program; null says no more than "everything". The sample merchant's are entered at start.
alter table core.recipient add column asks_nb text, add column asks_en text;
