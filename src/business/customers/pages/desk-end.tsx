import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now } from '#clock'
import { Button, Dates, Field, Notice, PageTitle, Select } from '#design'
import { idInAddress, readForm, typedDay, typedVersion } from '#http'
import { asking, type For } from '#purposes'
import { refused } from '#refusal'
import { endedOn, endRelationship, relationshipOf, whatHappensWhen, writtenMoments } from '#relationship'
import { customerCard, type CustomerCard } from '../customer-card.ts'
import { fullName } from '../full-name.ts'
import { isDay, personLeft } from '../person-left.ts'
import { refusals } from './desk-words.ts'

/** What happens when, before anybody decides it (promise 2.6-f). */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const { card, person } = await found(db, params.id, new URL(request.url).searchParams.get('person'))
  const { account_id: accountId, ended_at: endedAt } = card.account
  const ended = person ? (await relationshipOf(db, { accountId, personId: person.id })).state !== 'going on' : endedAt !== null
  const staying = card.people.filter(({ id, left_on }) => person && id !== person.id && left_on === null)
  return {
    accountId,
    name: card.account.name ?? 'kunden',
    person: person && { id: person.id, name: nameOf(person), version: person.version },
    staying: staying.map(nameOf),
    ended,
    today: dayOf(now()),
    dates: await datesFrom(db, dayOf(now())),
  }
}

const form = z.object({
  reason: z.enum(['asked', 'left_company', 'company_gone']),
  channel: z.enum(['phone', 'email', 'letter', 'desk']),
  endedOn: typedDay,
  /** The day whose dates stand on the page; another day is shown before it is decided. */
  shownFor: z.string(),
  version: typedVersion.optional(),
})

export async function action({ params, request, context }: ActionFunctionArgs) {
  requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const { card, person } = await found(db, params.id, new URL(request.url).searchParams.get('person'))
  const read = await readForm(request, form)
  if (!read.ok) return data({ problems: read.problems, typed: read.typed, dates: undefined }, { status: 422 })
  const { endedOn: day, shownFor } = read.value
  const again = (problem: string) =>
    data({ problems: { endedOn: problem } as Record<string, string>, typed: read.typed, dates: undefined }, { status: 422 })
  if (!isDay(day)) return again(refusals['not a day']!)
  if (day > dayOf(now())) return again(refusals['not yet']!)
  if (day !== shownFor) {
    const dates = await datesFrom(db, day)
    return data({ problems: {} as Record<string, string>, typed: { ...read.typed, shownFor: day }, dates })
  }
  const done = await end(db, card.account.account_id, person?.id, read.value)
  if (refused(done)) return again(refusals[done.refused] ?? done.refused)
  throw redirect(`/desk/kunder/${card.account.account_id}?avsluttet`)
}

type Asked = z.output<typeof form>

function end(
  db: For<'administer'>,
  accountId: string,
  personId: string | undefined,
  { reason, channel, endedOn: day, version = 0 }: Asked,
) {
  if (personId !== undefined && reason === 'left_company')
    return personLeft(db, now(), { accountId, personId, leftOn: day, version })
  const ended = { accountId, ...(personId !== undefined && { personId }), reason, channel, endedAt: endedOn(day, now()) }
  return db.transaction().execute((tx) => endRelationship(tx, now(), ended))
}

async function datesFrom(db: For<'administer'>, day: string) {
  return writtenMoments(await whatHappensWhen(db, endedOn(day, now()), now()), 'nb')
}

type Person = CustomerCard['people'][number]

async function found(db: For<'administer'>, id: string | undefined, personId: string | null) {
  const card = await customerCard(db, idInAddress(id))
  const person = card?.people.find((each) => each.id === personId)
  if (!card || (personId !== null && !person)) throw data(null, { status: 404 })
  return { card, person }
}

function nameOf(person: Person): string {
  return fullName(person) || person.email || 'Uten navn'
}

export default function DeskEnd() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { accountId, name, person, staying, ended } = loaded
  const whose = person?.name ?? name
  const title = `Avslutt kundeforholdet med ${whose}`
  return (
    <div className="stack prose">
      <title>{title}</title>
      <PageTitle lead={person ? staysWords(name, staying) : 'Gjelder firmaet og alle kontaktpersonene der.'}>{title}</PageTitle>
      {ended ? (
        <Notice kind="info" title="Kundeforholdet er alt slutt">
          <p>Datoene står på kundekortet.</p>
        </Notice>
      ) : (
        <EndForm loaded={loaded} answer={answer} />
      )}
      <p>
        <Link to={`/desk/kunder/${accountId}`}>Til kundekortet</Link>
      </p>
    </div>
  )
}

function staysWords(company: string, staying: readonly string[]): string {
  if (staying.length === 0) return `${company} består som kunde, uten noen kontaktperson.`
  return `${company} består som kunde, med ${staying.join(', ')}.`
}

type Shown = {
  readonly loaded: ReturnType<typeof useLoaderData<typeof loader>>
  readonly answer: ReturnType<typeof useActionData<typeof action>>
}

function EndForm({ loaded: { person, today, dates }, answer }: Shown) {
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  return (
    <>
      <section className="ds-card" aria-label="Dette skjer, og når">
        <h2>Dette skjer, og når</h2>
        <Dates dates={answer?.dates ?? dates} />
        <p className="small soft">
          Senest disse dagene. Er noe ikke levert eller ikke betalt, venter slettingen på det. Bare kunden kan gjøre det om, ved å
          henvende seg igjen.
        </p>
      </section>
      {answer?.dates && (
        <Notice kind="info">
          <p>Datoene over gjelder nå dagen du skrev. Trykk én gang til for å avslutte.</p>
        </Notice>
      )}
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="shownFor" value={typed.shownFor ?? today} key={typed.shownFor} />
        {person && <input type="hidden" name="version" value={person.version} />}
        <Select name="reason" label="Hvorfor" value={typed.reason} problem={problems.reason} required>
          <option value="asked">{person ? 'Personen har bedt om det' : 'Firmaet har bedt om det'}</option>
          {person ? (
            <option value="left_company">Personen har sluttet i firmaet</option>
          ) : (
            <option value="company_gone">Firmaet er slettet eller konkurs</option>
          )}
        </Select>
        <Select name="channel" label="Hvor vet vi det fra?" value={typed.channel} problem={problems.channel} required>
          <option value="phone">Telefon</option>
          <option value="email">E-post</option>
          <option value="letter">Brev</option>
          <option value="desk">Sagt her hos oss</option>
        </Select>
        <Field name="endedOn" type="date" label="Siste dag" value={typed.endedOn ?? today} problem={problems.endedOn} required />
        <Button color="danger">Avslutt kundeforholdet</Button>
      </Form>
    </>
  )
}
