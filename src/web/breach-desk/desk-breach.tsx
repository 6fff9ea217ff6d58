import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { causeWords, dueAt, hoursLeft, kindWords, missing, riskWords, standingOf, tablesOfPersons, written } from '#breach'
import { now, writtenMoment } from '#clock'
import { Button, EndCard, Notice, PageTitle, Tag } from '#design'
import { readForm } from '#http'
import { declared, inventory } from '#inventory'
import { categories } from '#personal-data'
import { register } from '#processors'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd, writtenRules } from '#retention'
import { tableWord } from '#rights'
import { staffList } from '#staff'
import { actOnBreach, form, why } from './act-on-breach.ts'
import { Assessment, Finding, Sending, type Answer } from './breach-forms.tsx'
import { standingWords } from './desk-breaches.tsx'
import { draftNotice } from './draft-notice.ts'
import { officers } from './officers.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { role } = requireStaff(context, ...officers)
  const draft = await draftNotice(context, params.id ?? '')
  if (!draft) throw data(null, { status: 404 })
  const { breach, found, by, notice } = draft
  const at = now()
  const end = await writtenEnd(asking(context, 'legal_obligation'), { now: at, role }, declared('core.breach'), { id: breach.id })
  const persons = writtenRules(declared('core.breach_person'))
  return {
    // Who was affected goes before the register itself does.
    end: end && { ...end, ground: `${end.ground} Hvem som var berørt: ${persons.text.toLowerCase()}.` },
    breach,
    found: { ...found, categories: found.categories.map((each) => ({ ...each, word: categories[each.category].nb })) },
    supplier: by.supplier,
    notice: written(notice),
    aware: writtenMoment(breach.awareAt, 'nb'),
    due: writtenMoment(dueAt(breach.awareAt), 'nb'),
    left: hoursLeft(breach.awareAt, at),
    standing: standingOf(breach, breach.notices, at),
    missing: missing(breach, found),
    done: new URL(request.url).searchParams.get('gjort'),
    staff: (await staffList(asking(context, 'security'))).map(({ userId, name }) => ({ userId, name })),
    // Those that have left the register too: something may have gone to them while they were in it.
    recipients: (await register(asking(context, 'legal_obligation'))).map(({ id, name }) => ({ id, name })),
    tables: tablesOfPersons(inventory).map(({ table }) => ({
      id: table,
      name: listWords[table] ?? tableWord(table, 'nb'),
    })),
  }
}

/** What a list is called where it is not the reader's own. */
const listWords: Readonly<Record<string, string>> = {
  'core.person': 'Kontaktpersoner',
  'core.mail': 'Brev og e-post',
  'core.revision_notice': 'Brev om endringer i erklæringen',
  'core.breach_person': 'Berørte i andre avvik',
}

export type Loaded = Awaited<ReturnType<typeof loader>>

export async function action({ request, context, params }: ActionFunctionArgs) {
  requireStaff(context, ...officers)
  const id = params.id ?? ''
  const draft = await draftNotice(context, id)
  if (!draft) throw data(null, { status: 404 })
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ act: read.typed.act, problems: read.problems, typed: read.typed }, { status: 422 })
  const done = await actOnBreach(context, id, read.value, draft.by)
  if (refused(done)) {
    const problem = why[done.refused] ?? done.refused
    return data<Answer>(
      { act: read.value.act, problems: { [done.field ?? 'whole']: problem }, typed: read.typed },
      { status: 422 },
    )
  }
  throw redirect(`/desk/avvik/${id}?gjort=${read.value.act}`)
}

const doneWords: Readonly<Record<string, string>> = {
  find: 'De berørte er funnet.',
  assess: 'Vurderingen er lagret.',
  sent: 'Meldingen er ført.',
  letters: 'Brevene skrives nå og ligger i utboksen.',
  close: 'Avviket er lukket.',
}

const missingWords = {
  assessment: 'vurdering av risiko',
  measures: 'tiltak',
  notice: 'endelig melding til Datatilsynet, eller en grunn til å la være',
  letters: 'brev til de berørte, eller en grunn til å la være',
} as const

export default function DeskBreach({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { breach, standing, done } = loaderData
  return (
    <div className="stack">
      <title>{`Avvik ${breach.number}`}</title>
      <PageTitle
        lead={breach.what}
        actions={
          <Tag state={standing} tone={standingWords[standing][1]}>
            {standingWords[standing][0]}
          </Tag>
        }
      >
        Avvik {breach.number}
      </PageTitle>
      {done && doneWords[done] && <Notice kind="success">{doneWords[done]}</Notice>}
      {actionData?.problems.whole && <Notice kind="danger">{actionData.problems.whole}</Notice>}
      <Clock {...loaderData} />
      <div className="beside">
        <div className="stack">
          <Finding loaded={loaderData} answer={actionData} />
          <Assessment loaded={loaderData} answer={actionData} />
        </div>
        <div className="stack">
          <Facts {...loaderData} />
          <Sending loaded={loaderData} answer={actionData} />
          <Close {...loaderData} />
          <EndCard end={loaderData.end} />
        </div>
      </div>
    </div>
  )
}

function Clock({ standing, due, left }: Loaded) {
  if (standing === 'late')
    return (
      <Notice kind="danger" title={`Fristen gikk ut ${due}`}>
        <p>Meld likevel, og skriv hvorfor det kommer sent.</p>
      </Notice>
    )
  if (standing !== 'running' && standing !== 'begun') return null
  return (
    <Notice
      kind="warning"
      title={standing === 'running' ? `${left} ${left === 1 ? 'time' : 'timer'} igjen` : 'Resten av meldingen gjenstår'}
    >
      <p>
        {standing === 'running'
          ? `Datatilsynet skal ha melding innen ${due}, om det ikke er usannsynlig at noen rammes. Mangler dere noe, send en foreløpig melding først.`
          : 'Send det som manglet så snart dere vet det.'}
      </p>
    </Notice>
  )
}

function Facts({ breach, supplier, aware, due }: Loaded) {
  const facts: readonly (readonly [string, string])[] = [
    ['Oppdaget', aware],
    ['Av', breach.foundBy === 'us' ? 'oss selv' : breach.foundBy === 'supplier' ? (supplier ?? 'en leverandør') : 'noen utenfor'],
    ['Frist', due],
    [
      'Varte',
      `${breach.beganAt ? writtenMoment(breach.beganAt, 'nb') : 'ukjent'} – ${breach.endedAt ? writtenMoment(breach.endedAt, 'nb') : 'ukjent'}`,
    ],
    ['Type', breach.kinds.map((kind) => kindWords[kind]).join(', ')],
    ['Årsak', causeWords[breach.cause]],
    ['Risiko', breach.risk ? riskWords[breach.risk] : 'ikke vurdert'],
  ]
  return (
    <section className="ds-card" aria-label="Om avviket">
      <h2>Om avviket</h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="small soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Close({ missing: left, standing }: Loaded) {
  if (standing === 'closed') return null
  return (
    <section className="ds-card" aria-label="Lukk avviket">
      <h2>Lukk</h2>
      {left.length > 0 ? (
        <>
          <p>Dette mangler:</p>
          <ul>
            {left.map((each) => (
              <li key={each}>{missingWords[each]}</li>
            ))}
          </ul>
        </>
      ) : (
        <Form method="post">
          <Button name="act" value="close" variant="secondary">
            Lukk avviket
          </Button>
        </Form>
      )}
    </section>
  )
}
