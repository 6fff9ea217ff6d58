import type { RouterContextProvider } from 'react-router'
import type { Role } from '#auth'
import { dayOf, now } from '#clock'
import { inquiriesWaiting } from '#inquiries'
import { invoicesWaiting } from '#invoices'
import { ordersWaiting } from '#orders'
import { asking } from '#purposes'
import { quotesWaiting } from '#quotes'
import { officersDay } from './officers-day.ts'

type Context = Readonly<Pick<RouterContextProvider, 'get'>>
export type Waiting = Awaited<ReturnType<typeof ask>>

const answers = new WeakMap<Context, Promise<Waiting>>()

/** What waits for us. Asked once a request: the side bar and the start page both show it. */
export function waiting(context: Context, role: Role): Promise<Waiting> {
  const answer = answers.get(context) ?? ask(context, role)
  answers.set(context, answer)
  return answer
}

const day = 24 * 60 * 60 * 1000

async function ask(context: Context, role: Role) {
  const at = now()
  const [inquiries, quotes, orders, invoices, officers] = await Promise.all([
    inquiriesWaiting(asking(context, 'case_documentation')),
    quotesWaiting(asking(context, 'deliver'), at),
    // A month is the limit (bokføringsforskriften § 5-2-2); ten days are left to mend it.
    ordersWaiting(asking(context, 'administer'), new Date(at.getTime() - 20 * day)),
    invoicesWaiting(asking(context, 'invoice'), at),
    officersDay(context, role, at),
  ])
  return { today: dayOf(at), inquiries, quotes, orders, invoices, officers }
}

/** How many, list by list: the figures of the side bar. */
export function figures({
  inquiries,
  quotes,
  orders,
  invoices,
  officers,
}: Waiting): Readonly<Record<string, number | undefined>> {
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
