import type { RouterContextProvider } from 'react-router'
import type { Role } from '#auth'
import { now } from '#clock'
import { inquiriesWaiting } from '#inquiries'
import { invoicesWaiting } from '#invoices'
import { ordersWaiting } from '#orders'
import { asking } from '#purposes'
import { quotesWaiting } from '#quotes'
import { officersDay } from './officers-day.ts'

/** How many things wait for us, list by list: the figures of the side bar. */
export async function waiting(
  context: Readonly<Pick<RouterContextProvider, 'get'>>,
  role: Role,
): Promise<Readonly<Record<string, number | undefined>>> {
  const at = now()
  const [inquiries, quotes, orders, invoices, officers] = await Promise.all([
    inquiriesWaiting(asking(context, 'case_documentation')),
    quotesWaiting(asking(context, 'deliver'), at),
    ordersWaiting(asking(context, 'administer'), at),
    invoicesWaiting(asking(context, 'invoice'), at),
    officersDay(context, role, at),
  ])
  return {
    '/desk/foresporsler': inquiries,
    '/desk/tilbud': quotes.drafts,
    '/desk/ordre': orders.toDeliver + orders.toInvoice,
    '/desk/faktura': invoices.overdue + invoices.unsent,
    '/desk/rettigheter': officers?.claims.open,
    '/desk/leverandorer': officers?.instructions,
    '/desk/utlevering': officers?.disclosures,
    '/desk/personvern': officers?.rules,
    '/desk/avvik': officers?.breaches.open,
  }
}
