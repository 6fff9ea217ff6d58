import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff, type Role } from '#auth'
import { dayOf, daysAfter, now, writtenDay } from '#clock'
import { notedReading } from '#customers'
import { newId } from '#database'
import { Button, EmptyState, Field, Notice, PageTitle, Select, Tag } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { inventory } from '#inventory'
import { asking } from '#purposes'
import { refused } from '#refusal'
import {
  answerCase,
  caseList,
  channels,
  codeWord,
  erasePerson,
  kinds,
  personAt,
  registerClaim,
  samePerson,
  waitingErasure,
} from '#rights'

const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('register'),
    email: z.email().max(254),
    kind: z.enum(kinds),
    channel: z.enum(channels),
    receivedOn: z.iso.date(),
  }),
  z.object({ act: z.literal('erase'), account: z.uuid(), id: z.uuid() }),
  z.object({ act: z.literal('answered'), account: z.uuid(), id: z.uuid() }),
])

type Row = {
  readonly account: string
  readonly id: string
  readonly customer: string
  readonly kind: string
  readonly channel: string
  readonly received: string
  readonly due: string
  readonly state: 'waiting' | 'due' | 'overdue' | 'closed'
  readonly left: number
  /** Whether it can be done from here. */
  readonly erasable: boolean
  /** Where the search after an erasure found something; empty while it waits for the night. Absent: nobody is erased. */
  readonly found?: readonly string[]
}
/** `rows` is undefined for whoever may take a claim but has no need of the list. */
type Loaded = { readonly rows: readonly Row[] | undefined; readonly today: string }

const handlers: readonly Role[] = ['privacy_officer', 'host']
const readers: readonly Role[] = [...handlers, 'salesperson']

export async function loader({ context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context)
  const today = dayOf(now())
  if (!readers.includes(role)) return { today, rows: undefined }
  const cases = await caseList(asking(context, 'legal_obligation'))
  return {
    today,
    rows: cases.map((each) => ({
      account: each.account_id,
      id: each.id,
      customer: each.name ?? (each.customer_number === null ? '–' : `Kunde ${each.customer_number}`),
      kind: codeWord(each.kind, 'nb'),
      channel: codeWord(each.channel, 'nb'),
      received: writtenDay(each.received_at, 'nb'),
      due: writtenDay(each.due_on, 'nb'),
      state: stateOf(each.closed_at, each.due_on, today),
      left: Math.round((Date.parse(each.due_on) - Date.parse(today)) / 86_400_000),
      ...(each.erased_at !== null && { found: placesOf(each.finds) }),
      erasable: each.kind === 'erasure' && each.closed_at === null && each.person_id !== null,
    })),
  }
}

function placesOf(finds: unknown): string[] {
  return places.parse(finds).map(({ where }) => where)
}

const places = z.array(z.object({ where: z.string() }))

// A week before the deadline it is time; the last warning of promise 7-b comes at day 25.
function stateOf(closedAt: Date | null, due: string, today: string): Row['state'] {
  if (closedAt) return 'closed'
  if (due < today) return 'overdue'
  return due <= daysAfter(today, 7) ? 'due' : 'waiting'
}

type Answer = {
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly due?: string
  readonly unknown?: boolean
  readonly erased?: { readonly left: number; readonly receipt: string }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const at = now()
  if (read.value.act === 'answered') {
    requireStaff(context, ...handlers)
    await answerCase(asking(context, 'legal_obligation'), at, read.value.account, read.value.id)
    return data<Answer>({})
  }
  if (read.value.act === 'erase') return data<Answer>(await erased(context, at, read.value.account, read.value.id))
  const { email, kind, channel, receivedOn } = read.value
  const person = await personAt(asking(context, 'administer'), email)
  if (person)
    await notedReading(asking(context, 'administer'), at, {
      ...person,
      staff: { userId: staff.userId, role: staff.role },
      purpose: 'rights_handling',
      subject: 'rights request',
    })
  // Noon in Oslo: the day counts, and no claim is received tomorrow.
  const receivedAt = receivedOn === dayOf(at) ? at : new Date(`${receivedOn}T11:00:00Z`)
  const opened = await registerClaim(asking(context, 'rights_handling'), at, person ?? { accountId: newId(at), personId: null }, {
    kind,
    channel,
    receivedAt,
  })
  if (refused(opened))
    return data<Answer>(
      { problems: { receivedOn: 'Kravet kan ikke være mottatt fram i tid.' }, typed: read.typed },
      { status: 422 },
    )
  return data<Answer>({ due: writtenDay(opened.dueOn, 'nb'), unknown: !person })
}

/** Done here for whoever asked by telephone or letter; as whole, and as searched, as when they do it themselves. */
async function erased(context: ActionFunctionArgs['context'], at: Date, accountId: string, id: string): Promise<Answer> {
  requireStaff(context, ...handlers)
  const claim = await waitingErasure(asking(context, 'legal_obligation'), accountId, id)
  if (!claim) throw data(null, { status: 404 })
  const subject = { accountId, personId: claim.personId }
  const alsoRecordedAs = await samePerson(asking(context, 'administer'), subject)
  const order = {
    inventory,
    channel: 'phone',
    alsoRecordedAs,
    folder: dataDirectory(),
    claim: { id, dueOn: claim.dueOn },
  } as const
  const { receipt, residue } = await erasePerson(asking(context, 'rights_handling'), at, subject, order)
  return { erased: { receipt, left: residue.left.length } }
}

export default function DeskRights({
  loaderData: { rows, today },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  return (
    <div className="stack">
      <title>Rettigheter</title>
      <PageTitle lead="Krav om innsyn, retting, sletting, begrensning og protest, med fristen for hvert.">Rettigheter</PageTitle>
      {actionData?.due && (
        <Notice kind="success" title={`Registrert. Svarfrist ${actionData.due}.`}>
          {actionData.unknown && (
            <p>Vi fant ingen med den adressen. «Vi har ingenting om deg» er også et svar, med samme frist.</p>
          )}
        </Notice>
      )}
      {actionData?.erased && (
        <Notice kind={actionData.erased.left === 0 ? 'success' : 'warning'} title="Slettet">
          <p>
            {actionData.erased.left === 0
              ? 'Vi fant ingenting igjen. I natt letes det gjennom alt, og da lukkes saken.'
              : `Søket fant noe på ${actionData.erased.left} steder. Saken er åpen til det er sett på.`}
          </p>
          <p>
            Kvittering til den som krevde det: <a href={`/personvern/kvittering/${actionData.erased.receipt}`}>last ned</a>. Den
            er klar innen et minutt.
          </p>
        </Notice>
      )}
      {rows && (rows.length === 0 ? <NoClaims /> : <Claims rows={rows} />)}
      <Register today={today} answer={actionData} />
    </div>
  )
}

function NoClaims() {
  return (
    <EmptyState title="Ingen krav">
      Det kunder gjør selv på Min side, kommer hit av seg selv. Det som kommer på telefon eller i brev, registrerer du under.
    </EmptyState>
  )
}

function Claims({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Krav">
      <table className="ds-table" data-border>
        <caption className="unseen">Krav om rettigheter</caption>
        <thead>
          <tr>
            {['Kunde', 'Krav', 'Kanal', 'Mottatt', 'Svarfrist', 'Status'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Claim key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Claim({ row }: { readonly row: Row }) {
  const { account, id, customer, kind, channel, received, due, state, left, erasable, found } = row
  return (
    <tr>
      <td>{customer === '–' ? customer : <a href={`/desk/kunder/${account}`}>{customer}</a>}</td>
      <td>{kind}</td>
      <td>{channel}</td>
      <td>{received}</td>
      <td>
        {due} {state !== 'closed' && <span className="soft">({left} dager)</span>}
      </td>
      <td>
        {state === 'closed' ? (
          <Tag state="answered" />
        ) : found ? (
          <Searched found={found} />
        ) : (
          <Form method="post" className="row">
            <Tag state={state} />
            <input type="hidden" name="act" value="answered" />
            <input type="hidden" name="account" value={account} />
            <input type="hidden" name="id" value={id} />
            <Button variant="tertiary">Besvart</Button>
          </Form>
        )}
        {erasable && <EraseNow account={account} id={id} />}
      </td>
    </tr>
  )
}

function EraseNow({ account, id }: { readonly account: string; readonly id: string }) {
  return (
    <details>
      <summary>Slett nå</summary>
      <Form method="post">
        <p className="small">
          Er du sikker på hvem det er? Alt om personen slettes, bilag står, og det kan ikke angres. En åpen ordre leveres til
          firmaet uten kontaktperson.
        </p>
        <input type="hidden" name="act" value="erase" />
        <input type="hidden" name="account" value={account} />
        <input type="hidden" name="id" value={id} />
        <Button color="danger">Slett personen</Button>
      </Form>
    </details>
  )
}

/** The person is erased; the night's search closes the case, or tells where somebody must look. */
function Searched({ found }: { readonly found: readonly string[] }) {
  if (found.length === 0) return <span className="soft">Slettet. Nattens søk lukker saken.</span>
  return (
    <div>
      <p>Slettet, men søket fant noe. Fjern det; søket går igjen neste natt.</p>
      <ul className="small">
        {found.map((place) => (
          <li key={place}>
            <code>{place}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Register({ today, answer }: { readonly today: string; readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name] })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Registrer et krav som kom på telefon, i brev eller på e-post</h2>
      <input type="hidden" name="act" value="register" />
      <Field
        {...field('email')}
        label="E-posten til den som krever"
        hint="Brukes bare til å finne hvem det gjelder."
        type="email"
        required
      />
      <Select {...field('kind')} label="Hva kreves" required>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {codeWord(kind, 'nb')}
          </option>
        ))}
      </Select>
      <Select {...field('channel')} label="Hvordan kom det" required>
        {channels
          .filter((channel) => channel !== 'my_page')
          .map((channel) => (
            <option key={channel} value={channel}>
              {codeWord(channel, 'nb')}
            </option>
          ))}
      </Select>
      <Field
        {...field('receivedOn')}
        label="Mottatt"
        hint="Fristen går fra denne dagen, uansett når du skriver det inn."
        type="date"
        required
        value={answer?.typed?.receivedOn ?? today}
      />
      <Button>Start klokken</Button>
    </Form>
  )
}
