import { data, Form, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now } from '#clock'
import { Button, EndLine, Notice, PageTitle, type ShownEnd, WideTable } from '#design'
import { dataDirectory } from '#files'
import { again, readForm } from '#http'
import { declared } from '#inventory'
import { countryName } from '#languages'
import { standingOf, webhookSecret } from '#outbound'
import { papersOf, recipient, type Recipient } from '#processors'
import { asking, purposes } from '#purposes'
import { writtenRules } from '#retention'
import { fieldWord } from '#rights'
import { googleAnalytics, stopTellingGoogle } from '#statistics'
import { instructionRows } from './desk-instructions.ts'
import { editors, readers } from './desk-suppliers.tsx'
import { InstructionTable, type InstructionRow } from './instruction-table.tsx'
import { standingHere, type StandingHere } from './standing-here.ts'
import { done, supplierActs } from './supplier-acts.ts'
import { AgreementForm, ReachForm, ConfirmationForm, ReviewForm, SubProcessorForm, type Typed } from './supplier-forms.tsx'
import { Agreements, Confirmations, Reviews, SubProcessors, type Papers } from './supplier-papers.tsx'
import { SupplierStanding } from './supplier-standing.tsx'
import { roleWords } from './words.ts'

type Loaded = {
  readonly supplier: Recipient
  readonly country: string
  /** What each field is called, by the field. */
  readonly words: Readonly<Record<string, string>>
  readonly papers: Papers
  readonly standing: StandingHere
  readonly agreement: 'current' | 'ended' | 'none' | undefined
  readonly asked: readonly InstructionRow[] | undefined
  readonly mayAct: boolean
  readonly today: string
  /** How long what shows that they are to be trusted is kept. */
  readonly kept: ShownEnd
  readonly keptAsked: ShownEnd
  /** Only for those who may hand it on, and only when webhooks are used. */
  readonly secret: string | null
}

export async function loader({ params, context }: LoaderFunctionArgs): Promise<Loaded> {
  const { role } = requireStaff(context, ...readers)
  const db = asking(context, 'legal_obligation')
  const supplier = await recipient(db, params.id ?? '')
  if (!supplier) throw data(null, { status: 404 })
  const mayOpen = editors.includes(role as never)
  const [found, stands, asked] = await Promise.all([
    papersOf(db, supplier.id),
    standingOf(db, now(), supplier.id),
    mayOpen ? instructionRows(db, { now: now(), role }, supplier.id) : undefined,
  ])
  const mayAct = mayOpen && supplier.role !== 'own_module'
  const secret =
    mayAct && supplier.reachedBy === 'webhook' ? webhookSecret(dataDirectory(), supplier.id, supplier.webhookVersion) : null
  const subProcessors = found.subProcessors.map((each) => ({ ...each, location: countryName(each.location, 'nb') }))
  const papers = { ...found, subProcessors }
  const words = Object.fromEntries(supplier.fields.map(({ field }) => [field, fieldWord(field, 'nb')]))
  return {
    supplier,
    words,
    country: countryName(supplier.location, 'nb'),
    papers: {
      ...papers,
      subProcessors: papers.subProcessors.map((each) => ({ ...each, location: countryName(each.location, 'nb') })),
    },
    standing: standingHere(supplier, stands?.agreement),
    agreement: stands?.agreement,
    asked,
    mayAct,
    secret,
    today: dayOf(now()),
    kept: writtenRules(declared('core.recipient_review')),
    keptAsked: writtenRules(declared('core.instruction')),
  }
}

type Answer = {
  readonly problems?: Readonly<Record<string, string>>
  readonly typed?: Typed
  readonly done?: true
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId } = requireStaff(context, ...editors)
  const read = await readForm(request, supplierActs)
  if (!read.ok) return again(read.problems, read.typed)
  const db = asking(context, 'legal_obligation')
  if (!(await recipient(db, params.id ?? ''))) throw data(null, { status: 404 })
  // No visitor is asked on behalf of whoever has left.
  if (read.value.act === 'end' && params.id === googleAnalytics.recipient)
    await stopTellingGoogle(asking(context, 'administer'), now())
  const answer = await done(db, params.id!, read.value, userId)
  if (answer) return data<Answer>({ problems: answer, typed: read.typed }, { status: 422 })
  return data<Answer>({ done: true })
}

export default function DeskSupplier({
  loaderData: { supplier, country, words, papers, standing, agreement, asked, mayAct, today, secret, kept, keptAsked },
  actionData,
}: {
  readonly loaderData: Loaded
  readonly actionData?: Answer
}) {
  const isProcessor = supplier.role === 'processor'
  return (
    <div className="stack">
      <title>{supplier.name}</title>
      <PageTitle lead={`${roleWords[supplier.role]}, ${country}: ${supplier.does.nb}`}>{supplier.name}</PageTitle>
      <SupplierStanding supplier={supplier} standing={standing} signed={!isProcessor || agreement === 'current'} />
      {actionData?.problems && (
        <Notice kind="danger" title="Ikke lagret">
          Se merknadene ved feltene under.
        </Notice>
      )}
      {actionData?.done && <Notice kind="success">Ført inn.</Notice>}
      <Given supplier={supplier} words={words} />
      {isProcessor && (
        <>
          <Agreements papers={papers} />
          <Reviews papers={papers} today={today} />
          <Confirmations papers={papers} />
          <SubProcessors papers={papers} mayAct={mayAct} />
          <EndLine end={kept} />
        </>
      )}
      {supplier.role !== 'own_module' && asked && (
        <>
          <h2>Instrukser</h2>
          {asked.length === 0 ? (
            <p className="soft">Ingen instrukser ennå.</p>
          ) : (
            <InstructionTable rows={asked} withSupplier={false} mayAct={mayAct} answer={actionData} kept={keptAsked} />
          )}
        </>
      )}
      {mayAct && (
        <>
          {/* Each is begun anew, folded, when what it was for has been filed: a second press would file it twice. */}
          {isProcessor && (
            <>
              <AgreementForm key={`a${papers.agreements.length}`} answer={actionData} />
              <ReviewForm key={`r${papers.reviews.length}`} answer={actionData} today={today} />
              <ConfirmationForm key={`c${papers.confirmations.length}`} answer={actionData} today={today} />
              <SubProcessorForm key={`s${papers.subProcessors.length}`} answer={actionData} today={today} />
            </>
          )}
          <ReachForm
            key={`${supplier.reachedBy} ${supplier.webhookUrl} ${supplier.mailbox}`}
            answer={actionData}
            supplier={supplier}
            secret={secret}
          />
          {supplier.endedAt === null && <End />}
        </>
      )}
    </div>
  )
}

function Given({ supplier, words }: Pick<Loaded, 'supplier' | 'words'>) {
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
        <WideTable name="Felt med grunn">
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
                  {words[field]} <code className="small soft">{field}</code>
                  {knownBy.includes(field) && <span className="soft"> (kjenner igjen på)</span>}
                </td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
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
