import { Form } from 'react-router'
import { Button, Checkbox, Field, FileHash, Notice, TextArea } from '#design'
import { grounds, type OnFile } from '#disclosure'
import type { Shown } from './shown-case.ts'

export type Answer = {
  readonly problem?: string
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly done?: true
}

export function Assess({ shown, answer }: { readonly shown: Shown; readonly answer: Answer | undefined }) {
  const wanted: readonly OnFile[] = grounds[shown.ground].onFile
  const typed = answer?.typed?.act === 'assess' ? answer.typed : undefined
  const field = (name: string, before: string | null) => ({
    name,
    value: typed?.[name] ?? before,
    problem: typed && answer?.problems?.[name],
  })
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Vurder</h2>
      <input type="hidden" name="act" value="assess" />
      {wanted.map(({ name, label, hint, kind }) =>
        kind === 'hash' ? (
          <FileHash key={name} {...field(name, shown.filed[name] ?? '')} label={label} hint={hint} required />
        ) : (
          <Field
            key={name}
            {...field(name, shown.filed[name] ?? '')}
            label={label}
            hint={hint}
            required
            {...(kind === 'day' && { type: 'date' })}
          />
        ),
      )}
      <TextArea
        {...field('fields', shown.fields.join('\n'))}
        label="Opplysningene, felt for felt"
        hint="Så få som mulig, én på hver linje: «invoice.number»."
        required
      />
      <TextArea {...field('necessity', shown.necessity)} label="Hvorfor nettopp disse er nødvendige" required />
      {shown.ground === 'order' && (
        <Field
          {...field('withheldUntil', shown.withheld_until)}
          label="Personen kan ikke varsles før"
          hint="Bare når pålegget sier det. Den dagen kommer saken på Min side av seg selv."
          type="date"
        />
      )}
      <Button variant="secondary">Lagre vurderingen</Button>
    </Form>
  )
}

export function Approve({ shown: { ground, own, assessedAt } }: { readonly shown: Shown }) {
  if (own && grounds[ground].approver === 'somebody else')
    return <Notice>Du har bedt om det eller vurdert det. En annen må godkjenne.</Notice>
  return <Press act="approve" label="Godkjenn" more={{ assessedAt: assessedAt ?? '' }} />
}

export function Execute({ answer }: { readonly answer: Answer | undefined }) {
  const typed = answer?.typed?.act === 'execute' ? answer : undefined
  return (
    <Form method="post" className="fields" noValidate>
      <h2>Utlever</h2>
      <input type="hidden" name="act" value="execute" />
      <Field
        name="method"
        label="Hvordan det overleveres"
        hint="En kryptert kanal, ikke vanlig e-post."
        required
        value={typed?.typed?.method}
        problem={typed?.problems?.method}
      />
      <FileHash
        name="handedHash"
        label="Kontrollsummen av det som utleveres"
        required
        value={typed?.typed?.handedHash}
        problem={typed?.problems?.handedHash}
      />
      <Checkbox name="informed" label="Personen har fått vite det" checked={typed?.typed?.informed === 'yes'} />
      <Field
        name="notInformedBecause"
        label="Hvis ikke: hvorfor"
        value={typed?.typed?.notInformedBecause}
        problem={typed?.problems?.notInformedBecause}
      />
      <Button>Det er overlevert</Button>
    </Form>
  )
}

export function Refuse({ answer }: { readonly answer: Answer | undefined }) {
  const typed = answer?.typed?.act === 'refuse' ? answer : undefined
  return (
    <details open={typed !== undefined}>
      <summary>Avslå</summary>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="act" value="refuse" />
        <TextArea name="because" label="Hvorfor" required value={typed?.typed?.because} problem={typed?.problems?.because} />
        <Checkbox name="informed" label="Personen har fått vite at noen spurte" checked={typed?.typed?.informed === 'yes'} />
        <Button variant="secondary">Avslå</Button>
      </Form>
    </details>
  )
}

export function Press({
  act,
  label,
  more = {},
}: {
  readonly act: string
  readonly label: string
  readonly more?: Readonly<Record<string, string>>
}) {
  return (
    <Form method="post">
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" name="act" value={act}>
        {label}
      </Button>
    </Form>
  )
}
