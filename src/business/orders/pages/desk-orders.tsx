import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { writtenDay } from '#clock'
import { ButtonLink, EmptyState, Finder, Money, Pager, PageTitle, Sorted, Tag, Views, WideTable } from '#design'
import { listAddress, readListQuery } from '#http'
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
      <Views names={viewNames} shown={asked.view} to={(view) => address({ ...asked, view, page: 1 })} />
      <Finder label="Søk etter ordrenummer, kunde eller bestillingsnummer" value={asked.search} within={{ utvalg: asked.view }} />
      {orders.length === 0 ? <NoOrders asked={asked} /> : <Orders {...{ orders, asked }} />}
      <Pager page={asked.page} until={{ more }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

function Orders({ orders, asked }: { readonly orders: Awaited<ReturnType<typeof orderList>>['orders']; readonly asked: Asked }) {
  return (
    <WideTable name="Ordre" leads data-border>
      <thead>
        <tr>
          <By sort="nummer" asked={asked}>
            Nummer
          </By>
          <By sort="kunde" asked={asked}>
            Kunde
          </By>
          <th scope="col">Står</th>
          <th scope="col">Bestillingsnr.</th>
          <By sort="nyeste" asked={asked}>
            Bestilt
          </By>
          <By sort="sum" asked={asked} right>
            Sum eks. mva.
          </By>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ id, number, name, state, source, purchase_order_number: reference, confirmed_at: at, net, currency }) => (
          <tr key={id}>
            <td className="figures">
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
        ))}
      </tbody>
    </WideTable>
  )
}

export function OrderTag({ state }: { readonly state: State }) {
  return <Tag state={state}>{stateWords[state].nb}</Tag>
}

function By({ sort, asked, ...head }: By) {
  return <Sorted to={address({ ...asked, sort, page: 1 })} order={asked.sort === sort && 'other'} {...head} />
}
type By = { readonly sort: Asked['sort']; readonly asked: Asked; readonly right?: boolean; readonly children: string }

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

const address = (asked: Asked) => listAddress('/desk/ordre', asked)
