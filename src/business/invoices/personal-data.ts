import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const readers = ['invoice', 'legal_obligation', 'rights_handling', 'administer'] as const
const document: PersonalColumn = {
  holds: 'bookkeeping',
  for: readers,
  from: 'order',
  ends: 'R-07',
  says: 'retention.bookkeeping-stays',
}
const byStaff: PersonalColumn = { ...document, holds: 'staff', for: ['invoice', 'legal_obligation'], from: 'system' }

/** Insert only: no purpose may update or delete a bookkeeping document (bokføringsloven § 13, promise 4-d). */
const rights = { scope: 'account', read: readers, insert: ['invoice'], erasure: 'keep' } as const
const ofOrder = { table: 'core.sales_order', by: 'order_id' } as const
const ofInvoice = { table: 'core.invoice', by: 'invoice_id' } as const

/** What settles a document is documentation of its own, so the last of an invoice, its credit notes and their payments decides. */
const settled = `(select max(greatest(i.issue_date, p.paid_on))::timestamp from invoice i left join payment p on p.account_id = i.account_id and p.invoice_id = i.id
  where i.account_id = t.account_id and coalesce(i.credits_invoice_id, i.id) = coalesce(t.credits_invoice_id, t.id))`

export const invoiceData = personalData(
  'core.invoice',
  {
    account_id: key,
    id: key,
    kind: nobody,
    series: nobody,
    number: key,
    order_id: key,
    credits_invoice_id: key,
    credit_reason: document,
    issue_date: nobody,
    due_date: nobody,
    delivery_date: nobody,
    delivery_place: document,
    seller: nobody,
    buyer: document,
    buyer_reference: document,
    purchase_order_number: document,
    currency: nobody,
    kid: document,
    bank_account: nobody,
    net: nobody,
    vat: nobody,
    gross: nobody,
    language: nobody,
    document_hash: nobody,
    previous_hash: nobody,
    issued_by: byStaff,
    issued_at: nobody,
  },
  { ...rights, through: ofOrder, endings: [{ rule: 'R-07', since: settled, does: 'elsewhere' }] },
)

export const invoicesTables = [
  invoiceData,
  personalData(
    'core.invoice_line',
    {
      account_id: key,
      invoice_id: key,
      line: key,
      kind: nobody,
      sku: nobody,
      description: document,
      quantity: nobody,
      unit_price_e4: nobody,
      discount_bp: nobody,
      vat_rate: nobody,
      net: nobody,
    },
    { ...rights, through: ofInvoice },
  ),
  personalData(
    'core.invoice_vat',
    { account_id: key, invoice_id: key, vat_rate: key, base: nobody, vat: nobody },
    { ...rights, through: ofInvoice },
  ),
  personalData(
    'core.issued_document',
    {
      series: key,
      number: key,
      account_id: key,
      invoice_id: key,
      document_hash: nobody,
      previous_hash: nobody,
      issued_at: nobody,
    },
    { scope: 'local', read: ['invoice', 'legal_obligation'], insert: ['invoice'] },
  ),
  personalData(
    'core.invoice_dispatch',
    { account_id: key, id: key, invoice_id: key, how: nobody, mail_id: key, staff_user_id: byStaff, at: nobody },
    { ...rights, through: ofInvoice, goesWith: 'core.invoice' },
  ),
  personalData(
    'core.payment',
    {
      account_id: key,
      id: key,
      invoice_id: key,
      amount: document,
      paid_on: document,
      reference: document,
      registered_by: byStaff,
      registered_at: nobody,
    },
    { ...rights, through: ofInvoice, endings: [{ rule: 'R-07', since: 't.paid_on::timestamp', does: 'elsewhere' }] },
  ),
]
