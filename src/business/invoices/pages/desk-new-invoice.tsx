import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { dayOf, daysAfter, now, writtenDay } from '#clock'
import { Button, ButtonLink, Field, Insist, LineTable, Notice, PageTitle } from '#design'
import { again, idInAddress, readForm, saidNo } from '#http'
import { controller } from '#merchant'
import { totals } from '#money'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { findingWords, mayIssue, type Finding } from '../before-issue.ts'
import { invoiceBasis, type Basis } from '../invoice-basis.ts'
import { findings, issueInvoice } from '../issue-invoice.ts'
import { priced } from '../priced.ts'
import { refusals } from './desk-words.ts'
import styles from './desk-invoice.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'host')
  const db = asking(context, 'invoice')
  const basis = await basisOf(db, params.orderId)
  const checked = findings(await controller(db), basis, {
    buyerReference: null,
    deliveryPlace: basis.order.delivery_address,
    buyerName: null,
    buyerAddress: null,
  })
  const { order, account, lines } = basis
  const today = dayOf(now())
  return { order, account, lines: lines.map(priced), checked, today, due: daysAfter(today, account.payment_days) }
}

async function basisOf(db: Parameters<typeof invoiceBasis>[0], orderId: string | undefined) {
  const id = idInAddress(orderId)
  const order = await db.selectFrom('sales_order').select('account_id').where('id', '=', id).executeTakeFirst()
  const basis = order && (await invoiceBasis(db, order.account_id, id))
  if (!basis || basis.order.cancelled_at) throw data(null, { status: 404 })
  return basis
}

const form = z.object({
  buyerReference: z.string().max(60).default(''),
  deliveryPlace: z.string().max(400).default(''),
  to: z.union([z.literal(''), z.email().max(254)]).default(''),
  buyerName: z.string().max(200).default(''),
  buyerAddress: z.string().max(400).default(''),
  why: z.string().max(200).default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId: staffId } = requireStaff(context, 'salesperson', 'accountant', 'host')
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const db = asking(context, 'invoice')
  const basis = await basisOf(db, params.orderId)
  const { order } = basis
  const { buyerReference, deliveryPlace, to, buyerName, buyerAddress, why } = read.value
  const issuing = {
    accountId: order.account_id,
    orderId: order.id,
    staffId,
    buyerReference: buyerReference || null,
    deliveryPlace: deliveryPlace || null,
    buyerName: buyerName || null,
    buyerAddress: buyerAddress || null,
    insisted: { why, staffUserId: staffId },
    mailTo: to || null,
    website: websiteOf(context),
  }
  const issued = await issueInvoice(db, now(), issuing)
  if (!refused(issued)) throw redirect(`/desk/faktura/${issued.id}`)
  const checked = findings(await controller(db), basis, issuing)
  const problems = { ...saidNo(issued, refusals), ...missing(issuing, basis, checked) }
  return data<Answer>({ problems, typed: read.typed, checked }, { status: 422 })
}

/** Beside which fields something must be written before it can be issued. */
function missing({ buyerName, buyerAddress }: Named, { account }: Basis, checked: readonly Finding[]): Record<string, string> {
  const lacks = (about: Finding['about']) => checked.some((finding) => finding.about === about && !finding.fine)
  const name = lacks('buyer') && account.name === null && buyerName === null
  const address = lacks('buyer') && buyerAddress === null
  return {
    ...(name && { buyerName: 'Skriv kjøpers navn.' }),
    ...(address && { buyerAddress: 'Skriv kjøpers adresse.' }),
    ...(lacks('deliveryPlace') && { deliveryPlace: findingWords.deliveryPlace.not }),
  }
}

type Named = { readonly buyerName: string | null; readonly buyerAddress: string | null }

type Answer = {
  readonly problems: Record<string, string>
  readonly typed: Record<string, string>
  readonly checked?: readonly Finding[]
}

export default function DeskNewInvoice() {
  const { order, account, lines, checked, today, due } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { typed = {}, problems = {} } = answer ?? {}
  const { net, gross, groups } = totals(lines.filter(({ kind }) => kind !== 'note'))
  return (
    <>
      <title>Ny faktura</title>
      <PageTitle lead={`Dato ${writtenDay(today, 'nb')}, forfall ${writtenDay(due, 'nb')}. Nummeret tas når du utsteder.`}>
        Faktura for {order.number}
      </PageTitle>
      {problems.act && (
        <Notice kind="danger">
          <p>{problems.act}</p>
        </Notice>
      )}
      <div className="beside">
        <div className="stack">
          <LineTable lines={lines} sums={{ net, gross, groups }} currency={order.currency} caption="Linjene som faktureres" />
          <Form method="post" className="fields" noValidate>
            {account.name === null && (
              <Field
                name="buyerName"
                label="Kjøpers navn"
                hint="Kundekortet har ikke noe firma. Loven krever kjøpers navn; det lagres bare på fakturaen."
                value={typed.buyerName}
                problem={problems.buyerName}
                maxLength={200}
                required
              />
            )}
            {account.invoice_address === null && account.company_address === null && account.organisation_number === null && (
              <Field
                name="buyerAddress"
                label="Kjøpers adresse"
                value={typed.buyerAddress}
                problem={problems.buyerAddress}
                maxLength={400}
                required
              />
            )}
            <Field
              name="buyerReference"
              label="Deres ref."
              hint="Kundens egen kode. Ikke et navn: ingen person skal stå på fakturaen."
              value={typed.buyerReference}
              problem={problems.buyerReference}
              maxLength={60}
            />
            <Field
              name="deliveryPlace"
              label="Leveringssted"
              value={typed.deliveryPlace ?? order.delivery_address}
              problem={problems.deliveryPlace}
              maxLength={400}
              required
            />
            <Field
              name="to"
              type="email"
              label="Send som PDF til"
              hint="La stå tom hvis du vil skrive den ut."
              value={typed.to ?? account.invoice_email}
              problem={problems.to}
            />
            <Insist problems={problems} typed={typed} />
            <div className="row">
              <Button>Utsted faktura</Button>
              <ButtonLink variant="secondary" href={`/desk/ordre/${order.id}`}>
                Ikke nå
              </ButtonLink>
            </div>
            <p className="small soft">En utstedt faktura kan ikke endres av noen, bare krediteres.</p>
          </Form>
        </div>
        <CheckList checked={answer?.checked ?? checked} />
      </div>
    </>
  )
}

function CheckList({ checked }: { readonly checked: readonly Finding[] }) {
  return (
    <aside className="ds-card check-list">
      <h2>{mayIssue(checked) ? 'Klar til å utstedes' : 'Ikke klar ennå'}</h2>
      <ul>
        {checked.map(({ about, fine, weight }) => (
          <li key={about} data-finding={fine ? 'fine' : weight}>
            <span aria-hidden="true">{fine ? '✓' : weight === 'must' ? '✕' : '!'}</span>
            <span>
              {!fine && <span className="unseen">{weight === 'must' ? 'Mangler: ' : 'Se over: '}</span>}
              {fine ? findingWords[about].fine : findingWords[about].not}
            </span>
          </li>
        ))}
      </ul>
      <p className="small soft">Bokføringsforskriften §§ 5-1-1 og 5-1-2.</p>
    </aside>
  )
}
