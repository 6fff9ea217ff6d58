import { Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, Checkbox, Notice, PageTitle, Select, Tag, TextArea } from '#design'
import { again, readForm, saidNo } from '#http'
import { asking, purposes } from '#purposes'
import { assessPurpose, assessments, dpiaSigns, unassessed, type Sign } from '#records'
import { refused } from '#refusal'
import { departures, settingsOf } from '#statement'
import { officers } from './officers.ts'

const signs = Object.keys(dpiaSigns) as Sign[]
const form = z.looseObject({ purpose: z.string().max(40), because: z.string().max(4000) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, ...officers)
  const db = asking(context, 'legal_obligation')
  const [done, settings] = await Promise.all([assessments(db), settingsOf(db)])
  return {
    done,
    left: unassessed(done),
    departures: departures(settings),
    saved: new URL(request.url).searchParams.get('vurdert'),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Answer = { readonly problems: Record<string, string>; readonly typed: Record<string, string> }

export async function action({ request, context }: ActionFunctionArgs) {
  const { userId: staffUserId } = requireStaff(context, ...officers)
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const { purpose, because } = read.value
  const seen = signs.filter((sign) => read.typed[sign] === 'yes')
  const done = await assessPurpose(asking(context, 'legal_obligation'), now(), { purpose, because, signs: seen, staffUserId })
  if (refused(done)) return again(saidNo(done, why, 'because'), read.typed)
  throw redirect(`/desk/personvern/vurderinger?vurdert=${purpose}`)
}

const why = { 'no such purpose': 'Det formålet finnes ikke.', 'nothing is said': 'Skriv hva du bygger på.' } as const

const units = { months: 'måneder', days: 'dager', count: '' } as const

export default function DeskAssessments({
  loaderData,
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  const { done, left, departures: own, saved } = loaderData
  return (
    <div className="stack">
      <title>Vurderinger</title>
      <PageTitle lead="Hva hvert formål betyr for folk, og hvor vi har valgt noe annet enn det programmet kom med.">
        Vurderinger
      </PageTitle>
      {saved && <Notice kind="success">Vurderingen er lagret.</Notice>}
      <section aria-labelledby="purposes" className="stack">
        <h2 id="purposes">Formål</h2>
        <p>
          {left.length === 0
            ? 'Alle formål er vurdert slik de er nå.'
            : `${left.length} formål er ikke vurdert slik de er nå: ${left.map((name) => purposes[name].nb).join('; ')}.`}
        </p>
        {done.length > 0 && (
          <ul>
            {done.map(({ purpose, signs: seen, needsDpia, because, at, current }) => (
              <li key={purpose}>
                Å {purposes[purpose].nb}: {needsDpia ? 'full vurdering (DPIA) kreves' : 'full vurdering kreves ikke'}.{' '}
                {seen.length > 0 && `Tegn: ${seen.map((sign) => dpiaSigns[sign]).join('; ')}. `}
                {because} ({writtenDay(at, 'nb')}) {!current && <Tag state="stale">endret siden</Tag>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="departures">
        <h2 id="departures">Avvik fra forhåndsvalgene</h2>
        {own.length === 0 ? (
          <p>Ingen. Alle forhåndsvalg er de som verner best.</p>
        ) : (
          <ul>
            {own.map(({ sentence, setOut, now: value, unit, reason }) => (
              <li key={sentence}>
                {sentence}: {value} {units[unit]}, ikke {setOut}. Grunn: {reason || 'ingen er skrevet'}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Judge left={left} answer={actionData} />
    </div>
  )
}

function Judge({ left, answer }: Pick<Loaded, 'left'> & { readonly answer: Answer | undefined }) {
  const field = (name: string) => ({ name, value: answer?.typed[name], problem: answer?.problems[name] })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Vurder et formål</h2>
      <Select {...field('purpose')} label="Formål" value={answer?.typed.purpose ?? left[0]} required>
        {Object.entries(purposes).map(([name, { nb }]) => (
          <option key={name} value={name}>
            Å {nb}
          </option>
        ))}
      </Select>
      <fieldset className="ds-fieldset">
        <legend className="ds-label" data-weight="semibold">
          Tegn på høy risiko
        </legend>
        <p className="small soft">To eller flere: da kreves en full vurdering før formålet tas i bruk (art. 35).</p>
        {signs.map((sign) => (
          <Checkbox key={sign} name={sign} label={dpiaSigns[sign]} checked={answer?.typed[sign] === 'yes'} />
        ))}
      </fieldset>
      <TextArea {...field('because')} label="Hva bygger du på?" rows={4} required />
      <Button>Lagre vurderingen</Button>
    </Form>
  )
}
