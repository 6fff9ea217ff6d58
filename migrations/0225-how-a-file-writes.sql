-- How a file that was imported writes its dates, its decimals and its prices: whoever goes on with it must read the rest the same way.
alter table core.import_run add written text;
