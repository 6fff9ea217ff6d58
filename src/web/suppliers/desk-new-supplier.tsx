import { Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, Field, Notice, PageTitle, Select, TextArea } from '#design'
import { again, readForm, saidNo } from '#http'
import { inventory } from '#inventory'
import { enqueue } from '#jobs'
import { announceRecipient } from '#processors'
import { asking, purposeNames, purposes, type Purpose } from '#purposes'
import { refused } from '#refusal'
import { country } from './country.ts'
import { editors } from './desk-suppliers.tsx'
import { type FieldChoice, fieldChoices } from './field-choices.ts'
import { FieldLines } from './field-lines.tsx'
import { fieldsProblems, givenFields, typedFields } from './given-fields.ts'

const purposeList = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (Array.isArray(given) ? given : [given]))
  .pipe(z.array(z.enum(purposeNames as [Purpose, ...Purpose[]])))

/** Whoever may be asked to delete gets what that takes, for that alone: it is no choice. */
const always: Purpose = 'rights_handling'
const choosable = purposeNames.filter((purpose) => purpose !== always)

const facts = z.object({
  id: z.string().max(40).default(''),
  name: z.string().min(2).max(120),
  role: z.enum(['processor', 'controller']),
  doesNb: z.string().min(5).max(200),
  doesEn: z.string().min(5).max(200),
  asksNb: z.string().max(600).default(''),
  asksEn: z.string().max(600).default(''),
  purposes: purposeList,
  ground: z.string().min(5).max(200),
  location: country,
  transferGround: z.string().max(200).default(''),
  holds: z.enum(['transferred', 'everybody', 'nobody']),
  mailbox: z.email().max(254),
})
/** The lines of fields stand beside them, by their numbers. */
const form = facts.catchall(z.string())

type Loaded = { readonly choices: readonly FieldChoice[] }

export function loader({ context }: LoaderFunctionArgs): Loaded {
  requireStaff(context, ...editors)
  return { choices: fieldChoices(inventory) }
}

type Answer = {
  readonly problems: Record<string, string>
  readonly typed: Record<string, string>
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...editors)
  const read = await readForm(request, form)
  // Told together with the rest: nobody sends a long form twice to hear of two faults.
  const lines = typedFields(read.typed)
  const problems = { ...fieldsProblems(lines, read.typed.holds), ...(!read.ok && read.problems) }
  if (!read.ok || Object.keys(problems).length > 0) return again(problems, read.typed)
  const { transferGround, asksNb, asksEn, purposes: chosen, ...rest } = facts.parse(read.value)
  const given = givenFields(lines)
  const announced = {
    ...rest,
    id: shortNameOf(rest.id || rest.name),
    purposes: [...chosen, always],
    essential: [always, ...chosen.filter((purpose) => purpose === 'legal_obligation')],
    transferGround: transferGround || null,
    asksNb: asksNb || null,
    asksEn: asksEn || null,
    knownBy: given.flatMap(({ field, known }) => (known ? [field] : [])),
    fields: given.map(({ field, reason }) => ({ field, reason })),
  }
  const db = asking(context, 'legal_obligation')
  const answer = await announceRecipient(db, now(), announced, inventory)
  if (refused(answer)) return again(saidNo(answer, refusals), read.typed)
  await enqueue(db, 'follow-register', {}, { key: 'follow register' })
  throw redirect(`/desk/leverandorer/${announced.id}`)
}

const refusals = {
  taken: 'Kortnavnet er i bruk. Skriv et annet.',
  'not declared': 'Minst ett av feltene finnes ikke lenger. Velg på nytt.',
  'known by a field it does not get': 'De kan bare kjenne igjen folk på felt de får.',
  'outside the EEA needs a ground':
    'Utenfor EØS trengs et overføringsgrunnlag, som «GDPR art. 45» eller «art. 46, standardvilkår».',
} as const

/** `Gravør Østen AS` → `gravor-osten-as`. */
function shortNameOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').normalize('NFD').replaceAll(/\p{M}/gu, '')
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '')
}

export default function DeskNewSupplier({
  loaderData: { choices },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
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
        <Field
          {...field('id')}
          label="Kortnavn"
          hint="Står i loggen over overføringer, som «postnord». Lar du det stå tomt, lages det av navnet."
        />
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
          <p data-field="description">I tillegg får alle det som trengs for å slette og rette når noen krever det.</p>
          {actionData?.problems.purposes && <p className="ds-validation-message">Velg minst ett.</p>}
          {choosable.map((purpose) => (
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
        <FieldLines choices={choices} problems={actionData?.problems ?? {}} typed={typedFields(actionData?.typed ?? {})} />
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
        <Field {...field('location')} label="Land" hint="To bokstaver, som NO eller SE." maxLength={2} required />
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
