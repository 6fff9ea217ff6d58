import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import {
  askForLetters,
  assess,
  causeWords,
  closeBreach,
  drawAffected,
  dueAt,
  hoursLeft,
  kindWords,
  missing,
  notify,
  osloMoment,
  riskWords,
  standingOf,
  tablesOfPersons,
  written,
} from '#breach'
import { now, writtenMoment } from '#clock'
import { Button, Notice, PageTitle, Tag } from '#design'
import { readForm } from '#http'
import { inventory } from '#inventory'
import { categories } from '#personal-data'
import { listed, register } from '#processors'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { tableWord } from '#rights'
import { staffList } from '#staff'
import { Assessment, Finding, Sending, type Answer } from './breach-forms.tsx'
import { standingWords } from './desk-breaches.tsx'
import { draftNotice } from './draft-notice.ts'
import { officers } from './officers.ts'

const text = z.string().max(4000).default('')
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('find'),
    source: z.enum(['readings', 'transfers', 'table']),
    from: wall,
    until: wall,
    staff: z.string().default(''),
    recipient: z.string().default(''),
    table: z.string().default('core.person'),
  }),
  z.object({
    act: z.literal('assess'),
    estimatedPersons: z.union([z.literal(''), z.coerce.number().int().min(0).max(100_000_000)]),
    dataNow: text,
    consequences: text,
    measures: text,
    risk: z.enum(['', 'unlikely', 'likely', 'high']),
    notNotifiedBecause: text,
    toldNb: text,
    toldEn: text,
    notToldBecause: text,
  }),
  z.object({
    act: z.literal('sent'),
    complete: z.enum(['yes', 'no']),
    reference: z.string().max(100).default(''),
    lateBecause: text,
  }),
  z.object({ act: z.literal('letters') }),
  z.object({ act: z.literal('close') }),
])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  const draft = await draftNotice(context, params.id ?? '')
  if (!draft) throw data(null, { status: 404 })
  const { breach, found, by, notice } = draft
  const at = now()
  return {
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
    recipients: listed(await register(asking(context, 'legal_obligation'))).map(({ id, name }) => ({ id, name })),
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
  const done = await act(context, id, read.value, draft.by)
  if (refused(done)) {
    const problem = why[done.refused] ?? done.refused
    return data<Answer>(
      { act: read.value.act, problems: { [done.field ?? 'whole']: problem }, typed: read.typed },
      { status: 422 },
    )
  }
  throw redirect(`/desk/avvik/${id}?gjort=${read.value.act}`)
}

type Asked = ActionFunctionArgs['context']
type Wanted = z.output<typeof form>
type By = NonNullable<Awaited<ReturnType<typeof draftNotice>>>['by']

async function act(context: Asked, id: string, wanted: Wanted, by: By) {
  const legal = asking(context, 'legal_obligation')
  const at = now()
  switch (wanted.act) {
    case 'find': {
      const [from, until] = [await osloMoment(legal, wanted.from), await osloMoment(legal, wanted.until)]
      const where = { staffUserId: wanted.staff || undefined, recipient: wanted.recipient || undefined, table: wanted.table }
      const look = { breachId: id, source: wanted.source, from, until, ...where }
      return drawAffected({ legal, security: asking(context, 'security') }, at, look, inventory)
    }
    case 'assess': {
      const { estimatedPersons, risk, ...texts } = wanted
      return assess(legal, id, {
        ...texts,
        estimatedPersons: estimatedPersons === '' ? null : estimatedPersons,
        risk: risk || null,
      })
    }
    case 'sent':
      return notify(legal, at, { ...wanted, breachId: id, complete: wanted.complete === 'yes' }, by)
    case 'letters':
      return askForLetters(legal, id)
    case 'close':
      return closeBreach(legal, at, id)
  }
}

const why: Readonly<Record<string, string>> = {
  'ends before it begins': 'Slutten kan ikke komme før begynnelsen.',
  'no such table': 'Velg en av listene.',
  closed: 'Avviket er lukket.',
  'only without risk': 'Er det en risiko, må det meldes. En grunn til å la være gjelder bare når risiko er usannsynlig.',
  'say why it is late': 'Fristen på 72 timer er ute. Skriv hvorfor meldingen kommer for sent.',
  'risk is not assessed': 'Vurder risikoen før du sender den endelige meldingen.',
  'say it plainly': 'Skriv til de berørte i klart språk, på begge språk, og fyll ut følger og tiltak.',
  'nobody is found': 'Finn de berørte først.',
  'something is missing': 'Noe mangler før avviket kan lukkes.',
  'national identity number': 'Teksten ser ut til å inneholde et fødselsnummer. Skriv den om uten.',
  'payment card number': 'Teksten ser ut til å inneholde et kortnummer. Skriv den om uten.',
  'special category': 'Teksten ser ut til å si noe om helse, tro eller annet som vernes særskilt. Skriv den om uten.',
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
