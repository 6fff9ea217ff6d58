-- Each version that is sent has a link of its own, so whoever opens an old one is told that there is a newer.
alter table core.quote drop column link_hash;
alter table core.quote_version add column link_hash text not null;
create index quote_version_link on core.quote_version (link_hash);
