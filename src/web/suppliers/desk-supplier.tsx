import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { Button, Notice, PageTitle } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { enqueue } from '#jobs'
import { webhookSecret } from '#outbound'
import {
  closeSubProcessor,
  endRecipient,
  papersOf,
  recipient,
  registerAgreement,
  registerSubProcessor,
  registerConfirmation,
  reviewRecipient,
  setReach,
  type Recipient,
} from '#processors'
import { asking, purposes } from '#purposes'
import { refused } from '#refusal'
import { googleAnalytics, stopTellingGoogle } from '#statistics'
import { actOnInstruction, instructionForms, instructionRows } from './desk-instructions.ts'
import { editors, readers } from './desk-suppliers.tsx'
import { InstructionTable, type InstructionRow } from './instruction-table.tsx'
import { AgreementForm, ReachForm, ConfirmationForm, ReviewForm, SubProcessorForm, type Typed } from './supplier-forms.tsx'
import { Agreements, Confirmations, Reviews, SubProcessors, type Papers } from './supplier-papers.tsx'
import { roleWords } from './words.ts'

const day = z.iso.date()
const letters = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]))

const form = z.discriminatedUnion('act', [
  ...instructionForms,
  z.object({
    act: z.literal('agreement'),
    documentName: z.string().min(3).max(200),
    documentHash: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256: 64 tegn, 0–9 og a–f.'),
    covers: letters,
    breachNoticeHours: z.coerce.number().int().min(1).max(72),
    signedOn: day,
    endsOn: day.or(z.literal('')),
  }),
  z.object({ act: z.literal('review'), reviewedOn: day, found: z.string().min(10).max(2000) }),
  z.object({
    act: z.literal('confirmation'),
    confirms: z.string().min(10).max(1000),
    documentName: z.string().min(3).max(200),
    confirmedOn: day,
  }),
  z.object({
    act: z.literal('sub-processor'),
    name: z.string().min(2).max(120),
    does: z.string().min(3).max(200),
    location: z.string().regex(/^[A-Z]{2}$/, 'To store bokstaver, som NO eller SE.'),
    transferGround: z.string().max(200).default(''),
    toldOn: day,
    effectiveOn: day,
  }),
  z.object({ act: z.literal('object'), subProcessor: z.uuid() }),
  z.object({ act: z.literal('sub-processor ended'), subProcessor: z.uuid() }),
  z.object({ act: z.literal('webhook'), url: z.string().max(500) }),
  z.object({ act: z.literal('email'), mailbox: z.email().max(254) }),
  z.object({ act: z.literal('new secret') }),
  z.object({ act: z.literal('end') }),
])

type Loaded = {
  readonly supplier: Recipient
  readonly papers: Papers
  readonly asked: readonly InstructionRow[]
  readonly mayAct: boolean
  readonly today: string
  /** Only for those who may hand it on, and only when webhooks are used. */
  readonly secret: string | null
}

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context, ...readers)
  const db = asking(context, 'legal_obligation')
  const supplier = await recipient(db, params.id ?? '')
  if (!supplier) throw data(null, { status: 404 })
  const [papers, asked] = await Promise.all([papersOf(db, supplier.id), instructionRows(db, supplier.id)])
  const mayAct = editors.includes(role as never) && supplier.role !== 'own_module'
  const secret =
    mayAct && supplier.reachedBy === 'webhook' ? webhookSecret(dataDirectory(), supplier.id, supplier.webhookVersion) : null
  return { supplier, papers, asked, mayAct, secret, today: dayOf(now()) }
}

type Answer = {
  readonly problem?: string
  readonly problems?: Record<string, string>
  readonly typed?: Typed
  readonly done?: true
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, ...editors)
  const read = await readForm(request, form)
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const db = asking(context, 'legal_obligation')
  if (!(await recipient(db, params.id ?? ''))) throw data(null, { status: 404 })
  // No visitor is asked on behalf of whoever has left.
  if (read.value.act === 'end' && params.id === googleAnalytics.recipient)
    await stopTellingGoogle(asking(context, 'administer'), now())
  const answer = await done(db, params.id!, read.value, userId)
  if (typeof answer === 'string') return data<Answer>({ problem: answer, typed: read.typed }, { status: 422 })
  if (answer) return data<Answer>({ problems: answer, typed: read.typed }, { status: 422 })
  return data<Answer>({ done: true })
}

/** Undefined when it was done; else why not, for the page or for a field. */
async function done(
  db: Parameters<typeof endRecipient>[0],
  id: string,
  typed: z.output<typeof form>,
  staffUserId: string,
): Promise<string | Record<string, string> | undefined> {
  const at = now()
  switch (typed.act) {
    case 'accept keeping':
    case 'answered':
      return actOnInstruction(db, at, typed)
    case 'agreement':
      await registerAgreement(db, at, id, { ...typed, endsOn: typed.endsOn || null })
      return undefined
    case 'review':
      if (typed.reviewedOn > dayOf(at)) return { reviewedOn: 'Gjennomgangen kan ikke være gjort fram i tid.' }
      await reviewRecipient(db, at, id, { ...typed, staffUserId })
      return undefined
    case 'confirmation':
      if (typed.confirmedOn > dayOf(at)) return { confirmedOn: 'Bekreftelsen kan ikke være gitt fram i tid.' }
      await registerConfirmation(db, at, id, { ...typed, staffUserId })
      return undefined
    case 'sub-processor': {
      const answer = await registerSubProcessor(db, at, id, { ...typed, transferGround: typed.transferGround || null })
      return refused(answer) ? { transferGround: 'Utenfor EØS trengs et overføringsgrunnlag.' } : undefined
    }
    case 'object':
      await closeSubProcessor(db, at, id, typed.subProcessor, { objectedOn: dayOf(at) })
      return undefined
    case 'sub-processor ended':
      await closeSubProcessor(db, at, id, typed.subProcessor, { endedOn: dayOf(at) })
      return undefined
    case 'webhook': {
      const answer = await setReach(db, at, id, { by: 'webhook', url: typed.url })
      return refused(answer) ? { url: 'Adressen må begynne med https://.' } : undefined
    }
    case 'email':
      await setReach(db, at, id, { by: 'email', mailbox: typed.mailbox })
      return undefined
    case 'new secret':
      await setReach(db, at, id, { by: 'new secret' })
      return undefined
    case 'end':
      await endRecipient(db, at, id)
      await enqueue(db, 'follow-register', {}, { key: 'follow register' })
      return undefined
  }
}

export default function DeskSupplier({
  loaderData: { supplier, papers, asked, mayAct, today, secret },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  const isProcessor = supplier.role === 'processor'
  return (
    <div className="stack">
      <title>{supplier.name}</title>
      <PageTitle lead={`${roleWords[supplier.role]}, ${supplier.location}: ${supplier.does.nb}`}>{supplier.name}</PageTitle>
      <Standing supplier={supplier} />
      {actionData?.problem && <Notice kind="danger">{actionData.problem}</Notice>}
      {actionData?.problems && (
        <Notice kind="danger" title="Ikke lagret">
          Se merknadene ved feltene under.
        </Notice>
      )}
      {actionData?.done && <Notice kind="success">Ført inn.</Notice>}
      <Given supplier={supplier} />
      {isProcessor && (
        <>
          <Agreements papers={papers} />
          <Reviews papers={papers} today={today} />
          <Confirmations papers={papers} />
          <SubProcessors papers={papers} mayAct={mayAct} />
        </>
      )}
      {supplier.role !== 'own_module' && (
        <>
          <h2>Instrukser</h2>
          {asked.length === 0 ? (
            <p className="soft">Ingen instrukser ennå.</p>
          ) : (
            <InstructionTable rows={asked} withSupplier={false} mayAct={mayAct} />
          )}
        </>
      )}
      {mayAct && (
        <>
          {isProcessor && <AgreementForm answer={actionData} />}
          {isProcessor && <ReviewForm answer={actionData} today={today} />}
          {isProcessor && <ConfirmationForm answer={actionData} today={today} />}
          {isProcessor && <SubProcessorForm answer={actionData} today={today} />}
          <ReachForm answer={actionData} supplier={supplier} secret={secret} />
          {supplier.endedAt === null && <End />}
        </>
      )}
    </div>
  )
}

function Standing({ supplier: { role, activeAt, endedAt } }: { readonly supplier: Recipient }) {
  if (role === 'own_module')
    return <Notice>En del av dette systemet. Ingenting sendes dit, og ingen utenfor huset får noe.</Notice>
  if (endedAt) return <Notice>Avsluttet {writtenDay(endedAt, 'nb')}. Det de har, blir fortsatt bedt slettet.</Notice>
  if (activeAt) return null
  return (
    <Notice kind="warning" title="Får ingenting ennå">
      <p>Erklæringen skrives på nytt med denne i listen. Når den versjonen gjelder, kan noe sendes.</p>
    </Notice>
  )
}

function Given({ supplier }: { readonly supplier: Recipient }) {
  const { fields, purposes: used, ground, transferGround, knownBy } = supplier
  return (
    <section className="stack">
      <h2>Hva de kan få</h2>
      <p>
        Formål: {used.length === 0 ? 'ingen' : used.map((purpose) => purposes[purpose].nb).join('; ')}. Grunnlag: {ground}
        {transferGround && `, utenfor EØS etter ${transferGround}`}.
      </p>
      {fields.length === 0 ? (
        <p className="soft">Ingen felt.</p>
      ) : (
        <div className="scrolls" tabIndex={0} role="region" aria-label="Felt">
          <table className="ds-table">
            <caption className="unseen">Felt med grunn</caption>
            <thead>
              <tr>
                <th scope="col">Felt</th>
                <th scope="col">Grunn</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, reason }) => (
                <tr key={field}>
                  <td>
                    <code>{field}</code>
                    {knownBy.includes(field) && <span className="soft"> (kjenner igjen på)</span>}
                  </td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function End() {
  return (
    <details>
      <summary>Avslutt leverandøren</summary>
      <Form method="post" className="stack">
        <p>
          Ingenting mer sendes dit, og den går ut av erklæringen. Be om skriftlig bekreftelse på at alt er slettet eller levert
          tilbake.
        </p>
        <input type="hidden" name="act" value="end" />
        <Button color="danger">Avslutt</Button>
      </Form>
    </details>
  )
}
