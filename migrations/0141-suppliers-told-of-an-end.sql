-- When the suppliers that hold something about the person were asked to delete it, because the relationship has ended (promise 2.6-g).
-- Empty: not yet. Whoever ended before there was such a column is told of the next night.
alter table core.relationship_end add column suppliers_told_at timestamptz;
