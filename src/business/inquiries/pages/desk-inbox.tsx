import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { notedReadings } from '#customers'
import { ButtonLink, EmptyState, Finder, Pager, PageTitle, Sorted, Tag, Views, WideTable } from '#design'
import { asking } from '#purposes'
import { answerBy } from '../answer-by.ts'
import { inbox, shelves, type InboxRow, type Shelf } from '../inbox.ts'
import { stateOf } from '../inquiry.ts'
import { channelNames, kindNames, shelfNames } from './desk-words.ts'

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'case_documentation')
  const query = new URL(request.url).searchParams
  const asked = readQuery(query)
  const { rows, total } = await inbox(db, { ...asked, userId: staff.userId, pageSize })
  const people = rows.flatMap((row) =>
    row.person_id && row.person_name ? [{ accountId: row.account_id, personId: row.person_id }] : [],
  )
  await notedReadings(db, now(), { staff, purpose: 'case_documentation', subject: 'list of inquiries' }, people)
  return { rows: rows.map((row) => withDeadline(row, staff.userId)), total, asked, today: dayOf(now()) }
}

function withDeadline(row: InboxRow, userId: string) {
  return { ...row, state: stateOf(row), answerBy: answerBy(row.last_message_at), mine: row.owner_user_id === userId }
}

function readQuery(query: URLSearchParams) {
  const shelf: Shelf = shelves.find((name) => name === query.get('hylle')) ?? 'waiting'
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1))
  return { shelf, search: (query.get('sok') ?? '').slice(0, 200), newestFirst: query.get('sorter') === 'nyest', page }
}

type Asked = ReturnType<typeof readQuery>

export default function DeskInbox() {
  const { rows, total, asked, today } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Forespørsler</title>
      <PageTitle
        actions={
          <>
            <ButtonLink variant="secondary" href="/desk/foresporsler/gjennomgang">
              Gjennomgang
            </ButtonLink>
            <ButtonLink href="/desk/foresporsler/ny">Ny forespørsel</ButtonLink>
          </>
        }
      >
        Forespørsler
      </PageTitle>
      <Views names={shelfNames} shown={asked.shelf} to={(shelf) => address({ ...asked, shelf, page: 1 })} />
      <Finder label="Søk etter nummer, emne, firma eller person" value={asked.search} within={{ hylle: asked.shelf }} />
      {rows.length === 0 ? <NothingHere asked={asked} /> : <Inquiries {...{ rows, today, asked }} />}
      <Pager page={asked.page} until={{ last: Math.ceil(total / pageSize) }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

type Row = ReturnType<typeof withDeadline>

function Inquiries({ rows, today, asked }: { readonly rows: readonly Row[]; readonly today: string; readonly asked: Asked }) {
  return (
    <WideTable name="Forespørsler" leads data-border>
      <thead>
        <tr>
          <th scope="col">Nummer</th>
          <th scope="col">Gjelder</th>
          <th scope="col">Fra</th>
          <Sorted
            to={address({ ...asked, newestFirst: !asked.newestFirst, page: 1 })}
            order={asked.newestFirst ? 'descending' : 'ascending'}
          >
            Mottatt
          </Sorted>
          <th scope="col">Svar innen</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} {...{ row, today }} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Line({ row, today }: { readonly row: Row; readonly today: string }) {
  const late = row.state === 'waiting' && row.answerBy < today
  return (
    <tr>
      <td className="figures">
        <Link to={`/desk/foresporsler/${row.id}`}>{row.number}</Link>
      </td>
      <td className="wide">
        {row.subject}
        <div className="small soft">
          {kindNames[row.kind]} · {channelNames[row.channel]}
        </div>
      </td>
      <td>
        {row.company ?? row.person_name ?? 'Ukjent'}
        {row.company && row.person_name && <div className="small soft">{row.person_name}</div>}
      </td>
      <td className="figures">{writtenDay(row.received_at, 'nb')}</td>
      <td className="figures">
        {row.state === 'waiting' ? (
          late ? (
            <Tag state="late" tone="danger">
              {writtenDay(row.answerBy, 'nb')}: for sent
            </Tag>
          ) : (
            writtenDay(row.answerBy, 'nb')
          )
        ) : (
          '–'
        )}
      </td>
      <td>
        <Tag state={row.state} /> {row.mine && <span className="small soft">din</span>}
      </td>
    </tr>
  )
}

function NothingHere({ asked }: { readonly asked: Asked }) {
  if (asked.search !== '') {
    return (
      <EmptyState
        title="Ingen forespørsler passer"
        action={
          <ButtonLink variant="secondary" href={address({ ...asked, search: '', shelf: 'all' })}>
            Vis alle
          </ButtonLink>
        }
      >
        Prøv et annet ord, eller se i et annet utvalg.
      </EmptyState>
    )
  }
  if (asked.shelf === 'waiting') {
    return (
      <EmptyState title="Ingen venter på svar">Alt er besvart. Nye spørsmål fra nettbutikken kommer hit av seg selv.</EmptyState>
    )
  }
  return (
    <EmptyState title="Ingen forespørsler her" action={<ButtonLink href="/desk/foresporsler/ny">Ny forespørsel</ButtonLink>}>
      Ringer noen, skriver du ned spørsmålet her.
    </EmptyState>
  )
}

function address({ shelf, search, newestFirst, page }: Asked): string {
  const query = new URLSearchParams({ hylle: shelf })
  if (search) query.set('sok', search)
  if (newestFirst) query.set('sorter', 'nyest')
  if (page > 1) query.set('side', String(page))
  return `/desk/foresporsler?${query}`
}
