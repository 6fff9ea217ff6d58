import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { EmptyState, PageTitle } from '#design'
import { inquiriesWaiting } from '#inquiries'
import { invoicesWaiting } from '#invoices'
import { ordersWaiting } from '#orders'
import { asking } from '#purposes'
import { quotesWaiting } from '#quotes'
import { opensFor } from './desk-lists.ts'
import { whatWaits } from './what-waits.ts'
import { officersDay } from './officers-day.ts'
import today from './desk-today.css?url'

export const links = () => [{ rel: 'stylesheet', href: today }]

const day = 24 * 60 * 60 * 1000

export async function loader({ context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context)
  const at = now()
  const [inquiries, quotes, orders, invoices, officers] = await Promise.all([
    inquiriesWaiting(asking(context, 'case_documentation')),
    quotesWaiting(asking(context, 'deliver'), at),
    // A month is the limit (bokføringsforskriften § 5-2-2); ten days are left to mend it.
    ordersWaiting(asking(context, 'administer'), new Date(at.getTime() - 20 * day)),
    invoicesWaiting(asking(context, 'invoice'), at),
    officersDay(context, role, at),
  ])
  return { role, today: dayOf(at), inquiries, quotes, orders, invoices, officers }
}

export default function DeskToday() {
  const waiting = useLoaderData<typeof loader>()
  const items = whatWaits(waiting).filter(({ to }) => opensFor(waiting.role, to))
  return (
    <>
      <title>I dag</title>
      <PageTitle lead={writtenDay(waiting.today, 'nb')}>I dag</PageTitle>
      {items.length === 0 ? (
        <NothingWaits />
      ) : (
        <ul className="waiting">
          {items.map((item) => (
            <li key={item.to}>
              <Link to={item.to} data-urgent={item.urgent || undefined}>
                <strong>{item.count}</strong>
                <span>
                  {item.count === 1 ? (item.one ?? item.what) : item.what}
                  {item.more && <small>{item.more}</small>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function NothingWaits() {
  return (
    <EmptyState title="Ingenting venter">
      Alt er besvart, levert, fakturert og betalt. Nye forespørsler vises her med en gang.
    </EmptyState>
  )
}
