import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { MayDo, Notice, PageTitle, Tag } from '#design'
import { idInAddress, readForm, typedDay, typedNumber, typedVersion } from '#http'
import { asking, type For } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { changeCompany } from '../change-company.ts'
import { changeContact } from '../change-contact.ts'
import { contactFields } from '../contact-fields.ts'
import { customerCard } from '../customer-card.ts'
import { fullName } from '../full-name.ts'
import { mayDoInWords } from '../may-do-in-words.ts'
import { notedReadings } from '../noted-reading.ts'
import { accountData, personData } from '../personal-data.ts'
import { personLeft } from '../person-left.ts'
import { timeline } from '../timeline.ts'
import { CompanyCard, Events } from './desk-customer-parts.tsx'
import { relationshipOnCard } from './relationship-on-card.ts'
import { PersonCard } from './desk-person.tsx'
import { kindNames, refusals } from './desk-words.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const accountId = idInAddress(params.id)
  const card = await customerCard(db, accountId)
  if (!card) throw data(null, { status: 404 })
  const subjects = card.people.map(({ id }) => ({ accountId, personId: id }))
  await notedReadings(db, now(), { staff, purpose: 'administer', subject: 'customer card' }, subjects)
  const [events, mayDo] = await Promise.all([
    timeline(db, accountId),
    Promise.all(subjects.map((subject) => mayDoInWords(db, subject))),
  ])
  const legal = asking(context, 'legal_obligation')
  const ends = (table: typeof personData, id: string) =>
    writtenEnd(legal, { now: now(), role: staff.role }, table, { accountId, id })
  const people = await Promise.all(
    card.people.map(async (person, place) => ({
      ...person,
      mayDo: mayDo[place]!,
      end: await ends(personData, person.id),
      ended: await relationshipOnCard(db, now(), subjects[place]!),
    })),
  )
  return { ...card, people, events, end: await ends(accountData, accountId) }
}

const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('change'),
    person: z.uuid(),
    version: typedVersion,
    field: z.enum(contactFields),
    value: z.string().default(''),
    source: z.enum(['phone', 'email', 'desk']),
  }),
  z.object({
    act: z.literal('company'),
    seen: z.string(),
    name: z.string().default(''),
    organisation_number: z.string().default(''),
    organisation_form: z.string().default(''),
    company_address: z.string().default(''),
    invoice_address: z.string().default(''),
    invoice_email: z.string().default(''),
    payment_days: typedNumber(0, 90),
  }),
  z.object({ act: z.literal('left'), person: z.uuid(), version: typedVersion, leftOn: typedDay }),
])

export async function action({ request, params, context }: ActionFunctionArgs) {
  requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const read = await readForm(request, form, 'by the act')
  const again = (problem: string, field: string | undefined, status: number) =>
    data({ typed: read.typed, problem, field, done: false }, { status })
  if (!read.ok) return again(Object.values(read.problems)[0] ?? '', Object.keys(read.problems)[0], 422)
  const answer = await perform(asking(context, 'administer'), read.value, idInAddress(params.id))
  if (!refused(answer)) return data({ typed: read.typed, problem: undefined, field: undefined, done: true })
  return again(refusals[answer.refused] ?? answer.refused, answer.field, answer.refused === 'changed meanwhile' ? 409 : 422)
}

/** What is refused because somebody else was quicker must show what they did, so the page is read again after a no as well. */
export function shouldRevalidate() {
  return true
}

function perform(db: For<'administer'>, asked: z.output<typeof form>, accountId: string) {
  if (asked.act === 'company') {
    const { act: _, seen, ...company } = asked
    return changeCompany(db, now(), {
      accountId,
      company,
      seen,
      origin: { source: 'staff_entry_from_conversation', channel: 'desk', actor: 'staff' },
    })
  }
  const { person: personId, version } = asked
  if (asked.act === 'left') return personLeft(db, now(), { accountId, personId, version, leftOn: asked.leftOn })
  const { field, value, source: channel } = asked
  const origin = { source: 'staff_entry_from_conversation', channel, actor: 'staff' } as const
  return changeContact(db, now(), { accountId, personId, version, field, value, origin })
}

export default function DeskCustomer() {
  const { account, people, alike, events, end } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const first = people[0]
  const title = account.name ?? (first && (fullName(first) || first.email)) ?? 'Uten navn'
  return (
    <>
      <title>{title}</title>
      <PageTitle
        lead={
          <>
            <Tag state={account.kind} tone={account.kind === 'customer' ? 'success' : 'neutral'}>
              {kindNames[account.kind]}
            </Tag>
            {account.customer_number !== null && <> Kundenummer {account.customer_number.toString()}</>}
          </>
        }
      >
        {title}
      </PageTitle>
      {answer?.done && (
        <Notice kind="success">
          <p>Lagret, med hvor opplysningen kom fra.</p>
        </Notice>
      )}
      {query.has('avsluttet') && (
        <Notice kind="success">
          <p>Kundeforholdet er avsluttet. Leverandører som har opplysninger, blir bedt om å slette dem.</p>
        </Notice>
      )}
      <div className="beside">
        <div className="stack">
          <h2>Kontaktpersoner</h2>
          {people.length === 0 && (
            <p className="soft">
              Ingen som kan vises. Firmaet er uten kontaktperson, eller behandlingen av personen er begrenset.
            </p>
          )}
          {people.map((person) => (
            <PersonCard key={person.id} person={person} answer={answer} />
          ))}
        </div>
        <aside className="stack">
          <CompanyCard {...{ account, alike, answer, end }} />
          {people
            .filter(({ left_on }) => left_on === null)
            .map((person) => (
              <MayDo key={person.id} name={person.first_name ?? person.email ?? 'personen'} answers={person.mayDo} />
            ))}
          <Events events={events} />
        </aside>
      </div>
    </>
  )
}
