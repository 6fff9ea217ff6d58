import { Button, Field } from '#design'
import type { Enrolment } from '../enrolment.ts'

/** The three things to do: scan, keep the reserve codes, and prove that the app works. */
export function EnrolmentSteps({ enrolment }: { readonly enrolment: Enrolment }) {
  return (
    <>
      <title>Totrinnspålogging</title>
      <h1>Totrinnspålogging</h1>
      <h2>1. Skann koden</h2>
      <p>Åpne en autentiseringsapp på telefonen, for eksempel den som følger med den, og skann:</p>
      <div className="qr" role="img" aria-label="QR-kode med nøkkelen under" dangerouslySetInnerHTML={{ __html: enrolment.qr }} />
      <p>
        Kan du ikke skanne, skriv inn nøkkelen:
        <br />
        <code>{enrolment.key}</code>
      </p>
      <h2>2. Ta vare på reservekodene</h2>
      <p>Hver virker én gang hvis du mister telefonen. De vises bare nå.</p>
      <ul className="codes">
        {enrolment.reserveCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <h2>3. Skriv koden appen viser</h2>
      <CodeForm />
    </>
  )
}

export function CodeForm({ problem }: { readonly problem?: string | undefined }) {
  return (
    <form method="post" action="/desk/totrinn" className="fields" noValidate>
      <input type="hidden" name="step" value="prove" />
      <Field name="code" label="Seks sifre" autoComplete="one-time-code" inputMode="numeric" required problem={problem} />
      <Button>Fullfør</Button>
    </form>
  )
}
