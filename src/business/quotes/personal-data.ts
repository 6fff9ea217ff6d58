import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const work = ['deliver', 'administer', 'case_documentation', 'rights_handling'] as const
const trade: PersonalColumn = {
  holds: 'trade',
  for: [...work, 'claims_archive'],
  from: 'order',
  ends: 'R-05',
  says: 'registration.the-relationship-is-trade',
}
const byStaff: PersonalColumn = { ...trade, holds: 'staff', for: ['deliver'], from: 'system' }

const rights = {
  scope: 'account',
  read: [...work, 'legal_obligation'],
  delete: ['rights_handling', 'legal_obligation'],
} as const

/** A quote that became an order stays as the order's ground, without the person. */
const ordered = (quote: string) =>
  `exists (select 1 from core.sales_order o where o.account_id = t.account_id and o.quote_id = ${quote})`
const of = (table: string) => `from ${table} x where x.account_id = t.account_id and x.quote_id = t.id`
const accepted = `exists (select 1 ${of('quote_acceptance')})`
const beingWritten = `exists (select 1 ${of('quote_draft')})`
const open = `exists (select 1 ${of('sales_order')} and x.delivered_at is null and x.cancelled_at is null)`
const invoices = `${of('sales_order').replace(' where ', ' join invoice i on i.account_id = x.account_id and i.order_id = x.id where ')}`
// Accepted and invoiced it is the agreement that explains what was booked (R-09; bokføringsloven § 13): as long after the year of
// the last of it, which is always longer than a claim.
const explained = `case when not ${open} then (select max(greatest(i.issue_date, (select max(p.paid_on) from payment p
  where p.account_id = i.account_id and p.invoice_id = i.id)))::timestamp ${invoices}) end`
// Accepted and not invoiced, from the delivery (R-06; foreldelsesloven § 3), and no longer than as long after the company's relationship
// (promise 2.6-i). When the order has had its time and is gone, no claim is left: then the yes itself says that the years are over.
const claimable = `case when ${open} then null else least(coalesce((select max(coalesce(x.delivered_at, x.cancelled_at)) ${of('sales_order')}),
  (select max(x.accepted_at) ${of('quote_acceptance')})), (select a.ended_at from account a where a.account_id = t.account_id)) end`
const expired = `coalesce((select max(x.valid_until)::timestamp ${of('quote_version')}), t.created_at at time zone 'Europe/Oslo')`

const ofQuote = { table: 'core.quote', by: 'quote_id' } as const

export const quoteData = personalData(
  'core.quote',
  {
    account_id: key,
    id: key,
    number: key,
    inquiry_id: key,
    person_id: key,
    currency: nobody,
    created_by: byStaff,
    created_at: nobody,
    viewed_at: trade,
    declined_at: trade,
    withdrawn_at: nobody,
  },
  {
    ...rights,
    insert: ['deliver'],
    update: ['deliver', 'rights_handling'],
    person: 'person_id',
    document: 'number',
    erasure: 'delete',
    survives: ordered('t.id'),
    archives: {},
    // What is being written has not expired; what was accepted lives as long as the books it explains, or a claim about the delivery.
    endings: [
      { rule: 'R-09', since: explained, when: `exists (select 1 ${invoices})` },
      { rule: 'R-06', since: claimable, when: accepted },
      { rule: 'R-05', since: 'null', when: beingWritten },
      { rule: 'R-05', since: expired },
    ],
  },
)

export const quotesTables = [
  quoteData,
  personalData(
    'core.quote_draft',
    {
      account_id: key,
      quote_id: key,
      intro: trade,
      valid_until: nobody,
      delivery_days: nobody,
      lines: trade,
      edited_by: byStaff,
      edited_at: nobody,
      version: nobody,
    },
    {
      ...rights,
      insert: ['deliver'],
      update: ['deliver'],
      delete: ['deliver', 'rights_handling', 'legal_obligation'],
      through: ofQuote,
      erasure: 'delete',
    },
  ),
  personalData(
    'core.quote_version',
    {
      account_id: key,
      quote_id: key,
      version: key,
      intro: trade,
      valid_until: nobody,
      delivery_days: nobody,
      net: nobody,
      vat: nobody,
      gross: nobody,
      content_hash: nobody,
      sent_by: byStaff,
      sent_at: nobody,
      link_hash: { ...trade, for: ['deliver'] },
    },
    { ...rights, insert: ['deliver'], through: ofQuote, erasure: 'delete', survives: ordered('t.quote_id'), archives: {} },
  ),
  personalData(
    'core.quote_line',
    {
      account_id: key,
      quote_id: key,
      version: key,
      line: key,
      parent_line: nobody,
      kind: nobody,
      product_id: key,
      sku: nobody,
      description: trade,
      quantity: nobody,
      unit_price_e4: nobody,
      discount_bp: nobody,
      vat_rate: nobody,
      net: nobody,
    },
    { ...rights, insert: ['deliver'], through: ofQuote, erasure: 'delete', survives: ordered('t.quote_id'), archives: {} },
  ),
  personalData(
    'core.quote_acceptance',
    {
      account_id: key,
      quote_id: key,
      version: key,
      content_hash: nobody,
      purchase_order_number: trade,
      via: nobody,
      recorded_by: byStaff,
      accepted_at: nobody,
    },
    { ...rights, insert: ['deliver'], through: ofQuote, erasure: 'delete', survives: ordered('t.quote_id') },
  ),
]
