import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { notedReadings } from '#customers'
import { Button, ButtonLink, EmptyState, Finder, Notice, Pager, PageTitle, Sorted, Views, WideTable } from '#design'
import { type Delivery, deliveryOf } from '#mail'
import { asking } from '#purposes'
import { DeliveryTag } from './delivery-tag.tsx'
import { outboxLetters, type Shelf, shelves } from './outbox-letters.ts'
import { sendNow } from './send-now.ts'

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const asked = readQuery(new URL(request.url).searchParams)
  const { rows, total } = await outboxLetters(db, { ...asked, pageSize })
  const people = rows.flatMap(({ account_id, person_id }) => (person_id ? [{ accountId: account_id, personId: person_id }] : []))
  await notedReadings(db, now(), { staff, purpose: 'administer', subject: 'list of letters' }, people)
  return {
    rows: rows.map((row) => ({ ...row, delivery: deliveryOf(row) })),
    total,
    asked,
    local: !process.env.SMTP_URL,
    maySend: Boolean(process.env.SMTP_URL) && ['host', 'privacy_officer'].includes(staff.role),
  }
}

/** All that stayed here go out, when the host or the privacy officer says so. */
export async function action({ context }: ActionFunctionArgs) {
  requireStaff(context, 'privacy_officer', 'host')
  const sent = process.env.SMTP_URL ? await sendNow(asking(context, 'administer'), 'all') : 0
  throw redirect(`/desk/utboks?sendt=${sent}`)
}

function readQuery(query: URLSearchParams) {
  const shelf: Shelf = shelves.find((name) => name === query.get('hylle')) ?? 'all'
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1))
  return { shelf, search: (query.get('sok') ?? '').slice(0, 200), oldestFirst: query.get('sorter') === 'eldst', page }
}

type Asked = ReturnType<typeof readQuery>

const shelfNames: Record<Shelf, string> = {
  all: 'Alle',
  waiting: 'Venter',
  local: 'Ligger her',
  failed: 'Prøves igjen',
  sent: 'Sendt',
}

export default function Outbox() {
  const { rows, total, asked, local, maySend } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const sent = Number(query.get('sendt') ?? -1)
  return (
    <>
      <title>Utboks</title>
      <PageTitle>Utboks</PageTitle>
      {local && (
        <Notice kind="info">
          <p>
            Ingen e-posttjener er satt opp, så brevene blir liggende her i stedet for å gå ut. Åpne et brev for å lese det og
            følge lenkene i det. Sett <code>SMTP_URL</code> for å sende dem.
          </p>
        </Notice>
      )}
      {sent >= 0 && (
        <Notice kind="success">
          <p>{sent === 1 ? '1 brev er på vei.' : `${sent} brev er på vei.`}</p>
        </Notice>
      )}
      {maySend && asked.shelf === 'local' && total > 0 && (
        <Form method="post" className="row">
          <Button variant="secondary">Send alle som ligger her, nå</Button>
          <span className="small soft">
            Se over dem først: tilbud og svar kan ha blitt gamle. Lenker for å logge inn sendes ikke.
          </span>
        </Form>
      )}
      <Views names={shelfNames} shown={asked.shelf} to={(shelf) => address({ ...asked, shelf, page: 1 })} />
      <Finder label="Søk etter mottaker eller emne" value={asked.search} within={{ hylle: asked.shelf }} />
      {rows.length === 0 ? <NothingHere asked={asked} /> : <Letters {...{ rows, asked }} />}
      <Pager page={asked.page} until={{ last: Math.ceil(total / pageSize) }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

type Row = {
  readonly id: string
  readonly to_address: string
  readonly subject: string
  readonly queued_at: Date
  readonly delivery: Delivery
}

function Letters({ rows, asked }: { readonly rows: readonly Row[]; readonly asked: Asked }) {
  return (
    <WideTable name="Utboksen" leads data-border>
      <thead>
        <tr>
          <Sorted
            to={address({ ...asked, oldestFirst: !asked.oldestFirst, page: 1 })}
            order={asked.oldestFirst ? 'ascending' : 'descending'}
          >
            Skrevet
          </Sorted>
          <th scope="col">Til</th>
          <th scope="col">Emne</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, to_address, subject, queued_at, delivery }) => (
          <tr key={id}>
            <td className="figures">{writtenMoment(queued_at, 'nb')}</td>
            <td>{to_address}</td>
            <td>
              <Link to={`/desk/utboks/${id}`}>{subject}</Link>
            </td>
            <td>
              <DeliveryTag delivery={delivery} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function NothingHere({ asked }: { readonly asked: Asked }) {
  if (asked.search === '' && asked.shelf === 'all') {
    return <EmptyState title="Ingen brev ennå">Når et tilbud, et svar eller en kvittering sendes, ligger brevet her.</EmptyState>
  }
  return (
    <EmptyState
      title="Ingen brev passer"
      action={
        <ButtonLink variant="secondary" href="/desk/utboks">
          Vis alle
        </ButtonLink>
      }
    >
      Prøv et annet ord, eller se i et annet utvalg.
    </EmptyState>
  )
}

function address({ shelf, search, oldestFirst, page }: Asked): string {
  const query = new URLSearchParams({ hylle: shelf })
  if (search) query.set('sok', search)
  if (oldestFirst) query.set('sorter', 'eldst')
  if (page > 1) query.set('side', String(page))
  return `/desk/utboks?${query}`
}
