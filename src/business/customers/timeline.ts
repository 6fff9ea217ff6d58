import type { For } from '#purposes'

export type Event = {
  readonly kind: 'inquiry' | 'quote' | 'order' | 'invoice' | 'credit_note'
  readonly id: string
  readonly number: string
  readonly at: Date
  readonly amount?: bigint
  readonly currency?: string
}

/** What has happened between us, the latest first. */
export async function timeline(db: For<'administer'>, accountId: string, most = 50): Promise<readonly Event[]> {
  const [inquiries, quotes, orders, invoices] = await Promise.all([
    db
      .selectFrom('inquiry')
      .select(['id', 'number', 'received_at as at'])
      .where('account_id', '=', accountId)
      .orderBy('received_at', 'desc')
      .limit(most)
      .execute(),
    db
      .selectFrom('quote')
      .select(['id', 'number', 'created_at as at'])
      .where('account_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .limit(most)
      .execute(),
    db
      .selectFrom('sales_order')
      .select(['id', 'number', 'confirmed_at as at', 'net as amount', 'currency'])
      .where('account_id', '=', accountId)
      .orderBy('confirmed_at', 'desc')
      .limit(most)
      .execute(),
    db
      .selectFrom('invoice')
      .select(['id', 'number', 'kind', 'issued_at as at', 'gross as amount', 'currency'])
      .where('account_id', '=', accountId)
      .orderBy('issued_at', 'desc')
      .limit(most)
      .execute(),
  ])
  const events: Event[] = [
    ...inquiries.map((each) => ({ ...each, kind: 'inquiry' as const })),
    ...quotes.map((each) => ({ ...each, kind: 'quote' as const })),
    ...orders.map((each) => ({ ...each, kind: 'order' as const })),
    ...invoices.map((each) => ({
      ...each,
      number: String(each.number),
      kind: each.kind === 'credit_note' ? ('credit_note' as const) : ('invoice' as const),
    })),
  ]
  return events.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most)
}
