import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Button, Field, FileHash, TextArea } from '#design'
import type { Recipient } from '#processors'
import { article28 } from './words.ts'

export type Typed = Readonly<Record<string, string>>
type Answer =
  | {
      readonly problems?: Readonly<Record<string, string>>
      readonly typed?: Typed
    }
  | undefined
type Props = { readonly answer: Answer }

/** Each form is folded until it is wanted, or was refused. */
function Folded({
  act,
  title,
  answer,
  children,
}: {
  readonly act: string
  readonly title: string
  readonly answer: Answer
  readonly children: ReactNode
}) {
  return (
    <details open={answer?.typed?.act === act && answer.problems !== undefined}>
      <summary>{title}</summary>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="act" value={act} />
        {children}
      </Form>
    </details>
  )
}

function fieldOf(answer: Answer, act: string) {
  const own = answer?.typed?.act === act ? answer : undefined
  // Each field is known by its form too: two of them ask for a document, and each label names its own.
  return (name: string) => ({ name, of: act, value: own?.typed?.[name], problem: own?.problems?.[name] })
}

export function AgreementForm({ answer }: Props) {
  const field = fieldOf(answer, 'agreement')
  return (
    <Folded act="agreement" title="Før en undertegnet avtale" answer={answer}>
      <Field {...field('documentName')} label="Dokument" required />
      <FileHash
        {...field('documentHash')}
        label="Kontrollsummen av filen"
        hint="SHA-256: 64 tegn, 0–9 og a–f. Den viser siden hvilket dokument det var."
        required
      />
      <Field {...field('signedOn')} label="Undertegnet" type="date" required />
      <Field {...field('endsOn')} label="Gjelder til" type="date" />
      <Field
        {...field('breachNoticeHours')}
        label="Avvik meldes innen timer"
        type="number"
        required
        value={field('breachNoticeHours').value ?? 24}
      />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">Avtalen dekker, etter art. 28(3)</legend>
        {Object.entries(article28).map(([letter, words]) => (
          <label key={letter} className="row">
            <input
              className="ds-input"
              type="checkbox"
              name="covers"
              value={letter}
              defaultChecked={field('covers').value?.split('\n').includes(letter)}
            />{' '}
            ({letter}) {words}
          </label>
        ))}
      </fieldset>
      <Button>Før avtalen</Button>
    </Folded>
  )
}

export function ReviewForm({ answer, today }: Props & { readonly today: string }) {
  const field = fieldOf(answer, 'review')
  return (
    <Folded act="review" title="Før årets gjennomgang" answer={answer}>
      <Field {...field('reviewedOn')} label="Gjort" type="date" required value={field('reviewedOn').value ?? today} />
      <TextArea
        {...field('found')}
        label="Hva vi fant"
        hint="Sikkerhet, underleverandører, hendelser siden sist, og hvor opplysningene er. Ingen personnavn."
        required
      />
      <Button>Før gjennomgangen</Button>
    </Folded>
  )
}

export function ConfirmationForm({ answer, today }: Props & { readonly today: string }) {
  const field = fieldOf(answer, 'confirmation')
  return (
    <Folded act="confirmation" title="Før en bekreftelse" answer={answer}>
      <TextArea
        {...field('confirms')}
        label="Hva de bekrefter"
        hint="Det som skjer på maskinene deres, der vi ikke kan se: hva de sletter og når, hva de ikke bruker selv. Ingen personnavn."
        required
      />
      <Field {...field('documentName')} label="Brevet eller dokumentet" hint="Hva det heter og hvor det ligger." required />
      <Field {...field('confirmedOn')} label="Bekreftet" type="date" required value={field('confirmedOn').value ?? today} />
      <Field
        {...field('backupPolicy')}
        label="Versjon av reglene for sikkerhetskopier"
        hint="Når bekreftelsen gjelder dem. Nevnes i hver instruks om å slette."
        maxLength={100}
      />
      <Button>Før bekreftelsen</Button>
    </Folded>
  )
}

export function SubProcessorForm({ answer, today }: Props & { readonly today: string }) {
  const field = fieldOf(answer, 'sub-processor')
  return (
    <Folded act="sub-processor" title="Før varsel om ny underleverandør" answer={answer}>
      <Field {...field('name')} label="Navn" required />
      <Field {...field('does')} label="Hva de gjør" required />
      <Field {...field('location')} label="Land" hint="To bokstaver." maxLength={2} required />
      <Field {...field('transferGround')} label="Grunnlag for overføring ut av EØS" />
      <Field {...field('toldOn')} label="Varslet" type="date" required value={field('toldOn').value ?? today} />
      <Field
        {...field('effectiveOn')}
        label="Tas i bruk"
        hint="Minst 30 dager etter varselet; ellers protesterer vi."
        type="date"
        required
      />
      <Button>Før varselet</Button>
    </Folded>
  )
}

export function ReachForm({
  answer,
  supplier: { reachedBy, webhookUrl, mailbox },
  secret,
}: Props & { readonly supplier: Recipient; readonly secret: string | null }) {
  const webhook = fieldOf(answer, 'webhook')
  const email = fieldOf(answer, 'email')
  return (
    <section className="stack">
      <h2>Hvor instruksene går</h2>
      <p>
        {reachedBy === 'webhook' && <>Som signert webhook til {webhookUrl}.</>}
        {reachedBy === 'email' && <>Som brev med svarlenke til {mailbox}.</>}
        {reachedBy === 'nothing' && <>Ingen steder. Sett opp en postkasse eller en webhook.</>}
      </p>
      {secret && (
        <details>
          <summary>Vis hemmeligheten de skal ha</summary>
          <p>
            <code>{secret}</code>
          </p>
          <p className="small">
            Gi den til utvikleren deres på en trygg måte. «npm run supplier» viser hvordan mottaket kan se ut.
          </p>
          <Form method="post">
            <Button variant="tertiary" name="act" value="new secret">
              Lag en ny, og gjør denne ugyldig
            </Button>
          </Form>
        </details>
      )}
      <Folded act="webhook" title="Bruk webhook" answer={answer}>
        <Field
          {...webhook('url')}
          label="Adresse"
          hint="Begynner med https://."
          type="url"
          required
          value={webhook('url').value ?? webhookUrl}
        />
        <Button>Bruk webhook</Button>
      </Folded>
      <Folded act="email" title="Bruk brev med svarlenke" answer={answer}>
        <Field
          {...email('mailbox')}
          label="Postkasse"
          hint="En felles adresse."
          type="email"
          required
          value={email('mailbox').value ?? mailbox}
        />
        <Button>Bruk brev</Button>
      </Folded>
    </section>
  )
}
