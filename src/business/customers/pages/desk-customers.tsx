import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { ButtonLink, EmptyState, Finder, Pager, PageTitle, Sorted, Views, WideTable } from '#design'
import { asking } from '#purposes'
import { customerList, kinds, sorts, type CustomerRow } from '../customer-list.ts'
import { notedReadings } from '../noted-reading.ts'
import { writtenOrganisationNumber } from '../organisation-number.ts'
import { filterNames, kindNames } from './desk-words.ts'

const pageSize = 50
const filters = ['all', ...kinds] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const asked = readQuery(new URL(request.url).searchParams)
  const { rows, total } = await customerList(db, { ...asked, pageSize })
  const people = rows.flatMap((row) => (row.person_id ? [{ accountId: row.account_id, personId: row.person_id }] : []))
  await notedReadings(db, now(), { staff, purpose: 'administer', subject: 'list of customers' }, people)
  return { rows, total, asked }
}

function readQuery(query: URLSearchParams) {
  const kind = filters.find((name) => name === query.get('utvalg')) ?? 'all'
  const sort = sorts.find((name) => name === query.get('sorter')) ?? 'active'
  const descending = query.has('sorter') ? query.get('retning') === 'ned' : true
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1))
  return { search: (query.get('sok') ?? '').slice(0, 200), kind, sort, descending, page }
}

type Asked = ReturnType<typeof readQuery>

export default function DeskCustomers() {
  const { rows, total, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Kunder</title>
      <PageTitle>Kunder</PageTitle>
      <Views names={filterNames} shown={asked.kind} to={(kind) => address({ ...asked, kind, page: 1 })} />
      <Finder
        label="Søk i navn, kundenummer og org.nummer"
        value={asked.search}
        within={{ utvalg: asked.kind }}
        found={total === 1 ? '1 treff' : `${total} treff`}
      />
      {rows.length === 0 ? <NothingHere asked={asked} /> : <Customers {...{ rows, asked }} />}
      <Pager page={asked.page} until={{ last: Math.ceil(total / pageSize) }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

function Customers({ rows, asked }: { readonly rows: readonly CustomerRow[]; readonly asked: Asked }) {
  return (
    <WideTable name="Kunder" leads data-border>
      <thead>
        <tr>
          <By sort="number" asked={asked}>
            Kundenr.
          </By>
          <By sort="name" asked={asked}>
            Navn
          </By>
          <th scope="col">Organisasjonsnr.</th>
          <th scope="col">Kontaktperson</th>
          <th scope="col">Slag</th>
          <By sort="active" asked={asked}>
            Sist aktiv
          </By>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.account_id}>
            <td className="figures">{row.customer_number?.toString() ?? '–'}</td>
            <td>
              <Link to={`/desk/kunder/${row.account_id}`}>{row.name ?? row.person_name ?? 'Uten navn'}</Link>
              {row.country !== 'NO' && <span className="small soft"> {row.country}</span>}
            </td>
            <td className="figures">{row.organisation_number ? writtenOrganisationNumber(row.organisation_number) : '–'}</td>
            <td>
              {row.person_name ?? '–'}
              {row.people > 1 && <span className="small soft"> og {row.people - 1} til</span>}
            </td>
            <td>{kindNames[row.kind]}</td>
            <td className="figures">{writtenDay(row.last_active_at, 'nb')}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function By({ sort, asked, children }: { readonly sort: Asked['sort']; readonly asked: Asked; readonly children: string }) {
  const active = asked.sort === sort
  const descending = active ? !asked.descending : sort === 'active'
  return (
    <Sorted
      to={address({ ...asked, sort, descending, page: 1 })}
      order={active && (asked.descending ? 'descending' : 'ascending')}
    >
      {children}
    </Sorted>
  )
}

function NothingHere({ asked }: { readonly asked: Asked }) {
  const narrowed = asked.search !== '' || asked.kind !== 'all'
  if (!narrowed) {
    return (
      <EmptyState
        title="Ingen kunder ennå"
        action={<ButtonLink href="/desk/foresporsler/ny">Skriv ned en forespørsel</ButtonLink>}
      >
        Kunder registrerer seg selv i nettbutikken, eller blir til når noen spør om noe.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Ingen kunder passer"
      action={
        <ButtonLink variant="secondary" href="/desk/kunder">
          Vis alle
        </ButtonLink>
      }
    >
      Prøv en del av navnet, eller nummeret uten mellomrom.
    </EmptyState>
  )
}

function address({ search, kind, sort, descending, page }: Asked): string {
  const query = new URLSearchParams({ utvalg: kind, sorter: sort, retning: descending ? 'ned' : 'opp' })
  if (search) query.set('sok', search)
  if (page > 1) query.set('side', String(page))
  return `/desk/kunder?${query}`
}
