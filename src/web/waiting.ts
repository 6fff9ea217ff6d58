import type { RouterContextProvider } from 'react-router'
import { now } from '#clock'
import { inquiriesWaiting } from '#inquiries'
import { invoicesWaiting } from '#invoices'
import { ordersWaiting } from '#orders'
import { asking } from '#purposes'
import { quotesWaiting } from '#quotes'
import { lawWatch } from '#records'

/** How many things wait for us, list by list: the figures of the side bar. */
export async function waiting(context: Readonly<Pick<RouterContextProvider, 'get'>>): Promise<Readonly<Record<string, number>>> {
  const at = now()
  const [inquiries, quotes, orders, invoices, rules] = await Promise.all([
    inquiriesWaiting(asking(context, 'case_documentation')),
    quotesWaiting(asking(context, 'deliver'), at),
    ordersWaiting(asking(context, 'administer'), at),
    invoicesWaiting(asking(context, 'invoice'), at),
    lawWatch(asking(context, 'legal_obligation'), at),
  ])
  return {
    '/desk/foresporsler': inquiries,
    '/desk/tilbud': quotes.drafts,
    '/desk/ordre': orders.toDeliver + orders.toInvoice,
    '/desk/faktura': invoices.overdue + invoices.unsent,
    '/desk/personvern': rules.filter(({ state }) => state === 'task').length,
  }
}
