import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, ButtonLink, EmptyState, Money, PageTitle, Pager, SearchField, Tag } from '#design'
import { readListQuery } from '#http'
import { asking } from '#purposes'
import { stateWords, writtenQuoteNumber, type State } from '../quote.ts'
import { quoteList, type Wish } from '../quote-list.ts'

const views = {
  alle: undefined,
  utkast: 'draft',
  sendt: 'sent',
  apnet: 'viewed',
  'gar-ut-snart': 'expiring',
  godtatt: 'accepted',
  avslatt: 'declined',
  utlopt: 'expired',
  trukket: 'withdrawn',
} as const
const viewNames: Record<keyof typeof views, string> = {
  alle: 'Alle',
  utkast: 'Utkast',
  sendt: 'Venter på kunden',
  apnet: 'Åpnet',
  'gar-ut-snart': 'Går ut snart',
  godtatt: 'Godtatt',
  avslatt: 'Avslått',
  utlopt: 'Utløpt',
  trukket: 'Trukket',
}
const sorts = { nyeste: 'newest', nummer: 'number', kunde: 'customer', sum: 'sum', gyldighet: 'validity' } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const asked = readListQuery(new URL(request.url).searchParams, views, sorts)
  const wish: Wish = { search: asked.search, state: views[asked.view], sort: sorts[asked.sort], page: asked.page }
  return { ...(await quoteList(asking(context, 'deliver'), now(), wish)), asked }
}

type Asked = ReturnType<typeof readListQuery<typeof views, typeof sorts>>

export default function DeskQuotes() {
  const { quotes, more, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Tilbud</title>
      <PageTitle>Tilbud</PageTitle>
      <nav aria-label="Utvalg" className="row views">
        {(Object.keys(views) as (keyof typeof views)[]).map((view) => (
          <Link key={view} to={address({ ...asked, view, page: 1 })} aria-current={view === asked.view ? 'true' : undefined}>
            {viewNames[view]}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="row finder">
        <input type="hidden" name="utvalg" value={asked.view} />
        <SearchField label="Søk etter nummer eller kunde" value={asked.search} />
        <Button variant="secondary">Søk</Button>
      </Form>
      {quotes.length === 0 ? <NoQuotes asked={asked} /> : <Quotes {...{ quotes, asked }} />}
      <Pager page={asked.page} until={{ more }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

type Rows = Awaited<ReturnType<typeof quoteList>>['quotes']

function Quotes({ quotes, asked }: { readonly quotes: Rows; readonly asked: Asked }) {
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
            <Sorted by="gyldighet" asked={asked}>
              Gyldig til
            </Sorted>
            <Sorted by="nyeste" asked={asked}>
              Laget
            </Sorted>
            <Sorted by="sum" asked={asked} right>
              Sum eks. mva.
            </Sorted>
          </tr>
        </thead>
        <tbody>
          {quotes.map(({ id, number, version, name, state, valid_until: validUntil, created_at: createdAt, net, currency }) => (
            <tr key={id}>
              <td>
                <Link to={`/desk/tilbud/${id}`}>{writtenQuoteNumber(number, version ?? 1)}</Link>
              </td>
              <td>{name ?? 'Uten firmanavn'}</td>
              <td>
                <QuoteTag state={state} />
              </td>
              <td className="figures">{validUntil ? writtenDay(validUntil, 'nb') : '–'}</td>
              <td className="figures">{writtenDay(createdAt, 'nb')}</td>
              <td className="number">{net === null ? '–' : <Money amount={net} currency={currency} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function QuoteTag({ state }: { readonly state: State }) {
  return (
    <Tag state={state === 'viewed' ? 'sent' : state} {...(state === 'viewed' && { tone: 'info' as const })}>
      {stateWords[state].nb}
    </Tag>
  )
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

function NoQuotes({ asked }: { readonly asked: Asked }) {
  if (asked.search !== '' || asked.view !== 'alle') {
    return (
      <EmptyState
        title="Ingen tilbud passer"
        action={
          <ButtonLink variant="secondary" href="/desk/tilbud">
            Vis alle
          </ButtonLink>
        }
      >
        Prøv et annet utvalg, eller en del av kundens navn.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Ingen tilbud ennå" action={<ButtonLink href="/desk/foresporsler">Se forespørslene</ButtonLink>}>
      Et tilbud begynner med en forespørsel: åpne den og velg «Lag tilbud».
    </EmptyState>
  )
}

function address({ search, view, sort, page }: Asked): string {
  const query = new URLSearchParams({ utvalg: view, sorter: sort })
  if (search) query.set('sok', search)
  if (page > 1) query.set('side', String(page))
  return `/desk/tilbud?${query}`
}
