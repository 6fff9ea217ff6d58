import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { now, writtenDay } from '#clock'
import { currentRevision } from '#consent'
import { screenFields } from '#customers'
import { Button, Field, Notice, PageTitle, Select, StatementLink, TextArea } from '#design'
import { again, readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { receiveClaim } from '#rights'
import { handsOf, officeOf } from '../rights-desk/office.ts'
import { formWords, type Asked } from './words.ts'

const asked = [
  'access',
  'rectification',
  'erasure',
  'withdrawal',
  'objection',
  'restriction',
  'portability',
  'question',
] as const satisfies readonly Asked[]

const form = z.object({
  kind: z.enum(asked),
  email: z.email().max(254),
  text: z.string().max(4_000).default(''),
})

export async function loader({ context }: LoaderFunctionArgs) {
  return { revision: await currentRevision(asking(context, 'legal_obligation')) }
}

type Answer = {
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly done?: { readonly number: string; readonly due: string; readonly kind: Asked }
}

/** Any right, without an account, a script or a cookie. The answer says the same whether we know the address or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const said = formWords[language]
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const { kind, email, text } = read.value
  const at = now()
  const unlawful = await screenFields(asking(context, 'deliver'), at, 'rights form', { text })
  if (unlawful) return data<Answer>({ problems: { text: said.unlawful[unlawful.refused] }, typed: read.typed }, { status: 422 })
  const claim = { kind, channel: 'web', address: email, text, language, receivedAt: at } as const
  const opened = await receiveClaim(handsOf(context), at, claim, await officeOf(context))
  if (refused(opened)) {
    if (opened.refused === 'asked too often')
      return data<Answer>({ problems: { email: said.tooOften }, typed: read.typed }, { status: 422 })
    throw new Error(`a claim received now was refused: ${opened.refused}`)
  }
  return data<Answer>({ done: { number: opened.number, due: writtenDay(opened.dueOn, language), kind } })
}

export default function RightsForm({
  loaderData: { revision },
  actionData,
}: {
  readonly loaderData: { readonly revision: number }
  readonly actionData?: Answer
}) {
  const language = languageOf(useLocation().pathname)
  const said = formWords[language]
  if (actionData?.done) return <Received {...actionData.done} language={language} />
  const field = (name: string) => ({
    name,
    value: actionData?.typed?.[name],
    problem: actionData?.problems?.[name],
    language,
  })
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <p className="prose">
        {said.faster} <a href={pathIn(language, '/min-side')}>{said.myPage}</a>.
      </p>
      <form method="post" action={pathIn(language, '/rettigheter')} className="fields" noValidate>
        {actionData?.problems && (
          <Notice kind="danger">
            <p>{said.wrong}</p>
          </Notice>
        )}
        <Select {...field('kind')} label={said.kind} required>
          {asked.map((kind) => (
            <option key={kind} value={kind}>
              {said.kinds[kind]}
            </option>
          ))}
        </Select>
        <Field {...field('email')} type="email" label={said.email} hint={said.emailHint} autoComplete="email" required />
        <TextArea {...field('text')} label={said.text} hint={said.textHint} rows={5} maxLength={4_000} />
        <Button>{said.send}</Button>
        <p className="small soft">
          {said.use} <StatementLink revision={revision} language={language} />
        </p>
      </form>
    </>
  )
}

function Received({ number, due, kind, language }: NonNullable<Answer['done']> & { readonly language: 'nb' | 'en' }) {
  const said = formWords[language]
  return (
    <div className="prose stack">
      <title>{said.received}</title>
      <PageTitle lead={said.number(number)}>{said.received}</PageTitle>
      {kind === 'withdrawal' ? <p>{said.stopped}</p> : <p>{said.next(due)}</p>}
      <p>{said.remedy}</p>
      <p>
        <a href={pathIn(language, '/personvern')}>{said.statement}</a>
      </p>
    </div>
  )
}
