/** Written from the declarations by `npm run types`; CI fails when it has drifted. */
import type { DB } from '../../platform/database/base-types.ts'

export type PurposeTables = {
  deliver: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.account': Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.person': Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    relationship_end: Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    'core.relationship_end': Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    inquiry: Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'core.inquiry': Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    inquiry_item: Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    'core.inquiry_item': Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    inquiry_message: Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    'core.inquiry_message': Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    'core.product': Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    'core.price_tier': Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    quote: Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_by' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    'core.quote': Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_by' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    quote_draft: Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_by' | 'edited_at' | 'version'>
    'core.quote_draft': Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_by' | 'edited_at' | 'version'>
    quote_version: Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_by' | 'sent_at' | 'link_hash'>
    'core.quote_version': Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_by' | 'sent_at' | 'link_hash'>
    quote_line: Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.quote_line': Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    quote_acceptance: Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'recorded_by' | 'accepted_at'>
    'core.quote_acceptance': Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'recorded_by' | 'accepted_at'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    'core.sales_order': Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.order_line': Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    import_key: Pick<DB['core.import_key'], 'source' | 'external_id' | 'account_id'>
    'core.import_key': Pick<DB['core.import_key'], 'source' | 'external_id' | 'account_id'>
    import_run: Pick<DB['core.import_run'], 'id' | 'file_name' | 'file_hash' | 'format' | 'written' | 'rows_total' | 'rows_done' | 'rows_refused' | 'started_at' | 'finished_at'>
    'core.import_run': Pick<DB['core.import_run'], 'id' | 'file_name' | 'file_hash' | 'format' | 'written' | 'rows_total' | 'rows_done' | 'rows_refused' | 'started_at' | 'finished_at'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.former_identifier': Pick<DB['core.former_identifier'], 'account_id' | 'id' | 'person_id' | 'print' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  administer: {
    mail: Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    'core.setting': Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.account': Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.person': Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    provenance: Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    statement_shown: Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    source_notice: Pick<DB['core.source_notice'], 'account_id' | 'person_id' | 'source' | 'mail_id' | 'how' | 'at'>
    portal_login: Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    reading: Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    refused_entry: Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    relationship_end: Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    'core.relationship_end': Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    staff: Pick<DB['core.staff'], 'user_id' | 'role' | 'confidentiality_signed_at' | 'left_at'>
    inquiry: Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    inquiry_item: Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    inquiry_message: Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'at'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    quote: Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    quote_draft: Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_at' | 'version'>
    quote_version: Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    quote_line: Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    quote_acceptance: Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'accepted_at'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice: Pick<DB['core.invoice'], 'account_id' | 'id' | 'kind' | 'series' | 'number' | 'order_id' | 'credits_invoice_id' | 'credit_reason' | 'issue_date' | 'due_date' | 'delivery_date' | 'delivery_place' | 'seller' | 'buyer' | 'buyer_reference' | 'purchase_order_number' | 'currency' | 'kid' | 'bank_account' | 'net' | 'vat' | 'gross' | 'language' | 'document_hash' | 'previous_hash' | 'issued_at'>
    invoice_line: Pick<DB['core.invoice_line'], 'account_id' | 'invoice_id' | 'line' | 'kind' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice_vat: Pick<DB['core.invoice_vat'], 'account_id' | 'invoice_id' | 'vat_rate' | 'base' | 'vat'>
    invoice_dispatch: Pick<DB['core.invoice_dispatch'], 'account_id' | 'id' | 'invoice_id' | 'how' | 'mail_id' | 'at'>
    payment: Pick<DB['core.payment'], 'account_id' | 'id' | 'invoice_id' | 'amount' | 'paid_on' | 'reference' | 'registered_at'>
    import_run: Pick<DB['core.import_run'], 'id' | 'file_name' | 'file_hash' | 'format' | 'written' | 'rows_total' | 'rows_done' | 'rows_refused' | 'started_at' | 'finished_at'>
    consent: Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    objection: Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    'core.objection': Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    suppression: Pick<DB['core.suppression'], 'address_hash' | 'kind' | 'at' | 'channel'>
    'core.suppression': Pick<DB['core.suppression'], 'address_hash' | 'kind' | 'at' | 'channel'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    restriction: Pick<DB['core.restriction'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'ground' | 'category' | 'fields' | 'document' | 'document_number' | 'restricted_at' | 'lifted_at'>
    'core.former_identifier': Pick<DB['core.former_identifier'], 'account_id' | 'id' | 'person_id' | 'print' | 'at'>
    transfer: Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    revision_notice: Pick<DB['core.revision_notice'], 'account_id' | 'person_id' | 'revision' | 'mail_id' | 'at'>
    ledger_line: Pick<DB['evidence.ledger_line'], 'id' | 'at'>
    'evidence.ledger_line': Pick<DB['evidence.ledger_line'], 'id' | 'at'>
  }
  invoice: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    'core.sales_order': Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice: Pick<DB['core.invoice'], 'account_id' | 'id' | 'kind' | 'series' | 'number' | 'order_id' | 'credits_invoice_id' | 'credit_reason' | 'issue_date' | 'due_date' | 'delivery_date' | 'delivery_place' | 'seller' | 'buyer' | 'buyer_reference' | 'purchase_order_number' | 'currency' | 'kid' | 'bank_account' | 'net' | 'vat' | 'gross' | 'language' | 'document_hash' | 'previous_hash' | 'issued_by' | 'issued_at'>
    'core.invoice': Pick<DB['core.invoice'], 'account_id' | 'id' | 'kind' | 'series' | 'number' | 'order_id' | 'credits_invoice_id' | 'credit_reason' | 'issue_date' | 'due_date' | 'delivery_date' | 'delivery_place' | 'seller' | 'buyer' | 'buyer_reference' | 'purchase_order_number' | 'currency' | 'kid' | 'bank_account' | 'net' | 'vat' | 'gross' | 'language' | 'document_hash' | 'previous_hash' | 'issued_by' | 'issued_at'>
    invoice_line: Pick<DB['core.invoice_line'], 'account_id' | 'invoice_id' | 'line' | 'kind' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.invoice_line': Pick<DB['core.invoice_line'], 'account_id' | 'invoice_id' | 'line' | 'kind' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice_vat: Pick<DB['core.invoice_vat'], 'account_id' | 'invoice_id' | 'vat_rate' | 'base' | 'vat'>
    'core.invoice_vat': Pick<DB['core.invoice_vat'], 'account_id' | 'invoice_id' | 'vat_rate' | 'base' | 'vat'>
    issued_document: Pick<DB['core.issued_document'], 'series' | 'number' | 'account_id' | 'invoice_id' | 'document_hash' | 'previous_hash' | 'issued_at'>
    'core.issued_document': Pick<DB['core.issued_document'], 'series' | 'number' | 'account_id' | 'invoice_id' | 'document_hash' | 'previous_hash' | 'issued_at'>
    invoice_dispatch: Pick<DB['core.invoice_dispatch'], 'account_id' | 'id' | 'invoice_id' | 'how' | 'mail_id' | 'staff_user_id' | 'at'>
    'core.invoice_dispatch': Pick<DB['core.invoice_dispatch'], 'account_id' | 'id' | 'invoice_id' | 'how' | 'mail_id' | 'staff_user_id' | 'at'>
    payment: Pick<DB['core.payment'], 'account_id' | 'id' | 'invoice_id' | 'amount' | 'paid_on' | 'reference' | 'registered_by' | 'registered_at'>
    'core.payment': Pick<DB['core.payment'], 'account_id' | 'id' | 'invoice_id' | 'amount' | 'paid_on' | 'reference' | 'registered_by' | 'registered_at'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  tailor: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  trend: {
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  survey: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  web_statistics: {
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    day_counter: Pick<DB['statistics.day_counter'], 'day' | 'measure' | 'value' | 'n'>
    'statistics.day_counter': Pick<DB['statistics.day_counter'], 'day' | 'measure' | 'value' | 'n'>
    counter: Pick<DB['statistics.counter'], 'starts_on' | 'measure' | 'value' | 'n'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    counted_transfer: Pick<DB['core.counted_transfer'], 'day' | 'recipient' | 'purpose' | 'outcome' | 'ground' | 'fields' | 'n'>
    'core.counted_transfer': Pick<DB['core.counted_transfer'], 'day' | 'recipient' | 'purpose' | 'outcome' | 'ground' | 'fields' | 'n'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  web_function: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.choice_text': Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    choice_receipt: Pick<DB['core.choice_receipt'], 'id' | 'answer' | 'place' | 'text_hash' | 'at'>
    'core.choice_receipt': Pick<DB['core.choice_receipt'], 'id' | 'answer' | 'place' | 'text_hash' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  marketing: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'email' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    consent: Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    objection: Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    suppression: Pick<DB['core.suppression'], 'address_hash' | 'kind' | 'at' | 'channel'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  case_documentation: {
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.account': Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.person': Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    'core.relationship_end': Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    inquiry: Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'core.inquiry': Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    inquiry_item: Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    'core.inquiry_item': Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    inquiry_message: Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    'core.inquiry_message': Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    case_review: Pick<DB['core.case_review'], 'account_id' | 'id' | 'inquiry_id' | 'number' | 'month' | 'handled_by' | 'drawn_at' | 'checked_by' | 'checked_at' | 'finding'>
    'core.case_review': Pick<DB['core.case_review'], 'account_id' | 'id' | 'inquiry_id' | 'number' | 'month' | 'handled_by' | 'drawn_at' | 'checked_by' | 'checked_at' | 'finding'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    quote: Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    quote_draft: Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_at' | 'version'>
    quote_version: Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    quote_line: Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    quote_acceptance: Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'accepted_at'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    consent: Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    objection: Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  claims_archive: {
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    hold: Pick<DB['core.hold'], 'account_id' | 'id' | 'kind' | 'reference' | 'reason' | 'person_id' | 'item_table' | 'item_id' | 'placed_at' | 'reviewed_at' | 'lapses_on' | 'released_at'>
    archive_opening: Pick<DB['core.archive_opening'], 'account_id' | 'id' | 'person_id' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    archived_person: Pick<DB['archive.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    archived_inquiry: Pick<DB['archive.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    archived_inquiry_item: Pick<DB['archive.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    archived_inquiry_message: Pick<DB['archive.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    archived_quote: Pick<DB['archive.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_by' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    archived_quote_version: Pick<DB['archive.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_by' | 'sent_at' | 'link_hash'>
    archived_quote_line: Pick<DB['archive.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
  }
  anonymous_compilation: {
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
  }
  security: {
    'auth.user': DB['auth.user']
    'auth.session': DB['auth.session']
    'auth.account': DB['auth.account']
    'auth.verification': DB['auth.verification']
    'auth.twoFactor': DB['auth.twoFactor']
    'auth.rateLimit': DB['auth.rateLimit']
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    portal_login: Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    'core.portal_login': Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    reading: Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    refused_entry: Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    staff: Pick<DB['core.staff'], 'user_id' | 'role' | 'confidentiality_signed_at' | 'left_at'>
    'core.staff': Pick<DB['core.staff'], 'user_id' | 'role' | 'confidentiality_signed_at' | 'left_at'>
    staff_invitation: Pick<DB['core.staff_invitation'], 'token_hash' | 'role' | 'invited_at' | 'expires_at' | 'used_at'>
    'core.staff_invitation': Pick<DB['core.staff_invitation'], 'token_hash' | 'role' | 'invited_at' | 'expires_at' | 'used_at'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    transfer: Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    refused_transfer: Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    breach: Pick<DB['core.breach'], 'id' | 'number' | 'aware_at' | 'found_by' | 'supplier' | 'began_at' | 'ended_at' | 'cause' | 'kinds' | 'what' | 'estimated_persons' | 'data_now' | 'consequences' | 'measures' | 'harm' | 'not_notified_because' | 'told_nb' | 'told_en' | 'not_told_because' | 'registered_at' | 'registered_by' | 'closed_at'>
    'core.breach': Pick<DB['core.breach'], 'id' | 'number' | 'aware_at' | 'found_by' | 'supplier' | 'began_at' | 'ended_at' | 'cause' | 'kinds' | 'what' | 'estimated_persons' | 'data_now' | 'consequences' | 'measures' | 'harm' | 'not_notified_because' | 'told_nb' | 'told_en' | 'not_told_because' | 'registered_at' | 'registered_by' | 'closed_at'>
    breach_notice: Pick<DB['core.breach_notice'], 'breach_id' | 'stage' | 'content' | 'complete' | 'late_because' | 'reference' | 'sent_at'>
    'core.breach_notice': Pick<DB['core.breach_notice'], 'breach_id' | 'stage' | 'content' | 'complete' | 'late_because' | 'reference' | 'sent_at'>
    breach_scope: Pick<DB['core.breach_scope'], 'id' | 'breach_id' | 'source' | 'from_at' | 'until_at' | 'staff_user_id' | 'recipient' | 'about_table' | 'persons' | 'drawn_at'>
    'core.breach_scope': Pick<DB['core.breach_scope'], 'id' | 'breach_id' | 'source' | 'from_at' | 'until_at' | 'staff_user_id' | 'recipient' | 'about_table' | 'persons' | 'drawn_at'>
    breach_person: Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
    'core.breach_person': Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
  }
  legal_obligation: {
    mail: Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.account': Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'email' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.person': Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'email' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    provenance: Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    source_notice: Pick<DB['core.source_notice'], 'account_id' | 'person_id' | 'source' | 'mail_id' | 'how' | 'at'>
    'core.source_notice': Pick<DB['core.source_notice'], 'account_id' | 'person_id' | 'source' | 'mail_id' | 'how' | 'at'>
    'core.portal_login': Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    reading: Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    relationship_end: Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    'core.relationship_end': Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    inquiry: Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'core.inquiry': Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    inquiry_item: Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity'>
    'core.inquiry_item': Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity'>
    inquiry_message: Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'at'>
    'core.inquiry_message': Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'at'>
    case_review: Pick<DB['core.case_review'], 'account_id' | 'id' | 'inquiry_id' | 'number' | 'month' | 'drawn_at' | 'checked_at' | 'finding'>
    'core.case_review': Pick<DB['core.case_review'], 'account_id' | 'id' | 'inquiry_id' | 'number' | 'month' | 'drawn_at' | 'checked_at' | 'finding'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    quote: Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'withdrawn_at'>
    'core.quote': Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'withdrawn_at'>
    quote_draft: Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'valid_until' | 'delivery_days' | 'edited_at' | 'version'>
    'core.quote_draft': Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'valid_until' | 'delivery_days' | 'edited_at' | 'version'>
    quote_version: Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    'core.quote_version': Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    quote_line: Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.quote_line': Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    quote_acceptance: Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'via' | 'accepted_at'>
    'core.quote_acceptance': Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'via' | 'accepted_at'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    'core.sales_order': Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.order_line': Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice: Pick<DB['core.invoice'], 'account_id' | 'id' | 'kind' | 'series' | 'number' | 'order_id' | 'credits_invoice_id' | 'credit_reason' | 'issue_date' | 'due_date' | 'delivery_date' | 'delivery_place' | 'seller' | 'buyer' | 'buyer_reference' | 'purchase_order_number' | 'currency' | 'kid' | 'bank_account' | 'net' | 'vat' | 'gross' | 'language' | 'document_hash' | 'previous_hash' | 'issued_by' | 'issued_at'>
    invoice_line: Pick<DB['core.invoice_line'], 'account_id' | 'invoice_id' | 'line' | 'kind' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice_vat: Pick<DB['core.invoice_vat'], 'account_id' | 'invoice_id' | 'vat_rate' | 'base' | 'vat'>
    issued_document: Pick<DB['core.issued_document'], 'series' | 'number' | 'account_id' | 'invoice_id' | 'document_hash' | 'previous_hash' | 'issued_at'>
    invoice_dispatch: Pick<DB['core.invoice_dispatch'], 'account_id' | 'id' | 'invoice_id' | 'how' | 'mail_id' | 'staff_user_id' | 'at'>
    payment: Pick<DB['core.payment'], 'account_id' | 'id' | 'invoice_id' | 'amount' | 'paid_on' | 'reference' | 'registered_by' | 'registered_at'>
    consent: Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    'core.consent': Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    objection: Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    'core.objection': Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    choice_receipt: Pick<DB['core.choice_receipt'], 'id' | 'answer' | 'place' | 'text_hash' | 'at'>
    'core.choice_receipt': Pick<DB['core.choice_receipt'], 'id' | 'answer' | 'place' | 'text_hash' | 'at'>
    rights_case: Pick<DB['core.rights_case'], 'account_id' | 'id' | 'person_id' | 'number' | 'kind' | 'channel' | 'language' | 'identity' | 'received_at' | 'due_on' | 'triage_by' | 'triaged_at' | 'closed_at' | 'outcome'>
    'core.rights_case': Pick<DB['core.rights_case'], 'account_id' | 'id' | 'person_id' | 'number' | 'kind' | 'channel' | 'language' | 'identity' | 'received_at' | 'due_on' | 'triage_by' | 'triaged_at' | 'closed_at' | 'outcome'>
    rights_message: Pick<DB['core.rights_message'], 'account_id' | 'id' | 'case_id' | 'direction' | 'address' | 'subject' | 'body' | 'at'>
    'core.rights_message': Pick<DB['core.rights_message'], 'account_id' | 'id' | 'case_id' | 'direction' | 'address' | 'subject' | 'body' | 'at'>
    rights_event: Pick<DB['core.rights_event'], 'account_id' | 'id' | 'case_id' | 'what' | 'by_role' | 'facts' | 'at'>
    'core.rights_event': Pick<DB['core.rights_event'], 'account_id' | 'id' | 'case_id' | 'what' | 'by_role' | 'facts' | 'at'>
    rights_link: Pick<DB['core.rights_link'], 'account_id' | 'id' | 'token_hash' | 'proves' | 'case_id' | 'purpose' | 'made_at' | 'expires_at' | 'confirmed_at'>
    'core.rights_link': Pick<DB['core.rights_link'], 'account_id' | 'id' | 'token_hash' | 'proves' | 'case_id' | 'purpose' | 'made_at' | 'expires_at' | 'confirmed_at'>
    rights_decision: Pick<DB['core.rights_decision'], 'account_id' | 'id' | 'case_id' | 'act' | 'reasons' | 'proposed_by' | 'proposed_at' | 'approved_by' | 'approved_at' | 'told_on' | 'takes_effect_on'>
    'core.rights_decision': Pick<DB['core.rights_decision'], 'account_id' | 'id' | 'case_id' | 'act' | 'reasons' | 'proposed_by' | 'proposed_at' | 'approved_by' | 'approved_at' | 'told_on' | 'takes_effect_on'>
    rights_pending: Pick<DB['core.rights_pending'], 'account_id' | 'id' | 'case_id' | 'what' | 'since' | 'done_at'>
    'core.rights_pending': Pick<DB['core.rights_pending'], 'account_id' | 'id' | 'case_id' | 'what' | 'since' | 'done_at'>
    restriction: Pick<DB['core.restriction'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'ground' | 'category' | 'fields' | 'document' | 'document_number' | 'restricted_at' | 'lifted_at'>
    'core.restriction': Pick<DB['core.restriction'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'ground' | 'category' | 'fields' | 'document' | 'document_number' | 'restricted_at' | 'lifted_at'>
    set_aside: Pick<DB['core.set_aside'], 'account_id' | 'person_id' | 'field' | 'value' | 'since'>
    'core.set_aside': Pick<DB['core.set_aside'], 'account_id' | 'person_id' | 'field' | 'value' | 'since'>
    restriction_use: Pick<DB['core.restriction_use'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'exception' | 'reason' | 'staff_role' | 'staff_user_id' | 'at'>
    'core.restriction_use': Pick<DB['core.restriction_use'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'exception' | 'reason' | 'staff_role' | 'staff_user_id' | 'at'>
    erasure_search: Pick<DB['core.erasure_search'], 'account_id' | 'case_id' | 'certificate_id' | 'erased_at' | 'searched_at' | 'passed_at' | 'tables' | 'columns' | 'rows' | 'files' | 'struck' | 'finds'>
    'core.erasure_search': Pick<DB['core.erasure_search'], 'account_id' | 'case_id' | 'certificate_id' | 'erased_at' | 'searched_at' | 'passed_at' | 'tables' | 'columns' | 'rows' | 'files' | 'struck' | 'finds'>
    'core.former_identifier': Pick<DB['core.former_identifier'], 'account_id' | 'id' | 'person_id' | 'at'>
    hold: Pick<DB['core.hold'], 'account_id' | 'id' | 'kind' | 'reference' | 'reason' | 'person_id' | 'item_table' | 'item_id' | 'approved_by' | 'placed_at' | 'reviewed_at' | 'lapses_on' | 'released_at'>
    'core.hold': Pick<DB['core.hold'], 'account_id' | 'id' | 'kind' | 'reference' | 'reason' | 'person_id' | 'item_table' | 'item_id' | 'approved_by' | 'placed_at' | 'reviewed_at' | 'lapses_on' | 'released_at'>
    archive_opening: Pick<DB['core.archive_opening'], 'account_id' | 'id' | 'person_id' | 'case_number' | 'reason' | 'opened_by' | 'opened_role' | 'at'>
    'core.archive_opening': Pick<DB['core.archive_opening'], 'account_id' | 'id' | 'person_id' | 'case_number' | 'reason' | 'opened_by' | 'opened_role' | 'at'>
    mail_intake: Pick<DB['core.mail_intake'], 'message_key' | 'folder' | 'became' | 'received_at' | 'filed_at' | 'original_gone_at'>
    'core.mail_intake': Pick<DB['core.mail_intake'], 'message_key' | 'folder' | 'became' | 'received_at' | 'filed_at' | 'original_gone_at'>
    mail_quarantine: Pick<DB['core.mail_quarantine'], 'account_id' | 'id' | 'case_id' | 'message_id' | 'body' | 'reason' | 'at'>
    'core.mail_quarantine': Pick<DB['core.mail_quarantine'], 'account_id' | 'id' | 'case_id' | 'message_id' | 'body' | 'reason' | 'at'>
    mail_probe: Pick<DB['core.mail_probe'], 'id' | 'sent_at' | 'seen_at'>
    'core.mail_probe': Pick<DB['core.mail_probe'], 'id' | 'sent_at' | 'seen_at'>
    transfer: Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    counted_transfer: Pick<DB['core.counted_transfer'], 'day' | 'recipient' | 'purpose' | 'outcome' | 'ground' | 'fields' | 'n'>
    'core.counted_transfer': Pick<DB['core.counted_transfer'], 'day' | 'recipient' | 'purpose' | 'outcome' | 'ground' | 'fields' | 'n'>
    disclosure_case: Pick<DB['core.disclosure_case'], 'account_id' | 'id' | 'person_id' | 'ground' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'recipient_mailbox' | 'asked_for' | 'requested_at' | 'requested_by' | 'on_file' | 'fields' | 'necessity' | 'withheld_until' | 'assessed_at' | 'assessed_by' | 'executed_at' | 'refused_at' | 'refused_because' | 'informed_at' | 'not_informed_because' | 'recalled_at' | 'closed_at'>
    'core.disclosure_case': Pick<DB['core.disclosure_case'], 'account_id' | 'id' | 'person_id' | 'ground' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'recipient_mailbox' | 'asked_for' | 'requested_at' | 'requested_by' | 'on_file' | 'fields' | 'necessity' | 'withheld_until' | 'assessed_at' | 'assessed_by' | 'executed_at' | 'refused_at' | 'refused_because' | 'informed_at' | 'not_informed_because' | 'recalled_at' | 'closed_at'>
    disclosure_approval: Pick<DB['core.disclosure_approval'], 'account_id' | 'case_id' | 'staff_user_id' | 'at'>
    'core.disclosure_approval': Pick<DB['core.disclosure_approval'], 'account_id' | 'case_id' | 'staff_user_id' | 'at'>
    disclosure: Pick<DB['core.disclosure'], 'account_id' | 'id' | 'case_id' | 'person_id' | 'outcome' | 'at' | 'ground' | 'legal_reference' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'fields' | 'purpose' | 'necessity' | 'method' | 'handed_hash' | 'evidence_hash' | 'requested_by' | 'approved_by' | 'executed_by' | 'not_informed_because' | 'withheld_until' | 'content_hash'>
    'core.disclosure': Pick<DB['core.disclosure'], 'account_id' | 'id' | 'case_id' | 'person_id' | 'outcome' | 'at' | 'ground' | 'legal_reference' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'fields' | 'purpose' | 'necessity' | 'method' | 'handed_hash' | 'evidence_hash' | 'requested_by' | 'approved_by' | 'executed_by' | 'not_informed_because' | 'withheld_until' | 'content_hash'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    'core.recipient': Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    'core.recipient_field': Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    'core.recipient_agreement': Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found' | 'staff_user_id'>
    'core.recipient_review': Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found' | 'staff_user_id'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy' | 'staff_user_id'>
    'core.recipient_confirmation': Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy' | 'staff_user_id'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    'core.recipient_exemption': Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.sub_processor': Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    refused_transfer: Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    webhook_received: Pick<DB['core.webhook_received'], 'recipient' | 'webhook_id' | 'at' | 'outcome'>
    'core.webhook_received': Pick<DB['core.webhook_received'], 'recipient' | 'webhook_id' | 'at' | 'outcome'>
    instruction: Pick<DB['core.instruction'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'kind' | 'field' | 'scope' | 'subject_id' | 'follows' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure' | 'reminded_at' | 'escalated_at' | 'overdue_at' | 'told_at' | 'told_mail_id' | 'answered_at' | 'answer' | 'answered_by' | 'done_on' | 'sub_processors' | 'backups_lapse_on' | 'backup_policy' | 'data_class' | 'statute' | 'section' | 'holder' | 'keeps_until' | 'token_hash'>
    'core.instruction': Pick<DB['core.instruction'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'kind' | 'field' | 'scope' | 'subject_id' | 'follows' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure' | 'reminded_at' | 'escalated_at' | 'overdue_at' | 'told_at' | 'told_mail_id' | 'answered_at' | 'answer' | 'answered_by' | 'done_on' | 'sub_processors' | 'backups_lapse_on' | 'backup_policy' | 'data_class' | 'statute' | 'section' | 'holder' | 'keeps_until' | 'token_hash'>
    instruction_subject: Pick<DB['core.instruction_subject'], 'account_id' | 'id' | 'person_id' | 'identifiers' | 'tell_to' | 'language' | 'created_at'>
    'core.instruction_subject': Pick<DB['core.instruction_subject'], 'account_id' | 'id' | 'person_id' | 'identifiers' | 'tell_to' | 'language' | 'created_at'>
    entry: Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    attestation: Pick<DB['evidence.attestation'], 'id' | 'sentence' | 'control' | 'word' | 'staff_user_id' | 'given_at' | 'expires_at'>
    'evidence.attestation': Pick<DB['evidence.attestation'], 'id' | 'sentence' | 'control' | 'word' | 'staff_user_id' | 'given_at' | 'expires_at'>
    erasure_certificate: Pick<DB['evidence.erasure_certificate'], 'id' | 'case_id' | 'erased' | 'kept' | 'residual_found' | 'searched' | 'at'>
    'evidence.erasure_certificate': Pick<DB['evidence.erasure_certificate'], 'id' | 'case_id' | 'erased' | 'kept' | 'residual_found' | 'searched' | 'at'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    'core.statement_revision': Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    statement_draft: Pick<DB['core.statement_draft'], 'one' | 'settings' | 'kinds' | 'summary' | 'effective_on' | 'hurried_because' | 'changed_at'>
    'core.statement_draft': Pick<DB['core.statement_draft'], 'one' | 'settings' | 'kinds' | 'summary' | 'effective_on' | 'hurried_because' | 'changed_at'>
    revision_notice: Pick<DB['core.revision_notice'], 'account_id' | 'person_id' | 'revision' | 'mail_id' | 'at'>
    'core.revision_notice': Pick<DB['core.revision_notice'], 'account_id' | 'person_id' | 'revision' | 'mail_id' | 'at'>
    breach: Pick<DB['core.breach'], 'id' | 'number' | 'aware_at' | 'found_by' | 'supplier' | 'began_at' | 'ended_at' | 'cause' | 'kinds' | 'what' | 'estimated_persons' | 'data_now' | 'consequences' | 'measures' | 'harm' | 'not_notified_because' | 'told_nb' | 'told_en' | 'not_told_because' | 'registered_at' | 'registered_by' | 'closed_at'>
    'core.breach': Pick<DB['core.breach'], 'id' | 'number' | 'aware_at' | 'found_by' | 'supplier' | 'began_at' | 'ended_at' | 'cause' | 'kinds' | 'what' | 'estimated_persons' | 'data_now' | 'consequences' | 'measures' | 'harm' | 'not_notified_because' | 'told_nb' | 'told_en' | 'not_told_because' | 'registered_at' | 'registered_by' | 'closed_at'>
    breach_notice: Pick<DB['core.breach_notice'], 'breach_id' | 'stage' | 'content' | 'complete' | 'late_because' | 'reference' | 'sent_at'>
    'core.breach_notice': Pick<DB['core.breach_notice'], 'breach_id' | 'stage' | 'content' | 'complete' | 'late_because' | 'reference' | 'sent_at'>
    breach_scope: Pick<DB['core.breach_scope'], 'id' | 'breach_id' | 'source' | 'from_at' | 'until_at' | 'staff_user_id' | 'recipient' | 'about_table' | 'persons' | 'drawn_at'>
    'core.breach_scope': Pick<DB['core.breach_scope'], 'id' | 'breach_id' | 'source' | 'from_at' | 'until_at' | 'staff_user_id' | 'recipient' | 'about_table' | 'persons' | 'drawn_at'>
    breach_person: Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
    'core.breach_person': Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
    protocol_snapshot: Pick<DB['core.protocol_snapshot'], 'id' | 'taken_at' | 'content_hash' | 'content'>
    'core.protocol_snapshot': Pick<DB['core.protocol_snapshot'], 'id' | 'taken_at' | 'content_hash' | 'content'>
    rule_review: Pick<DB['core.rule_review'], 'id' | 'rule' | 'rule_hash' | 'reviewed_at' | 'reviewed_through' | 'statement_changes' | 'answer' | 'staff_user_id'>
    'core.rule_review': Pick<DB['core.rule_review'], 'id' | 'rule' | 'rule_hash' | 'reviewed_at' | 'reviewed_through' | 'statement_changes' | 'answer' | 'staff_user_id'>
    assessment: Pick<DB['core.assessment'], 'id' | 'purpose' | 'purpose_hash' | 'signs' | 'needs_dpia' | 'because' | 'assessed_at' | 'staff_user_id'>
    'core.assessment': Pick<DB['core.assessment'], 'id' | 'purpose' | 'purpose_hash' | 'signs' | 'needs_dpia' | 'because' | 'assessed_at' | 'staff_user_id'>
    operator_visit: Pick<DB['core.operator_visit'], 'id' | 'how' | 'what' | 'who' | 'from_address' | 'session' | 'began_at' | 'ended_at' | 'reason' | 'reason_at' | 'reason_by'>
    'core.operator_visit': Pick<DB['core.operator_visit'], 'id' | 'how' | 'what' | 'who' | 'from_address' | 'session' | 'began_at' | 'ended_at' | 'reason' | 'reason_at' | 'reason_by'>
    ledger_line: Pick<DB['evidence.ledger_line'], 'id' | 'at'>
    'evidence.ledger_line': Pick<DB['evidence.ledger_line'], 'id' | 'at'>
    archived_person: Pick<DB['archive.person'], 'account_id' | 'id' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'archive.person': Pick<DB['archive.person'], 'account_id' | 'id' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    archived_inquiry: Pick<DB['archive.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'archive.inquiry': Pick<DB['archive.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    archived_inquiry_item: Pick<DB['archive.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity'>
    'archive.inquiry_item': Pick<DB['archive.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity'>
    archived_inquiry_message: Pick<DB['archive.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'at'>
    'archive.inquiry_message': Pick<DB['archive.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'at'>
    archived_quote: Pick<DB['archive.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'withdrawn_at'>
    'archive.quote': Pick<DB['archive.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'withdrawn_at'>
    archived_quote_version: Pick<DB['archive.quote_version'], 'account_id' | 'quote_id' | 'version' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    'archive.quote_version': Pick<DB['archive.quote_version'], 'account_id' | 'quote_id' | 'version' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    archived_quote_line: Pick<DB['archive.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'archive.quote_line': Pick<DB['archive.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
  }
  rights_handling: {
    'auth.user': DB['auth.user']
    'auth.session': DB['auth.session']
    'auth.account': DB['auth.account']
    'auth.verification': DB['auth.verification']
    'auth.twoFactor': DB['auth.twoFactor']
    'auth.rateLimit': DB['auth.rateLimit']
    mail: Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    'core.mail': Pick<DB['core.mail'], 'account_id' | 'id' | 'person_id' | 'kind' | 'purpose' | 'to_address' | 'subject' | 'body' | 'attachment' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure'>
    setting: Pick<DB['core.setting'], 'key' | 'value' | 'changed_at'>
    number_series: Pick<DB['core.number_series'], 'series' | 'next'>
    'core.number_series': Pick<DB['core.number_series'], 'series' | 'next'>
    account: Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    'core.account': Pick<DB['core.account'], 'account_id' | 'kind' | 'customer_number' | 'name' | 'organisation_number' | 'organisation_form' | 'company_address' | 'invoice_address' | 'invoice_email' | 'country' | 'payment_days' | 'created_at' | 'last_active_at' | 'ended_at'>
    person: Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'core.person': Pick<DB['core.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    provenance: Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    'core.provenance': Pick<DB['core.provenance'], 'account_id' | 'person_id' | 'field' | 'source' | 'channel' | 'actor' | 'at'>
    statement_shown: Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    'core.statement_shown': Pick<DB['core.statement_shown'], 'account_id' | 'id' | 'person_id' | 'revision' | 'form' | 'at'>
    source_notice: Pick<DB['core.source_notice'], 'account_id' | 'person_id' | 'source' | 'mail_id' | 'how' | 'at'>
    'core.source_notice': Pick<DB['core.source_notice'], 'account_id' | 'person_id' | 'source' | 'mail_id' | 'how' | 'at'>
    portal_login: Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    'core.portal_login': Pick<DB['core.portal_login'], 'user_id' | 'account_id' | 'person_id' | 'linked_at'>
    reading: Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.reading': Pick<DB['core.reading'], 'account_id' | 'id' | 'person_id' | 'staff_user_id' | 'staff_role' | 'purpose' | 'subject' | 'at'>
    'core.refused_entry': Pick<DB['core.refused_entry'], 'id' | 'at' | 'form' | 'field' | 'reason' | 'insisted_by' | 'insisted_why'>
    relationship_end: Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    'core.relationship_end': Pick<DB['core.relationship_end'], 'account_id' | 'id' | 'person_id' | 'reason' | 'channel' | 'ended_at' | 'reopened_at' | 'suppliers_told_at'>
    inquiry: Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'core.inquiry': Pick<DB['core.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    inquiry_item: Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    'core.inquiry_item': Pick<DB['core.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    inquiry_message: Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'at'>
    'core.inquiry_message': Pick<DB['core.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'at'>
    product: Pick<DB['core.product'], 'id' | 'sku' | 'name' | 'name_nb' | 'category' | 'description' | 'currency' | 'vat_rate' | 'stock' | 'lead_days' | 'decoration' | 'setup_cost' | 'listed' | 'created_at'>
    price_tier: Pick<DB['core.price_tier'], 'product_id' | 'min_quantity' | 'unit_price_e4'>
    quote: Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    'core.quote': Pick<DB['core.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    quote_draft: Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_at' | 'version'>
    'core.quote_draft': Pick<DB['core.quote_draft'], 'account_id' | 'quote_id' | 'intro' | 'valid_until' | 'delivery_days' | 'lines' | 'edited_at' | 'version'>
    quote_version: Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    'core.quote_version': Pick<DB['core.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    quote_line: Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'core.quote_line': Pick<DB['core.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    quote_acceptance: Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'accepted_at'>
    'core.quote_acceptance': Pick<DB['core.quote_acceptance'], 'account_id' | 'quote_id' | 'version' | 'content_hash' | 'purchase_order_number' | 'via' | 'accepted_at'>
    sales_order: Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    company_sales_order: Pick<DB['core.sales_order'], 'id' | 'number' | 'currency' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    'core.sales_order': Pick<DB['core.sales_order'], 'account_id' | 'id' | 'number' | 'quote_id' | 'person_id' | 'source' | 'purchase_order_number' | 'currency' | 'delivery_address' | 'net' | 'vat' | 'gross' | 'confirmed_at' | 'delivered_at' | 'cancelled_at'>
    order_line: Pick<DB['core.order_line'], 'account_id' | 'order_id' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice: Pick<DB['core.invoice'], 'account_id' | 'id' | 'kind' | 'series' | 'number' | 'order_id' | 'credits_invoice_id' | 'credit_reason' | 'issue_date' | 'due_date' | 'delivery_date' | 'delivery_place' | 'seller' | 'buyer' | 'buyer_reference' | 'purchase_order_number' | 'currency' | 'kid' | 'bank_account' | 'net' | 'vat' | 'gross' | 'language' | 'document_hash' | 'previous_hash' | 'issued_at'>
    invoice_line: Pick<DB['core.invoice_line'], 'account_id' | 'invoice_id' | 'line' | 'kind' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    invoice_vat: Pick<DB['core.invoice_vat'], 'account_id' | 'invoice_id' | 'vat_rate' | 'base' | 'vat'>
    invoice_dispatch: Pick<DB['core.invoice_dispatch'], 'account_id' | 'id' | 'invoice_id' | 'how' | 'mail_id' | 'at'>
    payment: Pick<DB['core.payment'], 'account_id' | 'id' | 'invoice_id' | 'amount' | 'paid_on' | 'reference' | 'registered_at'>
    consent: Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    'core.consent': Pick<DB['core.consent'], 'account_id' | 'id' | 'person_id' | 'purpose' | 'channel' | 'text_shown' | 'text_hash' | 'language' | 'statement_revision' | 'source' | 'mechanism' | 'given_at' | 'confirmed_at' | 'withdrawn_at'>
    objection: Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    'core.objection': Pick<DB['core.objection'], 'account_id' | 'id' | 'person_id' | 'scope' | 'channel' | 'objected_at' | 'lifted_at'>
    'core.suppression': Pick<DB['core.suppression'], 'address_hash' | 'kind' | 'at' | 'channel'>
    choice_text: Pick<DB['core.choice_text'], 'text_hash' | 'language' | 'text' | 'first_shown_at'>
    rights_case: Pick<DB['core.rights_case'], 'account_id' | 'id' | 'person_id' | 'number' | 'kind' | 'channel' | 'language' | 'identity' | 'received_at' | 'due_on' | 'triage_by' | 'triaged_at' | 'closed_at' | 'outcome'>
    'core.rights_case': Pick<DB['core.rights_case'], 'account_id' | 'id' | 'person_id' | 'number' | 'kind' | 'channel' | 'language' | 'identity' | 'received_at' | 'due_on' | 'triage_by' | 'triaged_at' | 'closed_at' | 'outcome'>
    rights_message: Pick<DB['core.rights_message'], 'account_id' | 'id' | 'case_id' | 'direction' | 'address' | 'subject' | 'body' | 'at'>
    'core.rights_message': Pick<DB['core.rights_message'], 'account_id' | 'id' | 'case_id' | 'direction' | 'address' | 'subject' | 'body' | 'at'>
    rights_event: Pick<DB['core.rights_event'], 'account_id' | 'id' | 'case_id' | 'what' | 'by_role' | 'facts' | 'at'>
    'core.rights_event': Pick<DB['core.rights_event'], 'account_id' | 'id' | 'case_id' | 'what' | 'by_role' | 'facts' | 'at'>
    rights_link: Pick<DB['core.rights_link'], 'account_id' | 'id' | 'token_hash' | 'proves' | 'case_id' | 'purpose' | 'made_at' | 'expires_at' | 'confirmed_at'>
    'core.rights_link': Pick<DB['core.rights_link'], 'account_id' | 'id' | 'token_hash' | 'proves' | 'case_id' | 'purpose' | 'made_at' | 'expires_at' | 'confirmed_at'>
    rights_decision: Pick<DB['core.rights_decision'], 'account_id' | 'id' | 'case_id' | 'act' | 'reasons' | 'proposed_at' | 'approved_at' | 'told_on' | 'takes_effect_on'>
    'core.rights_decision': Pick<DB['core.rights_decision'], 'account_id' | 'id' | 'case_id' | 'act' | 'reasons' | 'proposed_by' | 'proposed_at' | 'approved_by' | 'approved_at' | 'told_on' | 'takes_effect_on'>
    rights_pending: Pick<DB['core.rights_pending'], 'account_id' | 'id' | 'case_id' | 'what' | 'since' | 'done_at'>
    'core.rights_pending': Pick<DB['core.rights_pending'], 'account_id' | 'id' | 'case_id' | 'what' | 'since' | 'done_at'>
    restriction: Pick<DB['core.restriction'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'ground' | 'category' | 'fields' | 'document' | 'document_number' | 'restricted_at' | 'lifted_at'>
    'core.restriction': Pick<DB['core.restriction'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'ground' | 'category' | 'fields' | 'document' | 'document_number' | 'restricted_at' | 'lifted_at'>
    set_aside: Pick<DB['core.set_aside'], 'account_id' | 'person_id' | 'field' | 'value' | 'since'>
    'core.set_aside': Pick<DB['core.set_aside'], 'account_id' | 'person_id' | 'field' | 'value' | 'since'>
    restriction_use: Pick<DB['core.restriction_use'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'exception' | 'reason' | 'staff_role' | 'at'>
    'core.restriction_use': Pick<DB['core.restriction_use'], 'account_id' | 'id' | 'person_id' | 'case_id' | 'exception' | 'reason' | 'staff_role' | 'staff_user_id' | 'at'>
    'core.erasure_search': Pick<DB['core.erasure_search'], 'account_id' | 'case_id' | 'certificate_id' | 'erased_at' | 'sought' | 'searched_at' | 'passed_at' | 'tables' | 'columns' | 'rows' | 'files' | 'struck' | 'finds'>
    former_identifier: Pick<DB['core.former_identifier'], 'account_id' | 'id' | 'person_id' | 'print' | 'at'>
    'core.former_identifier': Pick<DB['core.former_identifier'], 'account_id' | 'id' | 'person_id' | 'print' | 'at'>
    hold: Pick<DB['core.hold'], 'account_id' | 'id' | 'kind' | 'reference' | 'reason' | 'person_id' | 'item_table' | 'item_id' | 'placed_at' | 'reviewed_at' | 'lapses_on' | 'released_at'>
    archive_opening: Pick<DB['core.archive_opening'], 'account_id' | 'id' | 'person_id' | 'case_number' | 'reason' | 'opened_role' | 'at'>
    'core.archive_opening': Pick<DB['core.archive_opening'], 'account_id' | 'id' | 'person_id' | 'case_number' | 'reason' | 'opened_role' | 'at'>
    mail_intake: Pick<DB['core.mail_intake'], 'message_key' | 'folder' | 'became' | 'received_at' | 'filed_at' | 'original_gone_at'>
    'core.mail_intake': Pick<DB['core.mail_intake'], 'message_key' | 'folder' | 'became' | 'received_at' | 'filed_at' | 'original_gone_at'>
    mail_quarantine: Pick<DB['core.mail_quarantine'], 'account_id' | 'id' | 'case_id' | 'message_id' | 'body' | 'reason' | 'at'>
    'core.mail_quarantine': Pick<DB['core.mail_quarantine'], 'account_id' | 'id' | 'case_id' | 'message_id' | 'body' | 'reason' | 'at'>
    mail_probe: Pick<DB['core.mail_probe'], 'id' | 'sent_at' | 'seen_at'>
    'core.mail_probe': Pick<DB['core.mail_probe'], 'id' | 'sent_at' | 'seen_at'>
    transfer: Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    'core.transfer': Pick<DB['core.transfer'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'purpose' | 'fields' | 'ground' | 'at'>
    disclosure_case: Pick<DB['core.disclosure_case'], 'account_id' | 'id' | 'person_id' | 'ground' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'recipient_mailbox' | 'asked_for' | 'requested_at' | 'on_file' | 'fields' | 'necessity' | 'withheld_until' | 'assessed_at' | 'executed_at' | 'refused_at' | 'refused_because' | 'informed_at' | 'not_informed_because' | 'recalled_at' | 'closed_at'>
    'core.disclosure_case': Pick<DB['core.disclosure_case'], 'account_id' | 'id' | 'person_id' | 'ground' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'recipient_mailbox' | 'asked_for' | 'requested_at' | 'on_file' | 'fields' | 'necessity' | 'withheld_until' | 'assessed_at' | 'executed_at' | 'refused_at' | 'refused_because' | 'informed_at' | 'not_informed_because' | 'recalled_at' | 'closed_at'>
    disclosure: Pick<DB['core.disclosure'], 'account_id' | 'id' | 'case_id' | 'person_id' | 'outcome' | 'at' | 'ground' | 'legal_reference' | 'recipient_name' | 'recipient_number' | 'recipient_country' | 'fields' | 'purpose' | 'necessity' | 'method' | 'handed_hash' | 'evidence_hash' | 'not_informed_because' | 'withheld_until' | 'content_hash'>
    recipient: Pick<DB['core.recipient'], 'id' | 'name' | 'role' | 'does_nb' | 'does_en' | 'asks_nb' | 'asks_en' | 'purposes' | 'essential' | 'ground' | 'location' | 'transfer_ground' | 'holds' | 'known_by' | 'cannot_follow' | 'reached_by' | 'webhook_to' | 'webhook_version' | 'mailbox' | 'announced_at' | 'active_at' | 'ended_at'>
    recipient_field: Pick<DB['core.recipient_field'], 'recipient' | 'field' | 'reason'>
    recipient_agreement: Pick<DB['core.recipient_agreement'], 'recipient' | 'id' | 'document_name' | 'document_hash' | 'covers' | 'breach_notice_hours' | 'signed_on' | 'ends_on'>
    recipient_review: Pick<DB['core.recipient_review'], 'recipient' | 'id' | 'reviewed_on' | 'next_on' | 'found'>
    recipient_confirmation: Pick<DB['core.recipient_confirmation'], 'recipient' | 'id' | 'confirms' | 'document_name' | 'confirmed_on' | 'backup_policy'>
    recipient_exemption: Pick<DB['core.recipient_exemption'], 'recipient' | 'id' | 'data_class' | 'statute' | 'section' | 'holder' | 'rule'>
    sub_processor: Pick<DB['core.sub_processor'], 'recipient' | 'id' | 'name' | 'does' | 'location' | 'transfer_ground' | 'told_on' | 'effective_on' | 'objected_on' | 'ended_on'>
    'core.refused_transfer': Pick<DB['core.refused_transfer'], 'id' | 'at' | 'recipient' | 'purpose' | 'fields' | 'why'>
    instruction: Pick<DB['core.instruction'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'kind' | 'field' | 'scope' | 'subject_id' | 'follows' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure' | 'reminded_at' | 'escalated_at' | 'overdue_at' | 'told_at' | 'told_mail_id' | 'answered_at' | 'answer' | 'answered_by' | 'done_on' | 'sub_processors' | 'backups_lapse_on' | 'backup_policy' | 'data_class' | 'statute' | 'section' | 'holder' | 'keeps_until' | 'token_hash'>
    'core.instruction': Pick<DB['core.instruction'], 'account_id' | 'id' | 'person_id' | 'recipient' | 'kind' | 'field' | 'scope' | 'subject_id' | 'follows' | 'queued_at' | 'sent_at' | 'failed_at' | 'failure' | 'reminded_at' | 'escalated_at' | 'overdue_at' | 'told_at' | 'told_mail_id' | 'answered_at' | 'answer' | 'answered_by' | 'done_on' | 'sub_processors' | 'backups_lapse_on' | 'backup_policy' | 'data_class' | 'statute' | 'section' | 'holder' | 'keeps_until' | 'token_hash'>
    instruction_subject: Pick<DB['core.instruction_subject'], 'account_id' | 'id' | 'person_id' | 'identifiers' | 'tell_to' | 'language' | 'created_at'>
    'core.instruction_subject': Pick<DB['core.instruction_subject'], 'account_id' | 'id' | 'person_id' | 'identifiers' | 'tell_to' | 'language' | 'created_at'>
    entry: Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    'evidence.entry': Pick<DB['evidence.entry'], 'id' | 'at' | 'kind' | 'subject' | 'commitment' | 'salt' | 'body'>
    leaf: Pick<DB['evidence.leaf'], 'leaf_index' | 'entry_id' | 'leaf_hash'>
    checkpoint: Pick<DB['evidence.checkpoint'], 'tree_size' | 'root_hash' | 'at' | 'signature'>
    control_result: Pick<DB['evidence.control_result'], 'id' | 'sentence' | 'control' | 'kind' | 'found' | 'of' | 'measured' | 'state' | 'at' | 'milliseconds'>
    erasure_certificate: Pick<DB['evidence.erasure_certificate'], 'id' | 'case_id' | 'erased' | 'kept' | 'residual_found' | 'searched' | 'at'>
    'evidence.erasure_certificate': Pick<DB['evidence.erasure_certificate'], 'id' | 'case_id' | 'erased' | 'kept' | 'residual_found' | 'searched' | 'at'>
    statement_revision: Pick<DB['core.statement_revision'], 'revision' | 'effective_on' | 'content_hash' | 'texts' | 'terms' | 'kind' | 'published_at' | 'kinds' | 'summary' | 'settings' | 'hurried_because'>
    revision_notice: Pick<DB['core.revision_notice'], 'account_id' | 'person_id' | 'revision' | 'mail_id' | 'at'>
    'core.revision_notice': Pick<DB['core.revision_notice'], 'account_id' | 'person_id' | 'revision' | 'mail_id' | 'at'>
    breach: Pick<DB['core.breach'], 'id' | 'number' | 'aware_at' | 'found_by' | 'supplier' | 'began_at' | 'ended_at' | 'cause' | 'kinds' | 'what' | 'estimated_persons' | 'data_now' | 'consequences' | 'measures' | 'harm' | 'not_notified_because' | 'told_nb' | 'told_en' | 'not_told_because' | 'registered_at' | 'closed_at'>
    breach_person: Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
    'core.breach_person': Pick<DB['core.breach_person'], 'account_id' | 'breach_id' | 'person_id' | 'categories' | 'told_at'>
    ledger_line: Pick<DB['evidence.ledger_line'], 'id' | 'at'>
    'evidence.ledger_line': Pick<DB['evidence.ledger_line'], 'id' | 'at'>
    archived_person: Pick<DB['archive.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'email' | 'workplace' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    'archive.person': Pick<DB['archive.person'], 'account_id' | 'id' | 'first_name' | 'last_name' | 'phone' | 'email' | 'job_title' | 'workplace' | 'company_address' | 'invoice_address' | 'language' | 'registered_at' | 'created_at' | 'last_active_at' | 'left_on' | 'version'>
    archived_inquiry: Pick<DB['archive.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    'archive.inquiry': Pick<DB['archive.inquiry'], 'account_id' | 'id' | 'number' | 'person_id' | 'kind' | 'channel' | 'subject' | 'body' | 'owner_user_id' | 'received_at' | 'answered_at' | 'closed_at' | 'outcome' | 'last_message_at'>
    archived_inquiry_item: Pick<DB['archive.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    'archive.inquiry_item': Pick<DB['archive.inquiry_item'], 'account_id' | 'inquiry_id' | 'line' | 'product_id' | 'quantity' | 'wish'>
    archived_inquiry_message: Pick<DB['archive.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'at'>
    'archive.inquiry_message': Pick<DB['archive.inquiry_message'], 'account_id' | 'id' | 'inquiry_id' | 'direction' | 'body' | 'staff_user_id' | 'at'>
    archived_quote: Pick<DB['archive.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    'archive.quote': Pick<DB['archive.quote'], 'account_id' | 'id' | 'number' | 'inquiry_id' | 'person_id' | 'currency' | 'created_by' | 'created_at' | 'viewed_at' | 'declined_at' | 'withdrawn_at'>
    archived_quote_version: Pick<DB['archive.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_at'>
    'archive.quote_version': Pick<DB['archive.quote_version'], 'account_id' | 'quote_id' | 'version' | 'intro' | 'valid_until' | 'delivery_days' | 'net' | 'vat' | 'gross' | 'content_hash' | 'sent_by' | 'sent_at' | 'link_hash'>
    archived_quote_line: Pick<DB['archive.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
    'archive.quote_line': Pick<DB['archive.quote_line'], 'account_id' | 'quote_id' | 'version' | 'line' | 'parent_line' | 'kind' | 'product_id' | 'sku' | 'description' | 'quantity' | 'unit_price_e4' | 'discount_bp' | 'vat_rate' | 'net'>
  }
}
