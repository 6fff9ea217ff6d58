import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { ButtonLink, EmptyState, Finder, Money, Pager, PageTitle, Sorted, Tag, Views, WideTable } from '#design'
import { listAddress, readListQuery } from '#http'
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
      <Views names={viewNames} shown={asked.view} to={(view) => address({ ...asked, view, page: 1 })} />
      <Finder label="Søk etter nummer eller kunde" value={asked.search} within={{ utvalg: asked.view }} />
      {quotes.length === 0 ? <NoQuotes asked={asked} /> : <Quotes {...{ quotes, asked }} />}
      <Pager page={asked.page} until={{ more }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

type Rows = Awaited<ReturnType<typeof quoteList>>['quotes']

function Quotes({ quotes, asked }: { readonly quotes: Rows; readonly asked: Asked }) {
  return (
    <WideTable name="Tilbud" leads data-border>
      <thead>
        <tr>
          <By sort="nummer" asked={asked}>
            Nummer
          </By>
          <By sort="kunde" asked={asked}>
            Kunde
          </By>
          <th scope="col">Står</th>
          <By sort="gyldighet" asked={asked}>
            Gyldig til
          </By>
          <By sort="nyeste" asked={asked}>
            Laget
          </By>
          <By sort="sum" asked={asked} right>
            Sum eks. mva.
          </By>
        </tr>
      </thead>
      <tbody>
        {quotes.map(({ id, number, version, name, state, valid_until: validUntil, created_at: createdAt, net, currency }) => (
          <tr key={id}>
            <td className="figures">
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
    </WideTable>
  )
}

export function QuoteTag({ state }: { readonly state: State }) {
  return (
    <Tag state={state === 'viewed' ? 'sent' : state} {...(state === 'viewed' && { tone: 'info' as const })}>
      {stateWords[state].nb}
    </Tag>
  )
}

function By({ sort, asked, ...head }: By) {
  return <Sorted to={address({ ...asked, sort, page: 1 })} order={asked.sort === sort && 'other'} {...head} />
}
type By = { readonly sort: Asked['sort']; readonly asked: Asked; readonly right?: boolean; readonly children: string }

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

const address = (asked: Asked) => listAddress('/desk/tilbud', asked)
