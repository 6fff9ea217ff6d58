import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { notedReadings, notReached, toldOtherwise } from '#customers'
import { Button, EmptyState, EndLine, Field, Notice, PageTitle, Tag } from '#design'
import { readForm } from '#http'
import { declared } from '#inventory'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenEnds } from '#retention'
import { officers } from './officers.ts'

const form = z.looseObject({ account: z.uuid(), person: z.uuid() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { userId, role } = requireStaff(context, ...officers)
  const db = asking(context, 'legal_obligation')
  const at = now()
  const people = await notReached(db)
  const staff = { userId, role }
  await notedReadings(
    asking(context, 'administer'),
    at,
    { staff, purpose: 'legal_obligation', subject: 'told of source' },
    people,
  )
  const keys = people.map(({ accountId, personId: id }) => ({ accountId, id }))
  const ends = await writtenEnds(db, { now: at, role }, declared('core.person'), keys)
  return {
    people: people.map((each) => ({ ...each, end: ends.get(each.personId) })),
    today: dayOf(at),
    done: new URL(request.url).searchParams.has('varslet'),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Answer = { readonly person: string | undefined; readonly problem: string; readonly typed?: string | undefined }

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...officers)
  const read = await readForm(request, form)
  const typed = read.typed[`how.${read.typed.person}`]
  if (!read.ok)
    return data<Answer>({ person: read.typed.person, problem: Object.values(read.problems)[0]!, typed }, { status: 422 })
  const { account: accountId, person: personId } = read.value
  const how = typed ?? ''
  if (how.length > 200) return data<Answer>({ person: personId, problem: 'Skriv høyst 200 tegn.', typed: how }, { status: 422 })
  const done = await toldOtherwise(asking(context, 'legal_obligation'), now(), { accountId, personId }, how)
  if (!refused(done)) throw redirect('/desk/personvern/varsler?varslet')
  if (done.refused === 'nobody to tell') throw redirect('/desk/personvern/varsler')
  return data<Answer>({ person: personId, problem: 'Skriv hvordan.', typed: how }, { status: 422 })
}

const why = { 'no address': 'ingen e-postadresse', 'letter failed': 'brevet kom ikke fram' } as const

export default function DeskNotReached({
  loaderData,
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  const { people, today, done } = loaderData
  return (
    <div className="stack">
      <title>Ikke varslet</title>
      <PageTitle lead="Andre har gitt oss opplysninger om disse, og ingen e-post har nådd dem. Ring og si fra, rett adressen, eller slett dem innen fristen.">
        Ikke varslet
      </PageTitle>
      {done && <Notice kind="success">Ført.</Notice>}
      {people.length === 0 ? (
        <EmptyState title="Alle har fått vite det">Når et varsel ikke kommer fram, står personen her.</EmptyState>
      ) : (
        <div className="stack">
          {people.map(({ accountId, personId, name, company, why: because, dueOn, end }) => (
            <section key={personId} className="ds-card" aria-label={name}>
              <h2>
                <a href={`/desk/kunder/${accountId}`}>{name}</a>
              </h2>
              <p>
                {company && `${company}. `}
                {why[because]}. Frist {writtenDay(dueOn, 'nb')} {dueOn < today && <Tag state="overdue">fristen er ute</Tag>}
              </p>
              <EndLine end={end} />
              <Form method="post" className="fields" noValidate>
                <input type="hidden" name="account" value={accountId} />
                <input type="hidden" name="person" value={personId} />
                <Field
                  name={`how.${personId}`}
                  label="Hvordan er personen varslet?"
                  hint="For eksempel: sagt på telefon."
                  value={actionData?.person === personId ? actionData.typed : undefined}
                  problem={actionData?.person === personId ? actionData.problem : undefined}
                  maxLength={200}
                  required
                />
                <Button variant="secondary">Før som varslet</Button>
              </Form>
            </section>
          ))}
        </div>
      )}
    </div>
  )
}
