import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { z } from 'zod'
import { requireStaff, websiteOf } from '#auth'
import { dayOf, now } from '#clock'
import { ButtonLink, EndCard, LineTable, Notice, PageTitle } from '#design'
import { again, idInAddress, readForm, saidNo, typedDay } from '#http'
import { readAmount } from '#money'
import { asking } from '#purposes'
import { refuse, refused } from '#refusal'
import { writtenEnd } from '#retention'
import { may } from '../invoice.ts'
import { invoiceFacts } from '../invoice-facts.ts'
import { mailInvoice } from '../mail-invoice.ts'
import { oneInvoice, type OneInvoice } from '../one-invoice.ts'
import { invoiceData } from '../personal-data.ts'
import { priced } from '../priced.ts'
import { printInvoice } from '../print-invoice.ts'
import { registerPayment } from '../register-payment.ts'
import { Owed } from './desk-invoice-owed.tsx'
import { Sending } from './desk-invoice-sending.tsx'
import { dispatchesFor } from './dispatches-for.ts'
import { InvoiceTag, UnsentTag } from './desk-invoices.tsx'
import { refusals } from './desk-words.ts'
import styles from './desk-invoice.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const db = asking(context, 'invoice')
  const found = await oneInvoice(db, now(), idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })
  const account = await db
    .selectFrom('account')
    .select('invoice_email')
    .where('account_id', '=', found.invoice.account_id)
    .executeTakeFirst()
  const { words: _, ...facts } = invoiceFacts(found, 'nb')
  const row = { accountId: found.invoice.account_id, id: found.invoice.id }
  return {
    ...found,
    facts,
    email: account?.invoice_email ?? null,
    today: dayOf(now()),
    dispatches: await dispatchesFor(context, found.invoice),
    end: await writtenEnd(asking(context, 'legal_obligation'), { now: now(), role: staff.role }, invoiceData, row),
  }
}

const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('pay'),
    amount: z.string().default(''),
    paidOn: typedDay,
    reference: z.string().max(60).default(''),
  }),
  z.object({ act: z.literal('mail'), to: z.email().max(254) }),
  z.object({ act: z.literal('print') }),
])

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId: staffId } = requireStaff(context, 'salesperson', 'accountant', 'host')
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const db = asking(context, 'invoice')
  const id = idInAddress(params.id)
  const found = await oneInvoice(db, now(), id)
  if (!found) throw data(null, { status: 404 })
  const asked = read.value
  const amount = asked.act === 'pay' ? readAmount(asked.amount, 2) : 0n
  if (asked.act === 'print') {
    await printInvoice(db, now(), { invoiceId: id, staffId })
    throw redirect(`/desk/faktura/${id}/pdf`)
  }
  const answer =
    asked.act === 'mail'
      ? await mailInvoice(db, now(), { invoiceId: id, to: asked.to, staffId, website: websiteOf(context) })
      : refused(amount)
        ? refuse('amount must be more than nothing', 'amount')
        : await registerPayment(db, now(), {
            accountId: found.invoice.account_id,
            invoiceId: id,
            staffId,
            amount,
            paidOn: asked.paidOn,
            reference: asked.reference || null,
          })
  if (refused(answer)) return again(saidNo(answer, refusals), read.typed)
  throw redirect(`/desk/faktura/${id}?${asked.act === 'mail' ? 'sendt' : 'betalt'}`)
}

export default function DeskInvoice() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const { invoice, lines, groups, facts, state, dispatches } = found
  const ours = !invoice.series.startsWith('import-')
  const unsent = ours && dispatches.length === 0
  const shown = lines.map(priced)
  const sums = {
    net: invoice.net,
    gross: invoice.gross,
    groups: groups.map(({ vat_rate: vatRate, base, vat }) => ({ vatRate, base, vat })),
  }
  return (
    <>
      <title>{facts.title}</title>
      <PageTitle
        lead={
          <>
            <InvoiceTag state={state} /> {unsent && <UnsentTag />} {facts.buyer[0]}
          </>
        }
        actions={<Doings {...found} />}
      >
        {facts.title}
      </PageTitle>
      {answer?.problems.act && (
        <Notice kind="danger">
          <p>{answer.problems.act}</p>
        </Notice>
      )}
      {query.has('sendt') && (
        <Notice kind="success">
          <p>Lagt i utboksen som PDF.</p>
        </Notice>
      )}
      <div className="beside">
        <div className="stack">
          <dl className="invoice-facts">
            {[...facts.facts, ...facts.payment.filter(([label]) => !facts.facts.some(([known]) => known === label))].map(
              ([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
          <LineTable
            lines={shown}
            sums={sums}
            currency={invoice.currency}
            caption="Linjene i dokumentet"
            total={facts.isCredit ? 'Til gode' : undefined}
          />
        </div>
        <aside className="stack">
          <Owed {...found} />
          {ours && <Sending {...found} />}
          <Sealed invoice={invoice} />
          <EndCard end={found.end} />
        </aside>
      </div>
    </>
  )
}

function Doings({ invoice, state, order, credited }: Pick<OneInvoice, 'invoice' | 'state' | 'order' | 'credited'>) {
  return (
    <>
      {order && (
        <ButtonLink variant="tertiary" href={`/desk/ordre/${order.id}`}>
          Ordre {order.number}
        </ButtonLink>
      )}
      {credited && (
        <ButtonLink variant="tertiary" href={`/desk/faktura/${credited.id}`}>
          Faktura {credited.number.toString()}
        </ButtonLink>
      )}
      {state === 'credited' && order && (
        <ButtonLink variant="secondary" href={`/desk/faktura/ny/${order.id}`}>
          Fakturer på nytt
        </ButtonLink>
      )}
      {may('credit', state) && (
        <ButtonLink variant="secondary" href={`/desk/faktura/${invoice.id}/krediter`}>
          Krediter
        </ButtonLink>
      )}
      <ButtonLink variant="secondary" href={`/desk/faktura/${invoice.id}/pdf`}>
        Se PDF
      </ButtonLink>
    </>
  )
}

function Sealed({ invoice }: Pick<OneInvoice, 'invoice'>) {
  return (
    <section className="ds-card">
      <h2>Kan ikke endres</h2>
      <p className="small soft">
        Innholdet er bundet til dokumentet før det med dette avtrykket. Endres noe, også i databasen, blir det funnet.
      </p>
      <p className="fingerprint">{invoice.document_hash}</p>
    </section>
  )
}
