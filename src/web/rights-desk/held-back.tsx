import { Form } from 'react-router'
import { Button, TextArea } from '#design'
import type { Answer, Shown } from './desk-claim.tsx'

/** What came by mail and must be gone through before it may stand in the case (promise 2.1-e). */
export function HeldBack({ shown: { held }, answer }: { readonly shown: Shown; readonly answer: Answer | undefined }) {
  if (held.length === 0) return null
  return (
    <section className="stack">
      <h2>Må gås gjennom</h2>
      {held.map(({ id, body, reason }) => (
        <Form key={id} method="post" className="ds-card stack" noValidate>
          <input type="hidden" name="act" value="redact" />
          <input type="hidden" name="quarantine" value={id} />
          <TextArea
            name="redacted"
            label={reason === 'payment card number' ? 'Teksten har et kortnummer' : 'Teksten har et fødselsnummer'}
            hint="Stryk nummeret, og det om andre som saken ikke trenger. Skriv rollen deres i stedet for navnet. Originalen slettes når du lagrer."
            value={answer?.typed?.quarantine === id ? answer.typed.redacted : body}
            problem={answer?.problems?.redacted}
            rows={6}
            required
          />
          <Button>Lagre den strøkne teksten</Button>
        </Form>
      ))}
    </section>
  )
}
