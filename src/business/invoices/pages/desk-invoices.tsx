import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { ButtonLink, EmptyState, Finder, Money, Pager, PageTitle, Sorted, Tag, Views, WideTable } from '#design'
import { listAddress, readListQuery } from '#http'
import { asking } from '#purposes'
import { stateWords, writtenDocument, type State } from '../invoice.ts'
import { invoiceList } from '../invoice-list.ts'

const views = {
  alle: undefined,
  'ikke-sendt': 'unsent',
  venter: 'open',
  forfalt: 'overdue',
  betalt: 'paid',
  kreditert: 'credited',
  kreditnotaer: 'credit_note',
  tidligere: 'imported',
} as const
const viewNames: Record<keyof typeof views, string> = {
  alle: 'Alle',
  'ikke-sendt': 'Ikke sendt',
  venter: 'Venter på betaling',
  forfalt: 'Forfalt',
  betalt: 'Betalt',
  kreditert: 'Kreditert',
  kreditnotaer: 'Kreditnotaer',
  tidligere: 'Fra tidligere regnskap',
}
const sorts = { nyeste: 'issued', forfall: 'due', kunde: 'customer', sum: 'sum' } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const asked = readListQuery(new URL(request.url).searchParams, views, sorts)
  const wish = { search: asked.search, state: views[asked.view], sort: sorts[asked.sort], page: asked.page }
  return { ...(await invoiceList(asking(context, 'invoice'), now(), wish)), asked }
}

type Asked = ReturnType<typeof readListQuery<typeof views, typeof sorts>>

export default function DeskInvoices() {
  const { invoices, more, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Faktura</title>
      <PageTitle>Faktura</PageTitle>
      <Views names={viewNames} shown={asked.view} to={(view) => address({ ...asked, view, page: 1 })} />
      <Finder label="Søk etter nummer, KID eller kunde" value={asked.search} within={{ utvalg: asked.view }} />
      {invoices.length === 0 ? <NoInvoices asked={asked} /> : <Invoices {...{ invoices, asked }} />}
      <Pager page={asked.page} until={{ more }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

function Invoices({
  invoices,
  asked,
}: {
  readonly invoices: Awaited<ReturnType<typeof invoiceList>>['invoices']
  readonly asked: Asked
}) {
  return (
    <WideTable name="Fakturaer" leads data-border>
      <thead>
        <tr>
          <th scope="col">Dokument</th>
          <By sort="kunde" asked={asked}>
            Kunde
          </By>
          <th scope="col">Står</th>
          <By sort="nyeste" asked={asked}>
            Dato
          </By>
          <By sort="forfall" asked={asked}>
            Forfall
          </By>
          <By sort="sum" asked={asked} right>
            Sum
          </By>
        </tr>
      </thead>
      <tbody>
        {invoices.map(({ id, kind, number, name, state, unsent, issue_date: day, due_date: due, gross, currency }) => (
          <tr key={id}>
            <td className="figures">
              <Link to={`/desk/faktura/${id}`}>{writtenDocument({ kind, number }, 'nb')}</Link>
            </td>
            <td>{name}</td>
            <td>
              <InvoiceTag state={state} /> {unsent && <UnsentTag />}
            </td>
            <td className="figures">{writtenDay(day, 'nb')}</td>
            <td className="figures">{kind === 'credit_note' ? '–' : writtenDay(due, 'nb')}</td>
            <td className="number">
              {kind === 'credit_note' && '−'}
              <Money amount={gross} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

export function InvoiceTag({ state }: { readonly state: State }) {
  return (
    <Tag state={state} {...(state === 'open' && { tone: 'warning' as const })}>
      {stateWords[state].nb}
    </Tag>
  )
}

export function UnsentTag() {
  return (
    <Tag state="unsent" tone="danger">
      ikke sendt
    </Tag>
  )
}

function By({ sort, asked, ...head }: By) {
  return <Sorted to={address({ ...asked, sort, page: 1 })} order={asked.sort === sort && 'other'} {...head} />
}
type By = { readonly sort: Asked['sort']; readonly asked: Asked; readonly right?: boolean; readonly children: string }

function NoInvoices({ asked }: { readonly asked: Asked }) {
  if (asked.search !== '' || asked.view !== 'alle') {
    return (
      <EmptyState
        title="Ingen fakturaer passer"
        action={
          <ButtonLink variant="secondary" href="/desk/faktura">
            Vis alle
          </ButtonLink>
        }
      >
        Prøv et annet utvalg, eller hele nummeret.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Ingen fakturaer ennå"
      action={<ButtonLink href="/desk/ordre?utvalg=til-fakturering">Se hva som er levert</ButtonLink>}
    >
      En faktura lages av en ordre som er levert.
    </EmptyState>
  )
}

const address = (asked: Asked) => listAddress('/desk/faktura', asked)
