import { Form, Link, useActionData } from 'react-router'
import { writtenDay } from '#clock'
import { Button, Field, Money } from '#design'
import { may } from '../invoice.ts'
import type { OneInvoice } from '../one-invoice.ts'
import type { action } from './desk-invoice.tsx'

/** What is left to pay, what came in or was credited, and where a payment is noted. */
export function Owed({ invoice, owed, payments, credits, state, today }: OneInvoice & { readonly today: string }) {
  const answer = useActionData<typeof action>()
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  if (invoice.kind === 'credit_note' || state === 'imported') return null
  return (
    <section className="ds-card">
      <h2>
        Står igjen <Money amount={owed} currency={invoice.currency} />
      </h2>
      <ul className="timeline">
        {payments.map(({ id, paid_on: day, amount, reference }) => (
          <li key={id}>
            Betalt <Money amount={amount} currency={invoice.currency} />
            <br />
            <span className="small soft">{[writtenDay(day, 'nb'), reference].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {credits.map(({ id, number, gross, issue_date: day }) => (
          <li key={id}>
            <Link to={`/desk/faktura/${id}`}>Kreditnota {number.toString()}</Link>{' '}
            <Money amount={gross} currency={invoice.currency} />
            <br />
            <span className="small soft">{writtenDay(day, 'nb')}</span>
          </li>
        ))}
      </ul>
      {may('pay', state) && (
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="act" value="pay" />
          <Field
            name="amount"
            label="Innbetalt beløp"
            inputMode="decimal"
            value={typed.amount}
            problem={problems.amount}
            required
          />
          <Field name="paidOn" type="date" label="Betalt den" value={typed.paidOn ?? today} problem={problems.paidOn} required />
          <Field name="reference" label="Bankens referanse" value={typed.reference} problem={problems.reference} maxLength={60} />
          <Button variant="secondary">Registrer betaling</Button>
        </Form>
      )}
    </section>
  )
}
