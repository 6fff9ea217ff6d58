import { Form, useActionData, useRevalidator } from 'react-router'
import { writtenMoment } from '#clock'
import { Button, Field, Notice } from '#design'
import type { Delivery } from '#mail'
import type { action } from './desk-invoice.tsx'
import type { Dispatch } from './dispatches-for.ts'

type Sent = { readonly email: string | null; readonly dispatches: readonly Dispatch[] }

/** Send it, print it, and see when that was done. */
export function Sending({ email, dispatches }: Sent) {
  const answer = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  return (
    <section className="ds-card">
      <h2>Sending</h2>
      <Dispatches dispatches={dispatches} />
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="act" value="mail" />
        <Field name="to" type="email" label="Til" value={answer?.typed.to ?? email} problem={answer?.problems.to} required />
        <Button variant="secondary">Send som PDF</Button>
      </Form>
      {/* Not by script: the answer is the paper itself. Whoever comes back from it sees that it was noted. */}
      <form method="post" target="_blank" onSubmit={() => addEventListener('focus', () => void revalidate(), { once: true })}>
        <input type="hidden" name="act" value="print" />
        <Button variant="secondary">Skriv ut</Button>
        <p className="small soft">Åpner PDF-en, og noterer at den er skrevet ut.</p>
      </form>
    </section>
  )
}

/** How the document left us, when and by whom; or that nobody has sent it. */
function Dispatches({ dispatches }: { readonly dispatches: readonly Dispatch[] }) {
  if (dispatches.length === 0) return <NotSent />
  return (
    <ul className="timeline">
      {dispatches.map((dispatch) => (
        <li key={dispatch.id}>
          {said(dispatch)}
          <br />
          <span className="small soft">{[writtenMoment(dispatch.at, 'nb'), dispatch.by].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function NotSent() {
  return (
    <Notice kind="warning">
      <p>Ikke sendt ennå. Send den som PDF, eller skriv den ut.</p>
    </Notice>
  )
}

function said({ how, delivery }: Dispatch): string {
  if (how === 'before_noted') return 'Sendt før dette ble notert her'
  if (how === 'printed') return 'Skrevet ut'
  return delivery === undefined ? 'Sendt på e-post' : mailed[delivery]
}

const mailed: Readonly<Record<Delivery, string>> = {
  waiting: 'E-post, på vei ut',
  local: 'E-post, ligger i utboksen',
  sent: 'Sendt på e-post',
  failed: 'E-post, ikke kommet frem; prøves igjen',
}
