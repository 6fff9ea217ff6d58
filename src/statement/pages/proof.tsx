import { sql } from 'kysely'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { now, writtenMoment } from '#clock'
import { PageTitle, WideTable } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { Measured, StateMark } from './margin.tsx'
import { readStatement, type ShownControl } from './read-statement.ts'
import { Says } from './says.tsx'
import { sqlOf } from './sql-of.ts'
import sheet from './statement.css?url'
import { words as shared } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    control: 'Kontroll',
    bears: 'Løfter i registeret:',
    sql: 'Søket. Hver rad det finner, er et brutt løfte:',
    looked: 'Så mange så det på:',
    history: 'Hva kontrollen har funnet',
    when: 'Når',
    found: 'Funnet',
    of: 'Av',
    state: 'Tilstand',
    back: 'Tilbake til erklæringen',
    probe: 'Prøven er et program i kildekoden, ved siden av setningen.',
  },
  en: {
    control: 'Control',
    bears: 'Promises in the register:',
    sql: 'The search. Each row it finds is a broken promise:',
    looked: 'How many it looked at:',
    history: 'What the control has found',
    when: 'When',
    found: 'Found',
    of: 'Of',
    state: 'State',
    back: 'Back to the statement',
    probe: 'The probe is a program in the source, beside the sentence.',
  },
} as const

type Finding = {
  readonly control: string
  readonly at: Date
  readonly found: bigint
  readonly of: bigint | null
  readonly state: 'kept' | 'broken'
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const db = asking(context, 'deliver')
  const statement = await readStatement(db, now(), language)
  const sentence = statement?.clauses.flatMap((clause) => clause.sentences).find(({ id }) => id === params.sentence)
  if (!sentence) throw data(null, { status: 404 })
  const { rows } =
    await sql<Finding>`select control, at, found, "of", state from control_result where sentence = ${sentence.id} order by at desc limit 60`.execute(
      db,
    )
  return {
    language,
    sentence,
    searches: Object.fromEntries(sentence.controls.map(({ name }) => [name, sqlOf(sentence.id, name, db, now())])),
    findings: rows.map((row) => ({ ...row, found: Number(row.found), of: row.of === null ? null : Number(row.of) })),
  }
}

export default function Proof() {
  const { language, sentence, searches, findings } = useLoaderData<typeof loader>()
  const said = words[language]
  const [head, ...rest] = sentence.says.split('\n')
  return (
    <>
      <title>{head}</title>
      <div className="proof-head">
        <PageTitle lead={<StateMark state={sentence.state} language={language} />}>{head}</PageTitle>
        {rest.length > 0 && <Says text={rest.join('\n')} />}
      </div>
      <p>
        {said.bears} {sentence.promises.join(', ')} ·{' '}
        <a href={`${pathIn(language, '/personvern')}#${sentence.id}`}>{said.back}</a>
      </p>
      {sentence.how && <p>{sentence.how}</p>}
      {sentence.controls.length === 0 && <p>{shared[language].nothing}</p>}
      {sentence.controls.map((control, at) => (
        <Control key={control.name} number={at + 1} control={control} search={searches[control.name]} language={language} />
      ))}
      {findings.length > 0 && <Findings findings={findings} language={language} />}
    </>
  )
}

type Search = { readonly broken: string; readonly of: string } | undefined

function Control({
  control,
  number,
  search,
  language,
}: {
  readonly control: ShownControl
  readonly number: number
  readonly search: Search
  readonly language: Language
}) {
  const said = words[language]
  return (
    <section>
      <h2>
        {said.control} {number}
      </h2>
      {control.word && <p>«{control.word}»</p>}
      <p>
        <StateMark state={control.state} language={language} /> <Measured control={control} language={language} />
        {control.at && ` · ${writtenMoment(control.at, language)}`}
      </p>
      {control.kind === 'probe' && <p>{said.probe}</p>}
      {search && (
        <>
          <p>{said.sql}</p>
          <pre className="proof-sql" tabIndex={0} lang="en">
            {search.broken}
          </pre>
          <p>{said.looked}</p>
          <pre className="proof-sql" tabIndex={0} lang="en">
            {search.of}
          </pre>
        </>
      )}
    </section>
  )
}

function Findings({
  findings,
  language,
}: {
  readonly language: Language
  readonly findings: readonly (Omit<Finding, 'found' | 'of'> & { readonly found: number; readonly of: number | null })[]
}) {
  const said = words[language]
  return (
    <>
      <h2>{said.history}</h2>
      <WideTable name={said.history}>
        <thead>
          <tr>
            <th scope="col">{said.when}</th>
            <th scope="col">{said.state}</th>
            <th scope="col" className="right">
              {said.found}
            </th>
            <th scope="col" className="right">
              {said.of}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ control, at, found, of, state }) => (
            <tr key={`${control} ${at.getTime()}`}>
              <td>{writtenMoment(at, language)}</td>
              <td>
                <StateMark state={state} language={language} />
              </td>
              <td className="number">{found}</td>
              <td className="number">{of}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
