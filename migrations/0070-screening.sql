-- Staff may answer for a text that was taken for something it is not: who, and why. What the text was is not here either.
alter table core.refused_entry add column insisted_by text;
alter table core.refused_entry add column insisted_why text;
alter table core.refused_entry add check ((insisted_by is null) = (insisted_why is null));
