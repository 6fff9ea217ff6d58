import { data, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, Field, Notice, PageTitle, Select, TextArea } from '#design'
import { readForm } from '#http'
import { inventory } from '#inventory'
import { enqueue } from '#jobs'
import { announceRecipient } from '#processors'
import { asking, purposeNames, purposes, type Purpose } from '#purposes'
import { refused } from '#refusal'
import { editors } from './desk-suppliers.tsx'

const purposeList = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (Array.isArray(given) ? given : [given]))
  .pipe(z.array(z.enum(purposeNames as [Purpose, ...Purpose[]])))

const form = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'Små bokstaver, tall og bindestrek, 2 til 40 tegn.'),
  name: z.string().min(2).max(120),
  role: z.enum(['processor', 'controller']),
  doesNb: z.string().min(5).max(200),
  doesEn: z.string().min(5).max(200),
  asksNb: z.string().max(600).default(''),
  asksEn: z.string().max(600).default(''),
  purposes: purposeList,
  fields: z.string().max(4000).default(''),
  knownBy: z.string().max(200).default(''),
  ground: z.string().min(5).max(200),
  location: z.string().regex(/^[A-Z]{2}$/, 'To store bokstaver, som NO eller SE.'),
  transferGround: z.string().max(200).default(''),
  holds: z.enum(['transferred', 'everybody', 'nobody']),
  mailbox: z.email().max(254),
})

export function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, ...editors)
  return null
}

type Answer = {
  readonly problems: Record<string, string>
  readonly typed: Record<string, string>
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...editors)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const { fields: typedFields, knownBy, transferGround, asksNb, asksEn, ...rest } = read.value
  const fields = readFields(typedFields)
  if (fields === undefined)
    return data<Answer>({ problems: { fields: 'Én på hver linje: felt, kolon, grunn.' }, typed: read.typed }, { status: 422 })
  const announced = {
    ...rest,
    essential: rest.purposes.filter((purpose) => purpose === 'rights_handling' || purpose === 'legal_obligation'),
    transferGround: transferGround || null,
    asksNb: asksNb || null,
    asksEn: asksEn || null,
    knownBy: knownBy.split(/[\s,]+/).filter(Boolean),
    fields,
  }
  const db = asking(context, 'legal_obligation')
  const answer = await announceRecipient(db, now(), announced, inventory)
  if (refused(answer))
    return data<Answer>({ problems: { [answer.field!]: refusals[answer.refused] }, typed: read.typed }, { status: 422 })
  await enqueue(db, 'follow-register', {}, { key: 'follow register' })
  throw redirect(`/desk/leverandorer/${announced.id}`)
}

const refusals = {
  taken: 'Kortnavnet er i bruk.',
  'not declared': 'Minst ett felt finnes ikke. Skriv tabell.kolonne, som person.email.',
  'known by a field it does not get': 'De kan bare kjenne igjen folk på felt de får.',
  'outside the EEA needs a ground':
    'Utenfor EØS trengs et overføringsgrunnlag, som «GDPR art. 45» eller «art. 46, standardvilkår».',
} as const

/** `person.email: brevet skal fram`, one a line; undefined when a line has no reason. */
function readFields(typed: string) {
  const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split(':')]))
  if (lines.some(([field, ...reason]) => !field?.trim() || reason.join(':').trim() === '')) return undefined
  return lines.map(([field, ...reason]) => ({ field: field!.trim(), reason: reason.join(':').trim() }))
}

export default function DeskNewSupplier({ actionData }: { readonly actionData?: Answer }) {
  const field = (name: string) => ({ name, value: actionData?.typed[name], problem: actionData?.problems[name] })
  return (
    <div className="stack">
      <title>Ny leverandør</title>
      <PageTitle lead="Først skrives erklæringen på nytt med den nye i listen. Deretter, og med undertegnet avtale, kan noe sendes.">
        Ny leverandør
      </PageTitle>
      {actionData && (
        <Notice kind="danger" title="Noe mangler eller er feil">
          Se merknadene ved feltene.
        </Notice>
      )}
      <Form method="post" className="fields" noValidate>
        <Field {...field('name')} label="Navn" required />
        <Field {...field('id')} label="Kortnavn" hint="Står i loggen over overføringer, som «postnord»." required />
        <Select {...field('role')} label="Rolle" required>
          <option value="processor">Databehandler: gjør det vi ber om (art. 28)</option>
          <option value="controller">Egen behandlingsansvarlig: svarer for seg selv</option>
        </Select>
        <Field
          {...field('doesNb')}
          label="Hva de gjør"
          hint="Står i erklæringen etter «som»: «kjører varene hjem til deg»."
          required
        />
        <Field {...field('doesEn')} label="Det samme på engelsk" hint="After “which”: “drives the goods to you”." required />
        <fieldset className="ds-fieldset">
          <legend className="ds-label">Formål</legend>
          {actionData?.problems.purposes && <p className="ds-validation-message">Velg minst ett.</p>}
          {purposeNames.map((purpose) => (
            <label key={purpose} className="row">
              <input
                className="ds-input"
                type="checkbox"
                name="purposes"
                value={purpose}
                defaultChecked={actionData?.typed.purposes?.split('\n').includes(purpose)}
              />{' '}
              {purposes[purpose].nb}
            </label>
          ))}
        </fieldset>
        <TextArea
          {...field('fields')}
          label="Felt de får, med grunn"
          hint="Én på hver linje: «person.phone: sjåføren ringer før levering». Uten grunn, uten felt."
        />
        <Field {...field('knownBy')} label="Kjenner igjen folk på" hint="Ett eller flere av feltene over, som «person.email»." />
        <TextArea
          {...field('asksNb')}
          label="Hva de skal slette"
          hint="Står i instruksen når noen slettes, etter «slett alt dere har»: «Slett adresselapper og sjåførens logg.» Kan stå tomt."
          rows={2}
        />
        <TextArea {...field('asksEn')} label="Det samme på engelsk" hint="For leverandører utenfor Norge." rows={2} />
        <Select {...field('holds')} label="Hvem de har noe om" required>
          <option value="transferred">dem vi har sendt dem noe om</option>
          <option value="everybody">alle, fordi de drifter eller fører noe for oss</option>
          <option value="nobody">ingen</option>
        </Select>
        <Field {...field('ground')} label="Rettslig grunnlag" hint="«GDPR art. 28» for en databehandler." required />
        <Field {...field('location')} label="Land" hint="To bokstaver." maxLength={2} required />
        <Field {...field('transferGround')} label="Grunnlag for overføring ut av EØS" />
        <Field
          {...field('mailbox')}
          label="Postkasse for instrukser"
          hint="En felles adresse, ikke en persons. Webhook kan settes opp etterpå."
          type="email"
          required
        />
        <Button>Før opp</Button>
      </Form>
    </div>
  )
}
