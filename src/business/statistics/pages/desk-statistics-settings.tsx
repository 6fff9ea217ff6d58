import { data, Form, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, ButtonLink, Field, Notice, PageTitle, TextArea } from '#design'
import { postedForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { googleAddress, missingForGoogle, type Condition } from '../google.ts'
import { saveStatisticsSettings } from '../save-settings.ts'
import { statisticsSettings } from '../settings.ts'
import { toldDays, type ToldDay } from '../told-days.ts'
import { isProblems, readTyped, typedFrom, typedOf, type Problems, type Typed, type TypedSite } from '../typed-settings.ts'
import { GoogleConditions } from './google-conditions.tsx'
import { ToldTable } from './told-table.tsx'

const keepers = ['host', 'privacy_officer'] as const

type Loaded = { readonly settings: Typed; readonly missing: readonly Condition[]; readonly told: readonly ToldDay[] }

export async function loader({ context }: LoaderFunctionArgs): Promise<Loaded> {
  requireStaff(context, ...keepers)
  const at = now()
  const db = asking(context, 'web_statistics')
  const settings = await statisticsSettings(asking(context, 'administer'))
  const [missing, told] = await Promise.all([missingForGoogle(db, at, googleAddress()), toldDays(db, at, settings.threshold)])
  return { settings: typedFrom(settings), missing, told }
}

type Answer = { readonly typed: Typed; readonly problems: Problems; readonly saved: boolean }

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, ...keepers)
  const typed = typedOf(await postedForm(request))
  const read = readTyped(typed)
  if (isProblems(read)) return data<Answer>({ typed, problems: read, saved: false }, { status: 422 })
  const at = now()
  const missing = await missingForGoogle(asking(context, 'web_statistics'), at, googleAddress())
  const saved = await saveStatisticsSettings(asking(context, 'administer'), at, read, missing)
  if (refused(saved)) {
    const problems = { google: 'Google Analytics kan ikke slås på før alt i listen er på plass. Ingenting er lagret.' }
    return data<Answer>({ typed, problems, saved: false }, { status: 422 })
  }
  return data<Answer>({ typed: typedFrom(read), problems: {}, saved: true })
}

const nothing: TypedSite = { host: '', pages: '', asksFirst: false }

export default function DeskStatisticsSettings() {
  const { settings, missing, told } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const typed = answer?.typed ?? settings
  const problems = answer?.problems ?? {}
  const sites = typed.sites.at(-1)?.host === '' ? typed.sites : [...typed.sites, nothing]
  return (
    <div className="stack">
      <title>Oppsett av statistikk</title>
      <PageTitle
        lead="Hva som telles, og hva som vises. Endringer gjelder innen et halvt minutt."
        actions={
          <ButtonLink variant="secondary" href="/desk/statistikk">
            Til tallene
          </ButtonLink>
        }
      >
        Oppsett av statistikk
      </PageTitle>
      {answer?.saved && <Notice kind="success">Oppsettet er lagret.</Notice>}
      <Form method="post" className="prose stack" noValidate>
        <Field
          name="threshold"
          label="Minste tall som vises"
          hint="Mindre tall vises ikke til noen. Seks er det laveste som går an."
          inputMode="numeric"
          required
          value={typed.threshold}
          problem={problems.threshold}
        />
        <Tick name="script" on={typed.script}>
          Mål hvor lenge en side er åpen, når den besøkende har sagt ja
        </Tick>
        <Tick name="public" on={typed.public}>
          Vis tallene for alle på /statistikk
        </Tick>
        <TextArea
          name="campaigns"
          label="Kampanjer som telles"
          hint="Navnene du setter i utm_campaign, ett på hver linje. Andre navn telles ikke."
          value={typed.campaigns}
          problem={problems.campaigns}
        />
        <h2>Google Analytics</h2>
        <p>
          Har den besøkende sagt ja til at Google får vite det, forteller serveren vår Google hvilken side som åpnes, hvilket
          nettsted besøket kom fra, og språket. Google får ingen adresse og ingenting som er likt fra side til side, så hver
          sidevisning ser ut som en ny bruker.
        </p>
        <GoogleConditions missing={missing} on={settings.google} />
        <Tick name="google" on={typed.google} problem={problems.google}>
          Fortell Google Analytics hvilke sider som åpnes, når den besøkende har sagt ja til det
        </Tick>
        {(settings.google || told.length > 0) && <ToldTable days={told} />}
        <h2>Andre nettsteder</h2>
        <p>
          Har dere allerede Umami, Plausible eller GoatCounter på et annet nettsted, kan skriptet stå: pek det hit, og før opp
          nettstedet og sidene. Identifikatorer leses ikke.
        </p>
        {problems.sites && <Notice kind="danger">{problems.sites}</Notice>}
        {sites.map((site, at) => (
          <Site key={`${at} ${site.host}`} site={site} at={at} problems={problems} />
        ))}
        <Button>Lagre oppsettet</Button>
      </Form>
    </div>
  )
}

type SiteProps = { readonly site: TypedSite; readonly at: number; readonly problems: Problems }

function Site({ site, at, problems }: SiteProps) {
  return (
    <fieldset className="ds-fieldset stack">
      <legend className="ds-label">{site.host || 'Et nettsted til'}</legend>
      <Labelled name="host" at={at} label="Vertsnavn" problem={problems[`host-${at}`]}>
        {(aria) => <input className="ds-input" name="host" defaultValue={site.host} {...aria} />}
      </Labelled>
      <Labelled
        name="pages"
        at={at}
        label="Sider"
        hint="Én sti på hver linje. /blogg/* er alt under /blogg/."
        problem={problems[`pages-${at}`]}
      >
        {(aria) => <textarea className="ds-input" rows={3} name="pages" defaultValue={site.pages} {...aria} />}
      </Labelled>
      <Tick name="asks" value={at} on={site.asksFirst}>
        Nettstedet laster skriptet først når den besøkende har sagt ja
      </Tick>
    </fieldset>
  )
}

type TickProps = {
  readonly name: string
  readonly value?: number
  readonly on: boolean
  readonly problem?: string | undefined
  readonly children: string
}

/** A setting that is on or off already; the public pages' boxes, where people agree to something, are never ticked beforehand. */
function Tick({ name, value, on, problem, children }: TickProps) {
  const id = value === undefined ? name : `${name}-${value}`
  const aria = problem && { 'aria-describedby': `${id}-problem`, 'aria-invalid': true as const }
  return (
    <div className="ds-field">
      <input className="ds-input" type="checkbox" id={id} name={name} value={value ?? 'yes'} defaultChecked={on} {...aria} />
      <label className="ds-label" htmlFor={id}>
        {children}
      </label>
      {problem && (
        <p className="ds-validation-message" data-color="danger" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

type Aria = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }
type LabelledProps = {
  readonly name: string
  readonly at: number
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly children: (aria: Aria) => React.ReactNode
}

/** A field of one site among many: the same name many times, and an id of its own. */
function Labelled({ name, at, label, hint, problem, children }: LabelledProps) {
  const id = `${name}-${at}`
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="semibold" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(described && { 'aria-describedby': described }), ...(problem && { 'aria-invalid': true as const }) })}
      {problem && (
        <p className="ds-validation-message" data-color="danger" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
