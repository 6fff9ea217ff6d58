import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { findInArchive, openArchive, readOpening } from '#archive'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, EndLine, Field, Notice, PageTitle, type ShownEnd } from '#design'
import { readForm } from '#http'
import { declared, inventory } from '#inventory'
import { personalColumn, type Declared } from '#personal-data'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenEnds, writtenRules } from '#retention'
import { columnWord, tableWord, writtenValue, type Json } from '#rights'

const form = z.object({
  sought: z.string().trim().min(1).max(254),
  caseNumber: z.string().trim().min(1).max(100),
  reason: z.string().trim().min(10).max(500),
})

type Value = { readonly label: string; readonly value: string }
type Row = { readonly values: readonly Value[]; readonly end: ShownEnd | undefined }
type Shown = { readonly title: string; readonly rows: readonly Row[] }
type Answer = {
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  /** One for each person who was found. */
  readonly opened?: readonly (readonly Shown[])[]
}

export function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, 'privacy_officer', 'host')
  return { kept: writtenRules(declared('core.archive_opening')) }
}

/** Each opening is logged before anything is shown, and shown once: to see it again, one says why again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context, 'privacy_officer', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: worded(read.problems), typed: read.typed }, { status: 422 })
  const { sought, caseNumber, reason } = read.value
  const db = asking(context, 'legal_obligation')
  const opened: (readonly Shown[])[] = []
  for (const subject of await findInArchive(db, sought)) {
    const opening = await openArchive(db, now(), { subject, caseNumber, reason, staff })
    if (refused(opening))
      return data<Answer>({ problems: worded({ [opening.field ?? 'reason']: '' }), typed: read.typed }, { status: 422 })
    opened.push(await shownUnder(context, opening.id, subject.accountId))
  }
  return data<Answer>({ opened, typed: read.typed })
}

async function shownUnder(context: ActionFunctionArgs['context'], opening: string, accountId: string): Promise<Shown[]> {
  const locked = await readOpening(asking(context, 'claims_archive'), inventory, opening)
  const legal = asking(context, 'legal_obligation')
  return Promise.all(
    locked.map(async ({ table, rows }) => {
      const archived = declared(table)
      const keys = rows.map(({ id }) => ({ accountId, id: String(id) }))
      // A part goes with what it belongs to, which says when.
      const ends = archived.person === undefined ? new Map() : await writtenEnds(legal, { now: now(), role: '' }, archived, keys)
      return {
        title: tableWord(table, 'nb').replace(/, i det låste arkivet$/, ''),
        rows: rows.map((row) => ({ values: valuesOf(archived, row), end: ends.get(String(row.id)) })),
      }
    }),
  )
}

function valuesOf({ columns }: Declared, row: Readonly<Record<string, unknown>>): Value[] {
  return Object.keys(columns)
    .filter((name) => personalColumn(columns[name]) !== undefined || /_at$|^at$|^number$/.test(name))
    .map((name) => ({ label: columnWord(name, 'nb'), value: writtenValue(name, json(row[name]), 'nb') }))
    .filter(({ value }) => value !== '')
}

function json(value: unknown): Json {
  return value instanceof Date ? value.toISOString() : ((value ?? null) as Json)
}

function worded(problems: Record<string, string>): Record<string, string> {
  const words: Record<string, string> = {
    sought: 'Skriv en e-postadresse, et kundenummer eller et organisasjonsnummer.',
    caseNumber: 'Skriv saksnummeret åpningen gjelder, høyst 100 tegn.',
    reason: 'Skriv hvorfor du må åpne, med minst ti tegn. Den det gjelder, får se det.',
  }
  return Object.fromEntries(Object.keys(problems).map((name) => [name, words[name] ?? problems[name]!]))
}

type Props = { readonly loaderData: { readonly kept: ShownEnd }; readonly actionData?: Answer }

export default function DeskArchive({ loaderData: { kept }, actionData }: Props) {
  const field = (name: string) => ({ name, value: actionData?.typed?.[name], problem: actionData?.problems?.[name] })
  return (
    <div className="stack">
      <title>Låst arkiv</title>
      <PageTitle lead="Henvendelser fra dem som ikke er kunder lenger, låst til et krav gjør dem nødvendige. Hver åpning loggføres, og den det gjelder får se den.">
        Låst arkiv
      </PageTitle>
      <p className="small soft">
        Åpningene: {kept.text.toLowerCase()} ({kept.ground.replace(/\.$/, '')}).
      </p>
      {actionData?.opened?.length === 0 && (
        <Notice kind="info" title="Ingenting i arkivet">
          <p>Ingen i arkivet har den adressen eller det nummeret. Ingenting ble åpnet.</p>
        </Notice>
      )}
      {actionData?.opened?.map((tables, place) => (
        <Opened key={place} tables={tables} />
      ))}
      <Form method="post" className="fields" noValidate>
        <h2>Åpne for én sak</h2>
        <Field {...field('sought')} label="Hvem" hint="E-postadresse, kundenummer eller organisasjonsnummer." required />
        <Field {...field('caseNumber')} label="Saksnummer" required />
        <Field {...field('reason')} label="Hvorfor" hint="Den det gjelder, får se dette i innsynet sitt." required />
        <Button>Åpne og loggfør</Button>
      </Form>
    </div>
  )
}

function Opened({ tables }: { readonly tables: readonly Shown[] }) {
  return (
    <section className="ds-card" aria-label="Åpnet">
      <Notice kind="warning">
        <p>Åpnet og loggført. Siden viser det én gang.</p>
      </Notice>
      {tables.map(({ title, rows }) => (
        <div key={title}>
          <h3>{title}</h3>
          {rows.map(({ values, end }, place) => (
            <div key={place}>
              <dl className="pairs">
                {values.map(({ label, value }) => (
                  <div key={label}>
                    <dt className="small soft">{label}</dt>
                    <dd className="as-written">{value}</dd>
                  </div>
                ))}
              </dl>
              <EndLine end={end} />
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
