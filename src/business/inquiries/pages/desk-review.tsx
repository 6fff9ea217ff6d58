import { data, Form, Link, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, EmptyState, EndLine, Heads, Notice, PageTitle, WideTable } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenRules } from '#retention'
import { checkSample, findings, sampleList } from '../check-sample.ts'
import { caseReviewData } from '../personal-data.ts'

const form = z.object({ account: z.uuid(), id: z.uuid(), finding: z.enum(findings) })

export async function loader({ context }: LoaderFunctionArgs) {
  const { userId } = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const rows = await sampleList(asking(context, 'case_documentation'))
  return { rows: rows.map((row) => ({ ...row, mine: row.handled_by === userId })), kept: writtenRules(caseReviewData) }
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, 'salesperson', 'privacy_officer', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return data({ done: undefined, problem: 'Velg en sak i listen.' }, { status: 422 })
  const { account: accountId, id, finding } = read.value
  const answer = await checkSample(asking(context, 'case_documentation'), now(), { accountId, id, finding, staffUserId: userId })
  if (refused(answer)) return data({ done: undefined, problem: problems[answer.refused] }, { status: 422 })
  return data({ done: 'Notert.', problem: undefined })
}

const problems = {
  'you handled it': 'Du behandlet saken selv. En annen må se på den.',
  'not to be checked': 'Saken er sett på allerede.',
}

/** Last month's sample: read the case, take out what does not belong there, and say what was found. */
export default function DeskReview() {
  const { rows, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <title>Gjennomgang</title>
      <PageTitle lead="Hver måned trekkes noen lukkede saker. En annen enn saksbehandleren ser om de bare inneholder det som er nødvendig.">
        Gjennomgang
      </PageTitle>
      {answer?.done && <Notice kind="success">{answer.done}</Notice>}
      {answer?.problem && <Notice kind="danger">{answer.problem}</Notice>}
      {rows.length === 0 ? <NothingDrawn /> : <Sample rows={rows} />}
      <EndLine end={kept} />
      <p>
        <Link to="/desk/foresporsler">Til forespørslene</Link>
      </p>
    </div>
  )
}

function NothingDrawn() {
  return (
    <EmptyState title="Ingen saker er trukket ut">
      Utvalget trekkes den første i måneden, blant forespørsler som ble lukket måneden før: to prosent, minst ti.
    </EmptyState>
  )
}

function Sample({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Saker som er trukket ut" data-border>
      <thead>
        <Heads of={['Sak', 'Trukket', 'Funn']} />
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="figures">
              <Link to={`/desk/foresporsler/${row.inquiry_id}`}>{row.number}</Link>
            </td>
            <td className="figures">{writtenDay(row.drawn_at, 'nb')}</td>
            <td>
              {row.checked_at ? (
                <Found row={row} />
              ) : row.mine ? (
                <span className="soft">en annen enn deg må se på den</span>
              ) : (
                <Check row={row} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Found({ row: { finding, checked_at } }: { readonly row: Row }) {
  const found = finding === 'something was removed' ? 'noe ble fjernet' : 'bare det nødvendige'
  return (
    <>
      {found} <span className="small soft">{checked_at && writtenDay(checked_at, 'nb')}</span>
    </>
  )
}

function Check({ row: { account_id, id } }: { readonly row: Row }) {
  return (
    <Form method="post" className="row">
      <input type="hidden" name="account" value={account_id} />
      <input type="hidden" name="id" value={id} />
      <Button variant="secondary" name="finding" value="only what is necessary">
        Bare det nødvendige
      </Button>
      <Button variant="tertiary" name="finding" value="something was removed">
        Jeg fjernet noe
      </Button>
    </Form>
  )
}
