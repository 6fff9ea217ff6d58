import { data, Link, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, daysAfter, now, workingDayOnOrBefore, writtenDay } from '#clock'
import { screenFields } from '#customers'
import { EmptyState, Heads, Notice, Pager, PageTitle, Tag, Views, WideTable } from '#design'
import { again, readForm, readListQuery, typedDay } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { channels, claimList, codeWord, kinds, receiveClaim, shelves, type Shelf } from '#rights'
import { identityWords, shelfWords } from './desk-words.ts'
import { handlers } from './found-claim.ts'
import { handsOf, officeOf } from './office.ts'
import { placesIn, Searched } from './searched.tsx'
import { RegisterClaim } from './register-claim.tsx'

const form = z.object({
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  receivedOn: typedDay,
  text: z.string().max(4_000).default(''),
})

type Row = {
  readonly account: string
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly kind: string
  readonly channel: string
  readonly identity: string
  readonly received: string
  readonly due: string
  /** The last working day on or before it: what we aim for (promise 7-b). */
  readonly target: string
  readonly state: 'waiting' | 'due' | 'overdue' | 'closed'
  readonly left: number
  readonly mustBeRead: boolean
  /** Where the search after an erasure found something; empty while it waits for the night. Absent: nobody is erased. */
  readonly found?: readonly string[]
}
/** `list` is undefined for whoever may take a claim but has no need of the list. */
type Loaded = {
  readonly today: string
  readonly list:
    | { readonly rows: readonly Row[]; readonly shelf: Shelf; readonly page: number; readonly last: number }
    | undefined
}

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context)
  const today = dayOf(now())
  // Who has asked for what is for those who answer: using a right costs nobody anything where prices are made (promise 2.1-o).
  if (!handlers.includes(role)) return { today, list: undefined }
  const byName = Object.fromEntries(shelves.map((shelf) => [shelf, shelf])) as Record<Shelf, Shelf>
  const { view, page } = readListQuery(new URL(request.url).searchParams, byName, { due: 'due' })
  const { rows, total } = await claimList(asking(context, 'legal_obligation'), { shelf: view, page, pageSize })
  const shown = rows.map((each) => ({
    account: each.account_id,
    id: each.id,
    number: each.number ?? 'uten nummer',
    customer: each.name ?? (each.customer_number === null ? '' : `Kunde ${each.customer_number}`),
    kind: codeWord(each.kind, 'nb'),
    channel: codeWord(each.channel, 'nb'),
    identity: identityWords[each.identity] ?? each.identity,
    received: writtenDay(each.received_at, 'nb'),
    due: writtenDay(each.due_on, 'nb'),
    target: writtenDay(workingDayOnOrBefore(each.due_on), 'nb'),
    state: stateOf(each.closed_at, each.due_on, today),
    left: Math.round((Date.parse(each.due_on) - Date.parse(today)) / 86_400_000),
    mustBeRead: each.kind === 'unclear' && each.closed_at === null,
    ...(each.erased_at !== null && { found: placesIn(each.finds) }),
  }))
  return { today, list: { rows: shown, shelf: view, page, last: Math.ceil(total / pageSize) } }
}

// A week before the deadline it is time; the last warning of promise 7-b comes at day 25.
function stateOf(closedAt: Date | null, due: string, today: string): Row['state'] {
  if (closedAt) return 'closed'
  if (due < today) return 'overdue'
  return due <= daysAfter(today, 7) ? 'due' : 'waiting'
}

export type Registered = {
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly done?: {
    readonly number: string
    readonly due: string
    readonly unknown: boolean
    readonly written: boolean
    /** Where it is answered, for whoever may. */
    readonly to: string | undefined
  }
}

/** Whoever takes the phone or opens the letter starts the clock, at the true time of receipt (promise 9-c). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { role } = requireStaff(context)
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const { email, kind, channel, receivedOn, text } = read.value
  const at = now()
  const unlawful = await screenFields(asking(context, 'deliver'), at, 'rights desk', { text })
  if (unlawful) return again({ text: 'Det ser ut som et fødselsnummer eller et kortnummer. Skriv uten.' }, read.typed)
  // Noon in Oslo: the day counts, and no claim is received tomorrow.
  const receivedAt = receivedOn === dayOf(at) ? at : new Date(`${receivedOn}T11:00:00Z`)
  const claim = { kind, channel, address: email || undefined, text, language: 'nb', receivedAt } as const
  const opened = await receiveClaim(handsOf(context), at, claim, await officeOf(context))
  if (refused(opened))
    return opened.refused === 'asked too often'
      ? again({ email: 'Så mange kvitteringer får ingen på en time. Vent, eller velg en annen vei inn.' }, read.typed)
      : again({ receivedOn: 'Kravet kan ikke være mottatt fram i tid.' }, read.typed)
  const done = {
    number: opened.number,
    to: handlers.includes(role) ? `/desk/rettigheter/${opened.accountId}/${opened.id}` : undefined,
    due: writtenDay(opened.dueOn, 'nb'),
    unknown: opened.identity === 'unknown',
    written: email !== '',
  }
  return data<Registered>({ done })
}

export default function DeskRights({
  loaderData: { list, today },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Registered
}) {
  return (
    <div className="stack">
      <title>Rettigheter</title>
      <PageTitle lead="Hvert krav er én sak, uansett hvor det kom inn. Den som forfaller først, står øverst.">
        Rettigheter
      </PageTitle>
      {actionData?.done && <Started {...actionData.done} />}
      {list && (
        <>
          <Views names={shelfWords} shown={list.shelf} to={(shelf) => `?utvalg=${shelf}`} />
          {list.rows.length === 0 ? <NoClaims shelf={list.shelf} /> : <Claims rows={list.rows} />}
          <Pager page={list.page} until={{ last: list.last }} to={(page) => `?utvalg=${list.shelf}&side=${page}`} />
        </>
      )}
      <RegisterClaim today={today} answer={actionData} />
    </div>
  )
}

function Started({ number, due, unknown, written, to }: NonNullable<Registered['done']>) {
  return (
    <Notice kind="success" title={`Sak ${number} er registrert. Svarfrist ${due}.`}>
      {written && <p>Kvitteringen er sendt til adressen, med en lenke som viser at det er rett person.</p>}
      {unknown && written && <p>Vi fant ingen med den adressen. «Vi har ingenting om deg» er også et svar, med samme frist.</p>}
      {to && (
        <p>
          <Link to={to}>Åpne saken</Link>
        </p>
      )}
      {!written && <p>Uten e-post må dere ringe tilbake på et registrert nummer for å vite hvem det er.</p>}
    </Notice>
  )
}

function NoClaims({ shelf }: { readonly shelf: Shelf }) {
  if (shelf === 'waiting')
    return (
      <EmptyState title="Ingen krav venter">
        Det folk gjør selv på Min side og med lenken i kvitteringen, besvarer seg selv. Det som kommer på telefon eller i brev,
        registrerer du under.
      </EmptyState>
    )
  return <EmptyState title="Ingen krav her">Se i et annet utvalg.</EmptyState>
}

function Claims({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Krav om rettigheter" leads data-border>
      <thead>
        <Heads of={['Sak', 'Krav', 'Kunde', 'Hvem spør', 'Mottatt', 'Svarfrist', 'Status']} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <Claim key={row.id} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Claim({ row }: { readonly row: Row }) {
  const { account, id, number, customer, kind, channel, identity, received, due, target, state, left, mustBeRead, found } = row
  return (
    <tr>
      <td className="figures">
        <Link to={`/desk/rettigheter/${account}/${id}`}>{number}</Link>
      </td>
      <td>
        {mustBeRead ? (
          <Tag state="unread" tone="warning">
            må leses
          </Tag>
        ) : (
          kind
        )}
        <div className="small soft">{channel}</div>
      </td>
      <td>{customer === '' ? <span className="soft">ikke funnet</span> : <a href={`/desk/kunder/${account}`}>{customer}</a>}</td>
      <td>{identity}</td>
      <td className="figures">{received}</td>
      <td className="figures">
        {due}
        {state !== 'closed' && (
          <div className="small soft">
            {left < 0 ? `${-left} dager over` : `${left} dager igjen`}
            {target !== due && `, mål ${target}`}
          </div>
        )}
      </td>
      <td>
        {state === 'closed' ? (
          <Tag state="answered" />
        ) : found ? (
          <Searched found={found} />
        ) : (
          <Tag state={state}>{state === 'overdue' ? 'over fristen' : undefined}</Tag>
        )}
      </td>
    </tr>
  )
}
