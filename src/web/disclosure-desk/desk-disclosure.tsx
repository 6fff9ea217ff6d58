import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenDay, writtenMoment } from '#clock'
import { Button, Field, Notice, PageTitle, Tag, TextArea } from '#design'
import {
  allowed,
  approveDisclosure,
  assessDisclosure,
  closeDisclosure,
  disclosureCase,
  executeDisclosure,
  grounds,
  missing,
  noteInformed,
  refuseDisclosure,
  withdrawDisclosureConsent,
  type DisclosureCase,
  type OnFile,
} from '#disclosure'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { claimFacts } from './claim-facts.ts'
import { handlers } from './desk-disclosures.tsx'
import { caseWords, refusals } from './words.ts'

const filedText = z.string().max(2000)
const form = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('assess'),
      fields: z.string().min(3).max(2000),
      necessity: z.string().min(10).max(2000),
      withheldUntil: z.iso.date().or(z.literal('')).default(''),
    })
    .catchall(filedText),
  z.object({ act: z.literal('approve') }),
  z.object({
    act: z.literal('execute'),
    method: z.string().min(5).max(300),
    informed: z.literal('yes').optional(),
    notInformedBecause: z.string().max(500).default(''),
  }),
  z.object({ act: z.literal('refuse'), because: z.string().min(5).max(1000), informed: z.literal('yes').optional() }),
  z.object({ act: z.literal('inform') }),
  z.object({ act: z.literal('withdraw') }),
  z.object({ act: z.literal('close') }),
])

type Shown = Pick<
  DisclosureCase,
  'ground' | 'state' | 'filed' | 'fields' | 'necessity' | 'asked_for' | 'recipient_name' | 'withheld_until'
> & {
  readonly recipient: string
  readonly requested: string
  readonly missing: readonly string[]
  readonly approvals: readonly string[]
  readonly own: boolean
  readonly informed: string | null
  readonly notInformed: string | null
  readonly refusedBecause: string | null
  readonly recalled: boolean
}

const keyOf = (params: LoaderFunctionArgs['params']) => ({ accountId: params.account ?? '', id: params.id ?? '' })
const uuids = /^[0-9a-f-]{36}$/

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Shown> {
  const { userId } = requireStaff(context, ...handlers)
  const key = keyOf(params)
  const valid = uuids.test(key.accountId) && uuids.test(key.id)
  const found = valid ? await disclosureCase(asking(context, 'legal_obligation'), key) : undefined
  if (!found) throw data(null, { status: 404 })
  const { ground, state, filed, fields, necessity, asked_for, recipient_name, withheld_until } = found
  return {
    ground,
    state,
    filed,
    fields,
    necessity,
    asked_for,
    recipient_name,
    withheld_until,
    recipient: [recipient_name, found.recipient_number, found.recipient_country].filter(Boolean).join(', '),
    requested: writtenMoment(found.requested_at, 'nb'),
    missing: missing(ground, filed),
    approvals: found.approvals.map(({ at }) => writtenMoment(at, 'nb')),
    own: [found.requested_by, found.assessed_by].includes(userId),
    informed: found.informed_at ? writtenMoment(found.informed_at, 'nb') : null,
    notInformed: found.not_informed_because,
    refusedBecause: found.refused_because,
    recalled: found.recalled_at !== null,
  }
}

type Answer = {
  readonly problem?: string
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
  readonly done?: true
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, ...handlers)
  const key = keyOf(params)
  if (!uuids.test(key.accountId) || !uuids.test(key.id)) throw data(null, { status: 404 })
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const answer = await done(context, key, read.value, userId)
  if (!refused(answer)) return data<Answer>({ done: true })
  const problem = 'because' in answer ? String(answer.because) : (refusals[answer.refused] ?? answer.refused)
  return data<Answer>(
    answer.field ? { problems: { [answer.field]: problem }, typed: read.typed } : { problem, typed: read.typed },
    {
      status: 422,
    },
  )
}

async function done(
  context: ActionFunctionArgs['context'],
  key: { readonly accountId: string; readonly id: string },
  typed: z.output<typeof form>,
  staffUserId: string,
): Promise<unknown> {
  const db = asking(context, 'legal_obligation')
  const at = now()
  switch (typed.act) {
    case 'assess': {
      const { act: _, fields, necessity, withheldUntil, ...filed } = typed
      const split = fields.split(/[\s,]+/).filter(Boolean)
      return assessDisclosure(db, at, key, {
        fields: split,
        necessity,
        filed: filed as Record<string, string>,
        withheldUntil: withheldUntil || null,
        staffUserId,
      })
    }
    case 'approve':
      return approveDisclosure(db, at, key, staffUserId)
    case 'execute': {
      const found = await disclosureCase(db, key)
      const claim =
        found?.ground === 'debt_collection'
          ? await claimFacts(asking(context, 'invoice'), at, key.accountId, found.filed)
          : undefined
      return executeDisclosure(db, at, key, {
        method: typed.method,
        staffUserId,
        informed: typed.informed === 'yes',
        notInformedBecause: typed.notInformedBecause || null,
        ...(claim && { claim }),
      })
    }
    case 'refuse':
      return refuseDisclosure(db, at, key, { because: typed.because, staffUserId, informed: typed.informed === 'yes' })
    case 'inform':
      return noteInformed(db, at, key)
    case 'withdraw':
      return withdrawDisclosureConsent(db, at, key, staffUserId)
    case 'close':
      return closeDisclosure(db, at, key)
  }
}

export default function DeskDisclosure({ loaderData, actionData }: { readonly loaderData: Shown; readonly actionData?: Answer }) {
  const { ground, state, asked_for, recipient, recipient_name, requested, approvals } = loaderData
  const may = (act: keyof typeof allowed) => (allowed[act] as readonly string[]).includes(state)
  return (
    <div className="stack">
      <title>{`Utlevering til ${recipient_name}`}</title>
      <PageTitle lead={grounds[ground].label}>{`Utlevering til ${recipient_name}`}</PageTitle>
      <p>
        <Tag state={state} tone={caseWords[state].tone}>
          {caseWords[state].nb}
        </Tag>{' '}
        Bedt om {requested} av {recipient}.
      </p>
      <p>{asked_for}</p>
      {actionData?.problem && <Notice kind="danger">{actionData.problem}</Notice>}
      {actionData?.problems && (
        <Notice kind="danger" title="Ikke lagret">
          Se merknadene ved feltene.
        </Notice>
      )}
      {actionData?.done && <Notice kind="success">Ført inn.</Notice>}
      {loaderData.refusedBecause && <Notice title="Avslått">{loaderData.refusedBecause}</Notice>}
      <WhatIsMissing shown={loaderData} />
      <Told shown={loaderData} />
      {approvals.length > 0 && <p>Godkjent {approvals.join(' og ')}.</p>}
      {may('assess') && <Assess shown={loaderData} answer={actionData} />}
      {may('approve') && <Approve shown={loaderData} />}
      {may('execute') && <Execute answer={actionData} />}
      {may('refuse') && <Refuse answer={actionData} />}
      {may('inform') && loaderData.informed === null && <Press act="inform" label="Personen har fått vite det" />}
      {ground === 'subject_consent' && !loaderData.recalled && may('withdraw') && (
        <Press act="withdraw" label="Personen har trukket samtykket" />
      )}
      {may('close') && <Press act="close" label="Avslutt saken" />}
    </div>
  )
}

function WhatIsMissing({ shown: { state, missing: lacking } }: { readonly shown: Shown }) {
  if (lacking.length === 0 || state === 'refused') return null
  return (
    <section>
      <h2>Må være på plass før noe kan godkjennes</h2>
      <ul>
        {lacking.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  )
}

function Told({ shown: { informed, notInformed, withheld_until } }: { readonly shown: Shown }) {
  if (informed) return <p>Personen fikk vite det {informed}.</p>
  if (withheld_until)
    return <p>Personen kan ikke varsles før {writtenDay(withheld_until, 'nb')}. Fra den dagen står saken på Min side.</p>
  return notInformed ? <p>Personen er ikke varslet: {notInformed}</p> : null
}

function Assess({ shown, answer }: { readonly shown: Shown; readonly answer: Answer | undefined }) {
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
      {wanted.map(({ name, label, hint, kind }) => (
        <Field
          key={name}
          {...field(name, shown.filed[name] ?? '')}
          label={label}
          hint={hint}
          required
          {...(kind === 'day' && { type: 'date' })}
        />
      ))}
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

function Approve({ shown: { ground, own } }: { readonly shown: Shown }) {
  if (own && grounds[ground].approver === 'somebody else')
    return <Notice>Du har bedt om det eller vurdert det. En annen må godkjenne.</Notice>
  return <Press act="approve" label="Godkjenn" />
}

function Execute({ answer }: { readonly answer: Answer | undefined }) {
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
      <label className="row">
        <input className="ds-input" type="checkbox" name="informed" value="yes" /> Personen har fått vite det
      </label>
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

function Refuse({ answer }: { readonly answer: Answer | undefined }) {
  const typed = answer?.typed?.act === 'refuse' ? answer : undefined
  return (
    <details open={typed !== undefined}>
      <summary>Avslå</summary>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="act" value="refuse" />
        <TextArea name="because" label="Hvorfor" required value={typed?.typed?.because} problem={typed?.problems?.because} />
        <label className="row">
          <input className="ds-input" type="checkbox" name="informed" value="yes" /> Personen har fått vite at noen spurte
        </label>
        <Button variant="secondary">Avslå</Button>
      </Form>
    </details>
  )
}

function Press({ act, label }: { readonly act: string; readonly label: string }) {
  return (
    <Form method="post">
      <Button variant="secondary" name="act" value={act}>
        {label}
      </Button>
    </Form>
  )
}
