import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, daysAfter, now } from '#clock'
import { Button, Field, Notice, PageTitle, Select, TextArea } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { clauses } from '../clauses/clauses.ts'
import { changes } from '../revisions/changes.ts'
import { departures, figureNow, figures } from '../revisions/departures.ts'
import { discardDraft, draft as writtenDraft, saveDraft, type Draft } from '../revisions/draft.ts'
import { revisionInForce } from '../revisions/revision-in-force.ts'
import { noticeDays, scheduleRevision } from '../revisions/schedule-revision.ts'
import { Compared } from './compared.tsx'
import { controllerFields, proposed, typedDraft, unreadable } from './draft-form.ts'
import { FigureFields, units, type Kept } from './figure-fields.tsx'
import { keepers } from './keepers.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const form = z.object({ act: z.enum(['save', 'schedule', 'discard']) }).catchall(z.string().max(4_000))

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...keepers)
  const db = asking(context, 'legal_obligation')
  const at = now()
  const [draft, inForce] = await Promise.all([writtenDraft(db), revisionInForce(db, at)])
  return shown(draft, inForce, draft.begun, dayOf(at))
}

function shown(draft: Draft, inForce: Awaited<ReturnType<typeof revisionInForce>>, begun: boolean, today: string) {
  const { text, kinds } = proposed(draft, inForce)
  return {
    begun,
    draft,
    today,
    earliest: daysAfter(today, noticeDays(draft)),
    noticeDays: noticeDays(draft),
    kinds,
    changed: changes(inForce, text, 'nb'),
    figures: figures.map((figure) => ({
      ...figure,
      value: figureNow(figure, draft.settings),
      says: text.texts.find(({ id }) => id === figure.sentence)?.nb ?? '',
    })),
    departures: departures(draft.settings),
    clauses: clauses.map(({ id, number, title }) => ({ id, number, title: title.nb })),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Texts = Readonly<Record<string, string>>
type Answer = { readonly problems: Texts; readonly typed: Texts }

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...keepers)
  const read = await readForm(request, form)
  const again = (problems: Texts) => data<Answer>({ problems, typed: read.typed }, { status: 422 })
  if (!read.ok) return again(read.problems)
  const db = asking(context, 'legal_obligation')
  if (read.value.act === 'discard') {
    await discardDraft(db)
    throw redirect('/desk/personvern/utkast')
  }
  const unread = unreadable(read.value)
  if (unread) return again(unread)
  const at = now()
  const written = typedDraft(read.value, await writtenDraft(db))
  await saveDraft(db, at, written)
  if (read.value.act === 'save') throw redirect('/desk/personvern/utkast')
  const done = await scheduleRevision(db, at, written)
  if (refused(done)) return again({ [(done.field ?? 'whole').replace(/^reason /, 'reason.')]: why[done.refused]! })
  throw redirect(`/desk/personvern/versjoner?planlagt=${done.revision}`)
}

const why: Readonly<Record<string, string>> = {
  'a mandatory element is empty':
    'Noe som må stå i erklæringen, mangler eller er skrevet feil: navn, nummer, adresse, e-post, telefon eller kontakt for personvern.',
  'nothing changed': 'Ingenting er endret siden forrige versjon.',
  'no day': 'Velg dagen den skal gjelde fra.',
  'the day is past': 'Dagen er passert.',
  'another is scheduled':
    'En versjon som venter, gjelder fra en senere dag. Velg samme dag for å erstatte den, eller avlys den først.',
  'no summary': 'Skriv kort hva endringen betyr. Det står i brevet til kundene og øverst på alle sider.',
  'too soon': 'Kundene skal vite om vesentlige endringer 30 dager før. Velg en senere dag, eller skriv hvorfor det haster.',
  'a purpose is not judged': 'Formålene endres. Vurder dem først, under Vurderinger.',
  'no reason': 'Skriv hvorfor vilkåret avviker fra det programmet kom med.',
}

export default function DeskDraft({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const { draft, begun } = loaderData
  const { problems = {}, typed = {} } = actionData ?? {}
  const kept: Kept = (name, before) => ({ name, value: typed[name] ?? before, problem: problems[name] })
  return (
    <div className="stack">
      <title>Neste versjon av erklæringen</title>
      <PageTitle lead="Ingenting endrer seg før den nye teksten gjelder. Lagre for å se hva endringen gjør med teksten.">
        Neste versjon
      </PageTitle>
      {actionData && <Notice kind="danger">{problems.whole ?? 'Noe må rettes. Se merknadene ved feltene.'}</Notice>}
      <Form method="post" className="fields wide" noValidate key={JSON.stringify(draft)}>
        <section aria-labelledby="draft-difference">
          <h2 id="draft-difference">Slik blir forskjellen</h2>
          {loaderData.changed.length === 0 ? (
            <p className="soft">
              {begun ? 'Utkastet endrer ingen ord.' : 'Endre noe under og lagre, så ser du forskjellen her.'}
            </p>
          ) : (
            <Compared changed={loaderData.changed} clauses={loaderData.clauses} language="nb" />
          )}
        </section>
        <Kinds {...loaderData} kept={kept} />
        <Reasons {...{ loaderData, kept }} />
        <When {...{ loaderData, kept }} />
        <Who {...{ draft, kept, problem: problems.controller }} />
        <FigureFields {...loaderData} kept={kept} />
        <p className="row">
          <Button name="act" value="save" variant="secondary">
            Lagre og vis forskjellen
          </Button>
          {begun && (
            <Button name="act" value="discard" variant="tertiary" color="danger">
              Forkast utkastet
            </Button>
          )}
        </p>
      </Form>
    </div>
  )
}

/** A field as it was typed, or else as it was before, and what is wrong with it. */
function Kinds({ kinds, changed, kept }: Loaded & { readonly kept: Kept }) {
  if (Object.keys(kinds).length === 0) return null
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label" data-weight="semibold">
        Hvor mye betyr hver endring?
      </legend>
      <p className="soft small">
        Vesentlig: det betyr noe annet for personen, og alle kunder får brev. Bare ordlyd: det samme, bedre sagt.
      </p>
      {Object.entries(kinds).map(([id, kind]) => (
        <Select key={id} {...kept(`kind.${id}`, kind)} label={changed.find((change) => change.id === id)?.after ?? id} required>
          <option value="material">Vesentlig</option>
          <option value="editorial">Bare ordlyd</option>
        </Select>
      ))}
    </fieldset>
  )
}

type Part = { readonly loaderData: Loaded; readonly kept: Kept }

function Reasons({ loaderData: { departures: left, draft }, kept }: Part) {
  if (left.length === 0) return null
  return (
    <section aria-labelledby="draft-reasons">
      <h2 id="draft-reasons">Avvik fra det programmet kom med</h2>
      {left.map(({ sentence, setOut, now: value, unit }) => (
        <Field
          key={sentence}
          {...kept(`reason.${sentence}`, draft.settings.reasons[sentence])}
          label={`Hvorfor ${value} og ikke ${setOut} ${units[unit]}?`}
          hint={sentence}
          required
        />
      ))}
    </section>
  )
}

function When({ loaderData: { draft, earliest, noticeDays: days, begun, changed }, kept }: Part) {
  if (!begun) return null
  return (
    <section aria-labelledby="draft-when" className="stack">
      <h2 id="draft-when">Når, og hva vi sier om det</h2>
      <Field
        {...kept('effectiveOn', draft.effectiveOn ?? earliest)}
        label="Gjelder fra"
        hint={`Er noe vesentlig, tidligst ${days} dager fram.`}
        type="date"
        required
      />
      <TextArea
        {...kept('summaryNb', draft.summary.nb)}
        label="Kort sagt, på norsk"
        hint="Ett par setninger i klart språk. Ingen reklame."
        rows={3}
        required
      />
      <TextArea {...kept('summaryEn', draft.summary.en)} label="Kort sagt, på engelsk" rows={3} required />
      <TextArea
        {...kept('hurriedBecause', draft.hurriedBecause)}
        label={`Hvorfor det haster, hvis det er under ${days} dager til`}
        hint="Står i brevet og på siden om versjonen."
        rows={2}
      />
      <p>
        <Button name="act" value="schedule" disabled={changed.length === 0 && !begun}>
          Publiser og varsle
        </Button>
      </p>
    </section>
  )
}

function Who({ draft, kept, problem }: { readonly draft: Draft; readonly kept: Kept; readonly problem: string | undefined }) {
  return (
    <section aria-labelledby="draft-who" className="stack">
      <h2 id="draft-who">Hvem vi er</h2>
      {problem && <Notice kind="danger">{problem}</Notice>}
      {controllerFields.map(([name, label]) => (
        <Field key={name} {...kept(`controller.${name}`, draft.settings.controller[name])} label={label} required />
      ))}
    </section>
  )
}
