/** An order of Fjordbris Reklame AS, delivered, ready to be invoiced; two VAT rates. */
import { newId } from '#database'
import { lineNet, totals } from '#money'
import type { TestHouse } from '#testing'

export const monday = new Date('2026-11-23T10:00:00Z')
export const staffId = 'staff-siri'

const lines = [
  {
    kind: 'product',
    sku: '22326',
    description: 'Termokopp 35 cl, børstet stål',
    quantity: 250,
    unitPriceE4: 649_000n,
    discountBp: 0,
    vatRate: 2500,
  },
  {
    kind: 'setup',
    sku: null,
    description: 'Oppstart gravering',
    quantity: 1,
    unitPriceE4: 4_500_000n,
    discountBp: 0,
    vatRate: 2500,
  },
  {
    kind: 'product',
    sku: null,
    description: 'Sjokolade i eske',
    quantity: 7,
    unitPriceE4: 393_300n,
    discountBp: 500,
    vatRate: 1500,
  },
]

export async function company(house: TestHouse, customerNumber = 10_001n, more: Record<string, unknown> = {}): Promise<string> {
  const accountId = newId(monday)
  const account = {
    account_id: accountId,
    kind: 'customer',
    customer_number: customerNumber,
    name: 'Fjordbris Reklame AS',
    organisation_number: '310456782',
    company_address: 'Havnegata 1, 5003 Bergen',
    invoice_email: 'faktura@fjordbris.example',
    created_at: monday,
    last_active_at: monday,
    ...more,
  }
  await house.owner.insertInto('core.account').values(account).execute()
  return accountId
}

export type Delivered = { readonly accountId: string; readonly orderId: string }

export async function deliveredOrder(
  house: TestHouse,
  accountId: string,
  deliveredAt: Date | null = new Date('2026-11-20T09:00:00Z'),
): Promise<Delivered> {
  const id = newId(monday)
  const { net, vat, gross } = totals(lines)
  const order = {
    account_id: accountId,
    id,
    number: `O-2026-${id.slice(-5)}`,
    source: 'quote',
    purchase_order_number: 'PO-4711',
    delivery_address: 'Havnegata 1, 5003 Bergen',
  }
  await house.owner
    .insertInto('core.sales_order')
    .values({ ...order, net, vat, gross, confirmed_at: new Date('2026-11-10T09:00:00Z'), delivered_at: deliveredAt })
    .execute()
  await house.owner
    .insertInto('core.order_line')
    .values(
      lines.map((line, index) => ({
        account_id: accountId,
        order_id: id,
        line: index + 1,
        kind: line.kind,
        sku: line.sku,
        description: line.description,
        quantity: line.quantity,
        unit_price_e4: line.unitPriceE4,
        discount_bp: line.discountBp,
        vat_rate: line.vatRate,
        net: lineNet(line),
      })),
    )
    .execute()
  return { accountId, orderId: id }
}
