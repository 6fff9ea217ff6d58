import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { notedReading } from '#customers'
import { Button, EmptyState, Field, Notice, PageTitle, Tag, WideTable } from '#design'
import { again, readForm, typedDay } from '#http'
import { asking, asPerson } from '#purposes'
import { refused } from '#refusal'
import { callOff } from '../revisions/call-off.ts'
import { customerAt } from '../revisions/customer-at.ts'
import { noticesOf } from '../revisions/notices-of.ts'
import { revisionHeads, standingOf, untilOf } from '../revisions/revision-in-force.ts'
import { textFor } from '../revisions/text-for.ts'
import { keepers } from './keepers.ts'
import { standings, standingTones } from './standings.ts'

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('call off') }),
  z.object({ act: z.literal('which text'), email: z.email().max(254), day: typedDay }),
])

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, ...keepers)
  const db = asking(context, 'legal_obligation')
  const [all, notices] = await Promise.all([revisionHeads(db), noticesOf(db)])
  const today = dayOf(now())
  return {
    today,
    planned: new URL(request.url).searchParams.get('planlagt'),
    rows: all.map((head) => {
      const { revision, effectiveOn, kind } = head
      const until = untilOf(all, head)
      return {
        revision,
        from: writtenDay(effectiveOn, 'nb'),
        until: until && writtenDay(until, 'nb'),
        kind: revision === 1 ? '–' : kind === 'material' ? 'vesentlig' : 'bare ordlyd',
        standing: standingOf(all, head, today),
        told: notices.get(revision) ?? 0,
      }
    }),
  }
}

type Answer = {
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly unknown?: boolean
  readonly applied?: {
    readonly revision: number | undefined
    readonly day: string
    readonly shown: readonly { readonly revision: number; readonly form: string; readonly at: string }[]
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = requireStaff(context, ...keepers)
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const at = now()
  const db = asking(context, 'legal_obligation')
  if (read.value.act === 'call off') {
    const done = await callOff(db, at)
    throw redirect(refused(done) ? '/desk/personvern/versjoner' : `/desk/personvern/versjoner?planlagt=${done.revision}`)
  }
  const { email, day } = read.value
  const person = await customerAt(db, email)
  if (!person) return data<Answer>({ unknown: true, typed: read.typed })
  await notedReading(asking(context, 'administer'), at, {
    ...person,
    staff: { userId: staff.userId, role: staff.role },
    purpose: 'legal_obligation',
    subject: 'which statement applied',
  })
  const { applied, shown } = await asPerson(asking(context, 'rights_handling'), person, (tx) => textFor(tx, day))
  return data<Answer>({
    typed: read.typed,
    applied: {
      revision: applied?.revision,
      day: writtenDay(day, 'nb'),
      shown: shown.map(({ revision, form: where, at: when }) => ({
        revision,
        form: formWords[where] ?? where,
        at: writtenDay(when, 'nb'),
      })),
    },
  })
}

const formWords: Readonly<Record<string, string>> = {
  register: 'registrering',
  inquiry: 'forespørsel',
  'letter of change': 'brev om endring',
  'notice of source': 'brev om hvor opplysningene kom fra',
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function DeskVersions({
  loaderData: { rows, today, planned },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  return (
    <div className="stack">
      <title>Versjoner av erklæringen</title>
      <PageTitle
        lead="Hva som gjelder, hva som kommer, og hva som har stått."
        actions={
          <a className="ds-button" data-variant="primary" href="/desk/personvern/utkast">
            Skriv neste versjon
          </a>
        }
      >
        Versjoner av erklæringen
      </PageTitle>
      {planned && (
        <Notice kind="success">Versjon {planned} er publisert. Brevene til kundene skrives nå og ligger i utboksen.</Notice>
      )}
      {rows.length === 0 ? <NoVersions /> : <Versions rows={rows} />}
      <WhichText today={today} answer={actionData} />
    </div>
  )
}

function NoVersions() {
  return <EmptyState title="Ingen versjoner ennå">Den første publiseres når programmet starter.</EmptyState>
}

function Versions({ rows }: Pick<Loaded, 'rows'>) {
  return (
    <WideTable name="Versjoner" data-border>
      <thead>
        <tr>
          {['Versjon', 'Gjelder', 'Nå', 'Endring', 'Varslet', ''].map((head) => (
            <th key={head} scope="col">
              {head || <span className="unseen">Valg</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ revision, from, until, kind, standing, told }) => (
          <tr key={revision}>
            <td>
              <a href={`/personvern/versjoner/${revision}`}>Versjon {revision}</a>
            </td>
            <td className="figures">{standing === 'never' ? '–' : `fra ${from}${until ? ` til ${until}` : ''}`}</td>
            <td>
              <Tag state={standing} tone={standingTones[standing]}>
                {standings.nb[standing]}
              </Tag>
            </td>
            <td>{kind}</td>
            <td>{told === 0 ? '–' : `${told} ${told === 1 ? 'kunde' : 'kunder'}`}</td>
            <td>{standing === 'waiting' && <CallOff />}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function CallOff() {
  return (
    <Form method="post">
      <input type="hidden" name="act" value="call off" />
      <Button variant="tertiary" color="danger">
        Avlys
      </Button>
    </Form>
  )
}

function WhichText({ today, answer }: { readonly today: string; readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name] })
  return (
    <section aria-labelledby="which-text">
      <h2 id="which-text">Hvilken tekst gjaldt for hvem?</h2>
      {answer?.unknown && <Notice kind="warning">Vi fant ingen med den adressen.</Notice>}
      {answer?.applied && <Applied {...answer.applied} />}
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="act" value="which text" />
        <Field {...field('email')} label="E-post" type="email" hint="Oppslaget logges og vises for personen." required />
        <Field {...field('day')} label="Dag" type="date" value={answer?.typed?.day ?? today} required />
        <Button variant="secondary">Vis teksten</Button>
      </Form>
    </section>
  )
}

function Applied({ revision, day, shown }: NonNullable<Answer['applied']>) {
  return (
    <Notice kind="success" title={revision ? `${day} gjaldt versjon ${revision}` : `${day} var ingen erklæring publisert`}>
      {revision && (
        <p>
          <a href={`/personvern/versjoner/${revision}`}>Les teksten</a>
        </p>
      )}
      {shown.length === 0 ? (
        <p>Vi har ikke notert at personen fikk se noen versjon til og med den dagen.</p>
      ) : (
        <ul>
          {shown.map(({ revision: seen, form: where, at }) => (
            <li key={`${seen} ${where} ${at}`}>
              Versjon {seen}: {where}, {at}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
