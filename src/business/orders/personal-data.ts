import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const work = ['deliver', 'administer', 'case_documentation', 'invoice', 'rights_handling', 'legal_obligation'] as const
const trade: PersonalColumn = {
  holds: 'trade',
  for: [...work, 'claims_archive'],
  from: 'order',
  ends: 'R-06',
  says: 'registration.the-relationship-is-trade',
}

const rights = { scope: 'account', read: [...work, 'claims_archive'], insert: ['deliver'], delete: ['legal_obligation'] } as const

const invoices = 'from invoice i where i.account_id = t.account_id and i.order_id = t.id'
/** What settles a document is documentation too. */
const settled = `(select max(greatest(i.issue_date, p.paid_on))::timestamp from invoice i left join payment p on p.account_id = i.account_id and p.invoice_id = i.id
  where i.account_id = t.account_id and i.order_id = t.id)`

/** No claim outlives the company's relationship by more than its own three years (promise 2.6-i). */
const calledOff = `case when t.cancelled_at is not null
  then least(t.cancelled_at, (select a.ended_at from account a where a.account_id = t.account_id)) end`

/** The order is the company's and the ground of its invoice: erasure takes the person out of it. */
export const orderData = personalData(
  'core.sales_order',
  {
    account_id: key,
    id: key,
    number: key,
    quote_id: key,
    person_id: key,
    source: nobody,
    purchase_order_number: trade,
    currency: nobody,
    delivery_address: trade,
    net: nobody,
    vat: nobody,
    gross: nobody,
    confirmed_at: nobody,
    delivered_at: nobody,
    cancelled_at: nobody,
  },
  {
    ...rights,
    update: ['deliver', 'invoice', 'rights_handling'],
    person: 'person_id',
    document: 'number',
    // A sole proprietor's orders are the proprietor's own, and an inquirer is not a company.
    ofCompany: {
      columns: ['id', 'number', 'currency', 'gross', 'confirmed_at', 'delivered_at', 'cancelled_at'],
      when: `exists (select 1 from core.account c where c.account_id = t.account_id and c.kind <> 'inquirer'
        and c.organisation_number is not null and c.organisation_form is distinct from 'ENK')`,
    },
    erasure: 'detach',
    // While a document refers to it, it is that document's ground; delivered, it is what tells of the delivery, as a packing slip does
    // (bokføringsloven § 13); while it is open, its clock has not begun.
    endings: [
      { rule: 'R-07', since: settled, when: `exists (select 1 ${invoices})`, does: 'elsewhere' },
      { rule: 'R-08', since: 't.delivered_at', when: 't.delivered_at is not null' },
      { rule: 'R-06', since: calledOff },
    ],
  },
)

export const ordersTables = [
  orderData,
  personalData(
    'core.order_line',
    {
      account_id: key,
      order_id: key,
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
    { ...rights, through: { table: 'core.sales_order', by: 'order_id' }, erasure: 'keep' },
  ),
]
