import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { Button, EmptyState, EndLine, Field, Notice, PageTitle, WideTable } from '#design'
import { readForm } from '#http'
import { declared } from '#inventory'
import { giveReason, operatorVisits, type Visit } from '#operators'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenRules } from '#retention'
import { officers } from './officers.ts'

const form = z.object({ id: z.uuid(), reason: z.string().max(300).default('') })

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  return {
    visits: await operatorVisits(asking(context, 'legal_obligation')),
    kept: writtenRules(declared('core.operator_visit')),
    done: new URL(request.url).searchParams.has('fort'),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Answer = { readonly id: string | undefined; readonly problem: string; readonly typed: string | undefined }

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId: staffUserId } = requireStaff(context, ...officers)
  const read = await readForm(request, form)
  const typed = read.typed.reason
  if (!read.ok)
    return data<Answer>({ id: read.typed.id, problem: read.problems.reason ?? 'Skriv hvorfor.', typed }, { status: 422 })
  const { id, reason } = read.value
  const given = await giveReason(asking(context, 'legal_obligation'), now(), { id, reason, staffUserId })
  if (refused(given) && given.refused === 'no reason')
    return data<Answer>({ id, problem: 'Skriv hvorfor, og saksnummeret hvis det finnes.', typed }, { status: 422 })
  throw redirect(`/desk/personvern/drift${refused(given) ? '' : '?fort'}`)
}

export default function DeskOperators({
  loaderData: { visits, done, kept },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  const [waiting, told] = [visits.filter(({ reason }) => reason === null), visits.filter(({ reason }) => reason !== null)]
  return (
    <div className="stack">
      <title>Drift</title>
      <PageTitle lead="Hvem som har vært inne i databasen for hånd, eller kjørt en kommando på maskinen. Økter under et minutt kan gå forbi.">
        Drift
      </PageTitle>
      {done && <Notice kind="success">Ført.</Notice>}
      {visits.length === 0 && <NobodyWasIn />}
      {waiting.map((visit) => (
        <WhyWasIt key={visit.id} visit={visit} answer={actionData?.id === visit.id ? actionData : undefined} />
      ))}
      {told.length > 0 && <Told visits={told} />}
      <EndLine end={kept} />
    </div>
  )
}

function NobodyWasIn() {
  return (
    <EmptyState title="Ingen har vært inne">
      Åpner noen databasen for hånd, eller kjører en kommando som npm run backup, står det her. En økt vises innen et minutt.
    </EmptyState>
  )
}

function WhyWasIt({ visit, answer }: { readonly visit: Visit; readonly answer: Answer | undefined }) {
  return (
    <section className="ds-card" aria-label={`${visit.what} ${writtenMoment(visit.began_at, 'nb')}`}>
      <h2>{visit.what}</h2>
      <p>
        {visit.who}
        {visit.from_address && ` fra ${visit.from_address}`}, {writtenMoment(visit.began_at, 'nb')}
        {visit.ended_at ? ` til ${writtenMoment(visit.ended_at, 'nb')}` : ', er inne ennå'}
      </p>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="id" value={visit.id} />
        <Field
          name="reason"
          label="Hvorfor var de inne?"
          hint="Saksnummer og hva som ble gjort. Det som skrives, står."
          of={visit.id}
          value={answer?.typed}
          problem={answer?.problem}
          maxLength={300}
          required
        />
        <Button variant="secondary">Før grunnen</Button>
      </Form>
    </section>
  )
}

function Told({ visits }: { readonly visits: readonly Visit[] }) {
  return (
    <WideTable name="Inne i databasen" data-border>
      <thead>
        <tr>
          <th scope="col">Når</th>
          <th scope="col">Hva</th>
          <th scope="col">Hvem</th>
          <th scope="col">Hvorfor</th>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ id, began_at: began, what, who, from_address: from, reason }) => (
          <tr key={id}>
            <td className="figures">{writtenMoment(began, 'nb')}</td>
            <td>{what}</td>
            <td>{[who, from].filter(Boolean).join(', ')}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
