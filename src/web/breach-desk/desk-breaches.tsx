import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import {
  breachRegister,
  causes,
  causeWords,
  dueAt,
  hoursLeft,
  kindWords,
  osloMoment,
  registerBreach,
  standingOf,
  type Standing,
} from '#breach'
import { now, writtenMoment } from '#clock'
import { Button, EmptyState, Field, Heads, Notice, PageTitle, Select, Tag, TextArea, WideTable } from '#design'
import { readForm, typedMoment } from '#http'
import { listed, register } from '#processors'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { officers } from './officers.ts'

const kinds = ['confidentiality', 'integrity', 'availability'] as const

const form = z.object({
  awareAt: typedMoment,
  foundBy: z.enum(['us', 'supplier', 'outsider']),
  supplier: z.string().optional(),
  began: z.union([typedMoment, z.literal('')]).optional(),
  ended: z.union([typedMoment, z.literal('')]).optional(),
  cause: z.enum(causes),
  kind: z.enum(kinds),
  what: z.string().min(1).max(4000),
})

type Row = {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly aware: string
  readonly due: string
  readonly standing: Standing
  readonly left: number
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context)
  const at = now()
  const shown = {
    reported: new URL(request.url).searchParams.get('meldt'),
    suppliers: listed(await register(asking(context, 'legal_obligation'))).map(({ id, name }) => ({ id, name })),
  }
  if (!(officers as readonly string[]).includes(role)) return { ...shown, rows: undefined }
  const all = await breachRegister(asking(context, 'legal_obligation'))
  const rows = all.map((breach): Row => ({
    id: breach.id,
    number: breach.number,
    what: breach.what.length > 90 ? `${breach.what.slice(0, 88)} …` : breach.what,
    aware: writtenMoment(breach.awareAt, 'nb'),
    due: writtenMoment(dueAt(breach.awareAt), 'nb'),
    standing: standingOf(breach, breach.notices, at),
    left: hoursLeft(breach.awareAt, at),
  }))
  return { ...shown, rows }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Answer = { readonly problems: Record<string, string>; readonly typed: Record<string, string> }

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const { awareAt, began, ended, kind, ...reported } = read.value
  const db = asking(context, 'legal_obligation')
  const at = (text: string | undefined, twice: 'first' | 'last') => (text ? osloMoment(db, text, twice) : undefined)
  const done = await registerBreach(db, now(), {
    ...reported,
    kinds: [kind],
    awareAt: await osloMoment(db, awareAt),
    began: await at(began, 'first'),
    ended: await at(ended, 'last'),
    staffUserId: staff.userId,
  })
  if (refused(done))
    return data<Answer>({ problems: { [done.field ?? 'what']: why[done.refused] }, typed: read.typed }, { status: 422 })
  throw redirect(
    (officers as readonly string[]).includes(staff.role) ? `/desk/avvik/${done.id}` : `/desk/avvik?meldt=${done.number}`,
  )
}

const why = {
  'nothing is said': 'Skriv hva som skjedde.',
  'not yet': 'Det kan ikke være oppdaget fram i tid.',
  'ends before it begins': 'Slutten kan ikke komme før begynnelsen.',
  'which supplier': 'Velg hvilken leverandør som sa fra.',
  'national identity number': 'Teksten ser ut til å inneholde et fødselsnummer. Skriv det om uten.',
  'payment card number': 'Teksten ser ut til å inneholde et kortnummer. Skriv det om uten.',
  'special category': 'Teksten ser ut til å si noe om helse, tro eller annet som vernes særskilt. Skriv det om uten.',
} as const

export default function DeskBreaches({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { rows, reported, suppliers } = loaderData
  return (
    <div className="stack">
      <title>Avvik</title>
      <PageTitle
        lead="Når opplysninger kommer på avveie. Vi har 72 timer på oss fra vi vet det, også i helgene."
        actions={
          rows && (
            <a className="ds-button" data-variant="secondary" href="/desk/avvik/oppslag">
              Uvanlige oppslag
            </a>
          )
        }
      >
        Avvik
      </PageTitle>
      {reported && (
        <Notice kind="success" title={`Meldt som ${reported}`}>
          <p>Takk. Personvernansvarlig tar det videre, og klokken går.</p>
        </Notice>
      )}
      {rows && (rows.length === 0 ? <NoBreaches /> : <Register rows={rows} />)}
      <Report suppliers={suppliers} answer={actionData} />
    </div>
  )
}

function NoBreaches() {
  return <EmptyState title="Ingen avvik">Meld fra under så snart du mistenker noe. Et avvik for mye gjør ingen skade.</EmptyState>
}

export const standingWords: Readonly<Record<Standing, readonly [string, 'danger' | 'warning' | 'success' | 'neutral' | 'info']>> =
  {
    running: ['klokken går', 'warning'],
    late: ['fristen er ute', 'danger'],
    begun: ['foreløpig meldt', 'warning'],
    notified: ['meldt', 'info'],
    decided: ['meldes ikke', 'neutral'],
    closed: ['lukket', 'neutral'],
  }

function Register({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <WideTable name="Register over avvik" data-border>
      <thead>
        <Heads of={['Avvik', 'Hva', 'Oppdaget', 'Frist', 'Status']} />
      </thead>
      <tbody>
        {rows.map(({ id, number, what, aware, due, standing, left }) => (
          <tr key={id}>
            <td className="figures">
              <a href={`/desk/avvik/${id}`}>{number}</a>
            </td>
            <td>{what}</td>
            <td className="figures">{aware}</td>
            <td className="figures">
              {due}
              {standing === 'running' && (
                <span className="soft">
                  {' '}
                  ({left} {left === 1 ? 'time' : 'timer'})
                </span>
              )}
            </td>
            <td>
              <Tag state={standing} tone={standingWords[standing][1]}>
                {standingWords[standing][0]}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Report({ suppliers, answer }: Pick<Loaded, 'suppliers'> & { readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed[name], problem: answer?.problems[name] })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Meld et avvik</h2>
      <TextArea
        {...field('what')}
        label="Hva skjedde?"
        hint="Kort og uten navn. Hvem det gjelder, finner vi i loggene."
        required
      />
      <Field
        {...field('awareAt')}
        label="Når ble vi klar over det?"
        hint="Norsk tid. Kom det fra en leverandør: da meldingen nådde oss. Klokken går herfra."
        type="datetime-local"
        required
      />
      <Select {...field('foundBy')} label="Hvem oppdaget det?" required>
        <option value="us">Vi selv</option>
        <option value="supplier">En leverandør sa fra</option>
        <option value="outsider">Noen utenfor sa fra</option>
      </Select>
      <Select {...field('supplier')} label="Leverandør" hint="Bare når en leverandør sa fra.">
        <option value="">Ingen</option>
        {suppliers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select {...field('kind')} label="Hva slags brudd?" required>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </Select>
      <Select {...field('cause')} label="Årsak, så langt vi vet" required>
        {causes.map((cause) => (
          <option key={cause} value={cause}>
            {causeWords[cause]}
          </option>
        ))}
      </Select>
      <Field {...field('began')} label="Begynte" type="datetime-local" />
      <Field {...field('ended')} label="Sluttet" type="datetime-local" />
      <Button>Meld avviket</Button>
    </Form>
  )
}
