import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { EmptyState, PageTitle } from '#design'
import { inquiriesWaiting } from '#inquiries'
import { invoicesWaiting } from '#invoices'
import { written } from '#money'
import { ordersWaiting } from '#orders'
import { asking } from '#purposes'
import { quotesWaiting } from '#quotes'
import { opensFor } from './desk-lists.ts'
import today from './desk-today.css?url'

export const links = () => [{ rel: 'stylesheet', href: today }]

const day = 24 * 60 * 60 * 1000

export async function loader({ context }: LoaderFunctionArgs) {
  const { name, role } = requireStaff(context)
  const at = now()
  const [inquiries, quotes, orders, invoices] = await Promise.all([
    inquiriesWaiting(asking(context, 'case_documentation')),
    quotesWaiting(asking(context, 'deliver'), at),
    // A month is the limit (bokføringsforskriften § 5-2-2); ten days are left to mend it.
    ordersWaiting(asking(context, 'administer'), new Date(at.getTime() - 20 * day)),
    invoicesWaiting(asking(context, 'invoice'), at),
  ])
  return { name, role, today: dayOf(at), inquiries, quotes, orders, invoices }
}

type Waiting = Awaited<ReturnType<typeof loader>>
type Item = {
  readonly to: string
  readonly count: number
  readonly what: string
  /** When it is one, where Norwegian says it differently. */ readonly one?: string
  readonly more?: string
  readonly urgent?: boolean
}

export default function DeskToday() {
  const waiting = useLoaderData<typeof loader>()
  const items = itemsOf(waiting).filter(({ to, count }) => count > 0 && opensFor(waiting.role, to))
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

/** What waits for us, the most pressing first. */
function itemsOf({ inquiries, quotes, orders, invoices }: Waiting): Item[] {
  return [
    {
      to: '/desk/ordre?utvalg=til-fakturering',
      count: orders.lateToInvoice,
      what: 'levert for over 20 dager siden, ikke fakturert',
      more: 'Faktura skal ut innen en måned etter levering.',
      urgent: true,
    },
    {
      to: '/desk/faktura?utvalg=forfalt&sorter=forfall',
      count: invoices.overdue,
      what: 'forfalte fakturaer',
      one: 'forfalt faktura',
      more: `${written(invoices.overdueSum, 'nb', 'NOK')} står igjen`,
      urgent: true,
    },
    {
      to: '/desk/faktura?utvalg=ikke-sendt',
      count: invoices.unsent,
      what: 'fakturaer og kreditnotaer er utstedt, men ikke sendt eller skrevet ut',
      one: 'faktura eller kreditnota er utstedt, men ikke sendt eller skrevet ut',
      urgent: true,
    },
    { to: '/desk/foresporsler', count: inquiries, what: 'forespørsler venter på svar', one: 'forespørsel venter på svar' },
    { to: '/desk/tilbud?utvalg=gar-ut-snart&sorter=gyldighet', count: quotes.expiring, what: 'tilbud går ut innen fem dager' },
    { to: '/desk/tilbud?utvalg=utkast', count: quotes.drafts, what: 'tilbud skrives, ikke sendt' },
    { to: '/desk/ordre?utvalg=til-levering', count: orders.toDeliver, what: 'ordre til levering' },
    {
      to: '/desk/ordre?utvalg=til-fakturering&sorter=nyeste',
      count: orders.toInvoice - orders.lateToInvoice,
      what: 'ordre levert, ikke fakturert',
    },
    { to: '/desk/tilbud?utvalg=sendt', count: quotes.awaiting, what: 'tilbud venter på kunden' },
    {
      to: '/desk/faktura?utvalg=venter',
      count: invoices.open,
      what: 'fakturaer venter på betaling',
      one: 'faktura venter på betaling',
      more: written(invoices.openSum, 'nb', 'NOK'),
    },
  ]
}

function NothingWaits() {
  return (
    <EmptyState title="Ingenting venter">
      Alt er besvart, levert, fakturert og betalt. Nye forespørsler vises her med en gang.
    </EmptyState>
  )
}
