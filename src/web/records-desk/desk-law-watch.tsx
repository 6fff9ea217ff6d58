import { Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, daysAfter, now, writtenDay } from '#clock'
import { Button, Field, Heads, Notice, PageTitle, Select, Tag, TextArea, WideTable } from '#design'
import { again, readForm, saidNo, typedDay } from '#http'
import { asking } from '#purposes'
import { lawWatch, reviewRule, type Watched } from '#records'
import { refused } from '#refusal'
import { officers } from './officers.ts'

const form = z.object({
  rule: z.string().max(10),
  through: typedDay,
  changes: z.enum(['yes', 'no']),
  answer: z.string().max(2000),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  const at = now()
  return {
    rows: await lawWatch(asking(context, 'legal_obligation'), at),
    suggested: daysAfter(dayOf(at), 180),
    done: new URL(request.url).searchParams.get('svart'),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Answer = { readonly problems: Record<string, string>; readonly typed: Record<string, string> }

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId: staffUserId } = requireStaff(context, ...officers)
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const { changes, ...answered } = read.value
  const done = await reviewRule(asking(context, 'legal_obligation'), now(), {
    ...answered,
    statementChanges: changes === 'yes',
    staffUserId,
  })
  if (refused(done)) return again(saidNo(done, why, 'answer'), read.typed)
  throw redirect(`/desk/personvern/regler?svart=${answered.rule}`)
}

const why = {
  'no such rule': 'Den regelen finnes ikke.',
  'nothing is said': 'Skriv hva du leste og hva du kom til.',
  'the day is past': 'Velg en dag fram i tid.',
  'too far ahead': 'Velg en dag innen et år.',
} as const

const whyWords = { changed: 'regelen er endret', overdue: 'skulle vært lest', soon: 'må leses snart' } as const

export default function DeskLawWatch({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { rows, suggested, done } = loaderData
  const tasks = rows.filter(({ state }) => state === 'task').length
  return (
    <div className="stack">
      <title>Regler som følges</title>
      <PageTitle lead="Hver frist og lagringstid har en hjemmel og en dag da noen må lese loven på nytt. Spørsmålet er hver gang: må erklæringen endres?">
        Regler som følges
      </PageTitle>
      {done && <Notice kind="success">Svaret om {done} er lagret.</Notice>}
      <p>
        {tasks === 0
          ? 'Ingen regler venter på å bli lest.'
          : `${tasks} ${tasks === 1 ? 'regel venter' : 'regler venter'} på å bli lest.`}
      </p>
      <WideTable name="Regler" data-border>
        <thead>
          <Heads of={['Regel', 'Sier', 'Hjemmel', 'Ansvarlig', 'Leses innen', 'Sist svart']} />
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.rule} row={row} />
          ))}
        </tbody>
      </WideTable>
      <Review rows={rows} suggested={suggested} answer={actionData} />
    </div>
  )
}

function Row({ row: { rule, says, ground, owner, reviewedThrough, why: because, last } }: { readonly row: Watched }) {
  return (
    <tr>
      <td className="figures">{rule}</td>
      <td>{says}</td>
      <td>{ground}</td>
      <td>{owner}</td>
      <td className="figures">
        {writtenDay(reviewedThrough, 'nb')}{' '}
        {because && (
          <Tag state={because} tone={because === 'soon' ? 'warning' : 'danger'}>
            {whyWords[because]}
          </Tag>
        )}
      </td>
      <td>
        {last ? `${writtenDay(last.at, 'nb')}: ${last.statementChanges ? 'erklæringen må endres. ' : ''}${last.answer}` : '–'}
      </td>
    </tr>
  )
}

function Review({ rows, suggested, answer }: Pick<Loaded, 'rows' | 'suggested'> & { readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed[name], problem: answer?.problems[name] })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Svar</h2>
      <Select {...field('rule')} label="Hvilken regel har du lest loven om?" required>
        {rows.map(({ rule, says }) => (
          <option key={rule} value={rule}>
            {rule}: {says}
          </option>
        ))}
      </Select>
      <Select {...field('changes')} label="Må erklæringen endres?" required>
        <option value="no">Nei</option>
        <option value="yes">Ja</option>
      </Select>
      <TextArea {...field('answer')} label="Hva leste du, og hva kom du til?" rows={3} required />
      <Field {...field('through')} label="Leses igjen innen" type="date" value={answer?.typed.through ?? suggested} required />
      <Button>Lagre svaret</Button>
    </Form>
  )
}
