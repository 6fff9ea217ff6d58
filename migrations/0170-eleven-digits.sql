-- The nightly look for national identity numbers reads only texts with eleven digits in a row, or six and five: these indexes hold no
-- other rows, so they are all but empty, and the server itself keeps them complete.
create index inquiry_digits on core.inquiry (account_id) where subject ~ '[0-9]{6} ?[0-9]{5}' or body ~ '[0-9]{6} ?[0-9]{5}';
create index inquiry_message_digits on core.inquiry_message (account_id) where body ~ '[0-9]{6} ?[0-9]{5}';
create index inquiry_item_digits on core.inquiry_item (account_id) where wish ~ '[0-9]{6} ?[0-9]{5}';
create index quote_version_digits on core.quote_version (account_id) where intro ~ '[0-9]{6} ?[0-9]{5}';
create index quote_line_digits on core.quote_line (account_id) where description ~ '[0-9]{6} ?[0-9]{5}';
create index order_line_digits on core.order_line (account_id) where description ~ '[0-9]{6} ?[0-9]{5}';
create index sales_order_digits on core.sales_order (account_id)
  where purchase_order_number ~ '[0-9]{6} ?[0-9]{5}' or delivery_address ~ '[0-9]{6} ?[0-9]{5}';
create index invoice_digits on core.invoice (account_id) where buyer_reference ~ '[0-9]{6} ?[0-9]{5}';
create index person_digits on core.person (account_id)
  where first_name ~ '[0-9]{6} ?[0-9]{5}' or last_name ~ '[0-9]{6} ?[0-9]{5}' or job_title ~ '[0-9]{6} ?[0-9]{5}' or workplace ~ '[0-9]{6} ?[0-9]{5}';
