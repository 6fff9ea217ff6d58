import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, ButtonLink, EmptyState, Money, PageTitle, Pager, SearchField, Tag } from '#design'
import { readListQuery } from '#http'
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
      <nav aria-label="Utvalg" className="row views">
        {(Object.keys(views) as (keyof typeof views)[]).map((view) => (
          <Link key={view} to={address({ ...asked, view, page: 1 })} aria-current={view === asked.view ? 'true' : undefined}>
            {viewNames[view]}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="row finder">
        <input type="hidden" name="utvalg" value={asked.view} />
        <SearchField label="Søk etter nummer, KID eller kunde" value={asked.search} />
        <Button variant="secondary">Søk</Button>
      </Form>
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
    <div className="scrolls">
      <table className="ds-table" data-hover data-border>
        <thead>
          <tr>
            <th scope="col">Dokument</th>
            <Sorted by="kunde" asked={asked}>
              Kunde
            </Sorted>
            <th scope="col">Står</th>
            <Sorted by="nyeste" asked={asked}>
              Dato
            </Sorted>
            <Sorted by="forfall" asked={asked}>
              Forfall
            </Sorted>
            <Sorted by="sum" asked={asked} right>
              Sum
            </Sorted>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ id, kind, number, name, state, unsent, issue_date: day, due_date: due, gross, currency }) => (
            <tr key={id}>
              <td>
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
      </table>
    </div>
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

function address({ search, view, sort, page }: Asked): string {
  const query = new URLSearchParams({ utvalg: view, sorter: sort })
  if (search) query.set('sok', search)
  if (page > 1) query.set('side', String(page))
  return `/desk/faktura?${query}`
}
