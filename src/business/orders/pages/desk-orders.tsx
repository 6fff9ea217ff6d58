import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { writtenDay } from '#clock'
import { Button, ButtonLink, EmptyState, Money, PageTitle, Pager, SearchField, Tag } from '#design'
import { readListQuery } from '#http'
import { asking } from '#purposes'
import { stateWords, type State } from '../order.ts'
import { orderList } from '../order-list.ts'

const views = {
  alle: undefined,
  'til-levering': 'confirmed',
  'til-fakturering': 'delivered',
  fakturert: 'invoiced',
  avbestilt: 'cancelled',
} as const
const viewNames: Record<keyof typeof views, string> = {
  alle: 'Alle',
  'til-levering': 'Til levering',
  'til-fakturering': 'Levert, ikke fakturert',
  fakturert: 'Fakturert',
  avbestilt: 'Avbestilt',
}
const sorts = { nyeste: 'confirmed', nummer: 'number', kunde: 'customer', sum: 'sum' } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const asked = readListQuery(new URL(request.url).searchParams, views, sorts)
  const wish = { search: asked.search, state: views[asked.view], sort: sorts[asked.sort], page: asked.page }
  return { ...(await orderList(asking(context, 'administer'), wish)), asked }
}

type Asked = ReturnType<typeof readListQuery<typeof views, typeof sorts>>

export default function DeskOrders() {
  const { orders, more, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Ordre</title>
      <PageTitle>Ordre</PageTitle>
      <nav aria-label="Utvalg" className="row views">
        {(Object.keys(views) as (keyof typeof views)[]).map((view) => (
          <Link key={view} to={address({ ...asked, view, page: 1 })} aria-current={view === asked.view ? 'true' : undefined}>
            {viewNames[view]}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="row finder">
        <input type="hidden" name="utvalg" value={asked.view} />
        <SearchField label="Søk etter ordrenummer, kunde eller bestillingsnummer" value={asked.search} />
        <Button variant="secondary">Søk</Button>
      </Form>
      {orders.length === 0 ? <NoOrders asked={asked} /> : <Orders {...{ orders, asked }} />}
      <Pager page={asked.page} until={{ more }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

function Orders({ orders, asked }: { readonly orders: Awaited<ReturnType<typeof orderList>>['orders']; readonly asked: Asked }) {
  return (
    <div className="scrolls">
      <table className="ds-table" data-hover data-border>
        <thead>
          <tr>
            <Sorted by="nummer" asked={asked}>
              Nummer
            </Sorted>
            <Sorted by="kunde" asked={asked}>
              Kunde
            </Sorted>
            <th scope="col">Står</th>
            <th scope="col">Bestillingsnr.</th>
            <Sorted by="nyeste" asked={asked}>
              Bestilt
            </Sorted>
            <Sorted by="sum" asked={asked} right>
              Sum eks. mva.
            </Sorted>
          </tr>
        </thead>
        <tbody>
          {orders.map(
            ({ id, number, name, state, source, purchase_order_number: reference, confirmed_at: at, net, currency }) => (
              <tr key={id}>
                <td>
                  <Link to={`/desk/ordre/${id}`}>{number}</Link>
                  {source === 'import' && <span className="small soft"> importert</span>}
                </td>
                <td>{name ?? 'Uten firmanavn'}</td>
                <td>
                  <OrderTag state={state} />
                </td>
                <td>{reference ?? '–'}</td>
                <td className="figures">{writtenDay(at, 'nb')}</td>
                <td className="number">
                  <Money amount={net} currency={currency} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

export function OrderTag({ state }: { readonly state: State }) {
  return <Tag state={state}>{stateWords[state].nb}</Tag>
}

function Sorted({
  by,
  asked,
  right,
  children,
}: {
  readonly by: keyof typeof sorts
  readonly asked: Asked
  readonly right?: boolean
  readonly children: string
}) {
  const active = asked.sort === by
  return (
    <th scope="col" className={right ? 'right' : undefined} aria-sort={active ? 'other' : undefined}>
      <Link to={address({ ...asked, sort: by, page: 1 })}>
        {children} {active && '↓'}
      </Link>
    </th>
  )
}

function NoOrders({ asked }: { readonly asked: Asked }) {
  if (asked.search !== '' || asked.view !== 'alle') {
    return (
      <EmptyState
        title="Ingen ordre passer"
        action={
          <ButtonLink variant="secondary" href="/desk/ordre">
            Vis alle
          </ButtonLink>
        }
      >
        Prøv et annet utvalg, eller en del av nummeret.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Ingen ordre ennå" action={<ButtonLink href="/desk/tilbud">Se tilbudene</ButtonLink>}>
      En ordre blir til når en kunde godtar et tilbud.
    </EmptyState>
  )
}

function address({ search, view, sort, page }: Asked): string {
  const query = new URLSearchParams({ utvalg: view, sorter: sort })
  if (search) query.set('sok', search)
  if (page > 1) query.set('side', String(page))
  return `/desk/ordre?${query}`
}
