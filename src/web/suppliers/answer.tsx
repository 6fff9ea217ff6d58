import { data, useLocation, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { dayOf, now, writtenDay } from '#clock'
import { Button, Field, Notice, PageTitle, Select } from '#design'
import { again, readForm, saidNo, typedDay } from '#http'
import { languageOf, type Language } from '#languages'
import { answerBy, answerInstruction, asked, instructionByLink, instructionState } from '#processors'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { columnWord } from '#rights'
import { words } from './answer-words.ts'
import { partOf } from './desk-instructions.ts'

/** Whoever has the address can answer: it is kept out of caches, search engines and other sites' logs. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
})

const form = z.discriminatedUnion('says', [
  z.object({
    says: z.literal('done'),
    doneOn: typedDay,
    subProcessors: z.enum(['none', 'done']).optional(),
    backupsLapseOn: typedDay.optional(),
    backupPolicy: z.string().trim().max(100).optional(),
  }),
  z.object({
    says: z.literal('kept'),
    dataClass: z.string().min(3).max(200),
    statute: z.string().min(3).max(200),
    section: z.string().min(1).max(100),
    holder: z.string().min(2).max(200),
    keepsUntil: typedDay,
  }),
])

type Loaded = {
  readonly supplier: string
  /** What is asked in one sentence, and what exactly that is for this supplier. */
  readonly asked: string
  readonly exactly: string | null
  /** The version of their rules for backups, as the register has it. */
  readonly policy: string | null
  readonly id: string
  readonly follows: string | null
  readonly askedOn: string
  readonly by: string
  readonly state: string
  readonly about: readonly { readonly what: string; readonly values: readonly string[] }[]
  readonly deletes: boolean
  readonly mayKeep: string | null
  /** What a restriction is of; null: everything. */
  readonly part: string | null
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const found = await instructionByLink(asking(context, 'legal_obligation'), now(), params.token ?? '')
  if (!found) throw data(null, { status: 404 })
  const { instruction, supplier, whom } = found
  const { name, role, asks, backupPolicy } = supplier
  const deletes = !/^(rectification|restriction)/.test(instruction.kind)
  const what = (column: string) =>
    column === 'invoice.number' ? words[language].invoices : columnWord(column.split('.')[1]!, language)
  const corrected = Object.entries(whom.corrected)
  const { statute, section, data_class, keeps_until } = instruction
  return data<Loaded>({
    supplier: name,
    asked: asked(instruction.kind, role, language),
    exactly: deletes ? asks[language] : null,
    policy: backupPolicy,
    id: instruction.id,
    follows: instruction.follows,
    askedOn: dayOf(instruction.queued_at),
    by: answerBy(instruction.queued_at),
    state: instructionState(instruction),
    about: [
      ...Object.entries(whom.about).map(([column, values]) => ({ what: what(column), values: [...values] })),
      ...corrected.map(([column, values]) => ({
        what: words[language].corrected(what(column).toLowerCase()),
        values: values.length > 0 ? [...values] : [words[language].emptied],
      })),
    ],
    deletes,
    part: partOf({ ...instruction, field: null }, language),
    mayKeep: statute && keeps_until ? `${data_class}, ${statute} ${section}, ${writtenDay(keeps_until, language)}` : null,
  })
}

type Answer = { readonly problems: Record<string, string>; readonly typed: Record<string, string> }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const said = words[languageOf(request)]
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const db = asking(context, 'legal_obligation')
  const found = await instructionByLink(db, now(), params.token ?? '')
  if (!found) throw data(null, { status: 404 })
  const answer = await answerInstruction(db, now(), { id: found.instruction.id }, read.value, 'link')
  if (!refused(answer)) return null
  return again(saidNo(answer, said.refusals, 'says'), read.typed)
}

export default function SupplierAnswer({
  loaderData,
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer | null
}) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  const { supplier, exactly, id, follows, askedOn, by, state, about, mayKeep, part } = loaderData
  const answered = ['confirmed', 'kept_by_law', 'contested'].includes(state)
  return (
    <div className="told">
      <title>{said.title}</title>
      <PageTitle lead={`${supplier}: ${loaderData.asked}.`}>{said.title}</PageTitle>
      {answered && (
        <Notice kind={state === 'contested' ? 'warning' : 'success'}>
          {state === 'contested' ? said.contested : said.thanks}
        </Notice>
      )}
      <dl>
        <dt>{said.instruction}</dt>
        <dd className="figures">{id}</dd>
        {follows && (
          <>
            <dt>{said.follows}</dt>
            <dd className="figures">{follows}</dd>
          </>
        )}
        <dt>{said.asked}</dt>
        <dd>{writtenDay(askedOn, language)}</dd>
        <dt>{said.by}</dt>
        <dd>{writtenDay(by, language)}</dd>
        {exactly && (
          <>
            <dt>{said.exactly}</dt>
            <dd>{exactly}</dd>
          </>
        )}
        {part && (
          <>
            <dt>{said.part}</dt>
            <dd>{part}</dd>
          </>
        )}
        {about.map(({ what, values }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{values.join(', ')}</dd>
          </div>
        ))}
        {mayKeep && (
          <>
            <dt>{said.mayKeep}</dt>
            <dd>{mayKeep}</dd>
          </>
        )}
      </dl>
      {!answered && <Forms language={language} loaded={loaderData} answer={actionData ?? undefined} />}
    </div>
  )
}

function Forms({
  language,
  loaded,
  answer,
}: {
  readonly language: Language
  readonly loaded: Loaded
  readonly answer: Answer | undefined
}) {
  const said = words[language]
  const field = (says: string, name: string) => ({
    name,
    language,
    ...(answer?.typed.says === says && { value: answer.typed[name], problem: answer.problems[name] }),
  })
  return (
    <>
      {answer?.problems.says && <Notice kind="danger">{answer.problems.says}</Notice>}
      <form method="post" className="fields" noValidate>
        <h2>{said.done}</h2>
        <input type="hidden" name="says" value="done" />
        <Field {...field('done', 'doneOn')} label={said.doneOn} type="date" required />
        {loaded.deletes && (
          <>
            <Select {...field('done', 'subProcessors')} label={said.subProcessors} required>
              <option value="none">{said.none}</option>
              <option value="done">{said.same}</option>
            </Select>
            <Field {...field('done', 'backupsLapseOn')} label={said.backups} hint={said.backupsHint} type="date" required />
            <Policy {...field('done', 'backupPolicy')} known={loaded.policy} language={language} />
          </>
        )}
        <Button>{said.confirm}</Button>
      </form>
      {loaded.deletes && (
        <details open={answer?.typed.says === 'kept'}>
          <summary>{said.kept}</summary>
          <form method="post" className="fields" noValidate>
            <p>{said.keptSays}</p>
            <input type="hidden" name="says" value="kept" />
            <Field {...field('kept', 'dataClass')} label={said.dataClass} required />
            <Field {...field('kept', 'statute')} label={said.statute} required />
            <Field {...field('kept', 'section')} label={said.section} required />
            <Field {...field('kept', 'holder')} label={said.holder} required />
            <Field {...field('kept', 'keepsUntil')} label={said.keepsUntil} type="date" required />
            <Button variant="secondary">{said.sendKept}</Button>
          </form>
        </details>
      )}
    </>
  )
}

type Asked = { readonly name: string; readonly value?: string | undefined; readonly problem?: string | undefined }

function Policy({ value, known, language, ...field }: Asked & { readonly known: string | null; readonly language: Language }) {
  const said = words[language]
  return (
    <Field
      {...field}
      language={language}
      value={value ?? known ?? ''}
      label={said.policy}
      hint={said.policyHint}
      maxLength={100}
    />
  )
}
