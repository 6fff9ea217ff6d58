import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth } from '#auth'
import { now } from '#clock'
import { Button, Checkbox, Field } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { acceptInvitation } from '../accept-invitation.ts'
import { enrolmentOf, type Enrolment } from '../enrolment.ts'
import { openInvitation } from '../invite-staff.ts'
import { roleNames } from '../roles.ts'
import { EnrolmentSteps } from './enrolment-steps.tsx'

const form = z.object({
  name: z.string().min(1).max(120),
  email: z.email().max(254),
  password: z.string().min(12).max(200),
  declaration: z.literal('yes', { error: 'Du må signere før du får tilgang.' }),
})

/** No role when the link is spent or has expired; not thrown, for the page that spends it is answered after this runs. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = await openInvitation(asking(context, 'security'), now(), params.token ?? '')
  return invitation ? data({ role: roleNames[invitation.role].nb }) : data({ role: undefined }, { status: 410 })
}

type Shown = {
  readonly enrolment?: Enrolment
  readonly problems?: Record<string, string>
  readonly typed?: Record<string, string>
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await readForm(request, form)
  const { password: _, ...typed } = read.typed
  if (!read.ok) return data<Shown>({ problems: read.problems, typed }, { status: 422 })

  const { name, email, password } = read.value
  const accepted = await acceptInvitation(asking(context, 'security'), now(), params.token ?? '', { name, email, password })
  if (refused(accepted)) {
    if (accepted.refused === 'invitation is spent') throw data(null, { status: 410 })
    return data<Shown>({ problems: { email: 'Denne adressen er i bruk. Velg en annen.' }, typed }, { status: 422 })
  }
  const signedIn = await askAuth(context, request, { path: '/sign-in/email', body: { email: email.toLowerCase(), password } })
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const asNewcomer = new Request(request.url, { headers: { cookie: cookies.join('; ') } })
  const enabled = await askAuth(context, asNewcomer, { path: '/two-factor/enable', body: { password } })
  // Several who begin at once from one office: the link is spent and the password stands, so the key waits where it is shown again.
  if (enabled.status === 429 || signedIn.status === 429) throw redirect('/desk/totrinn', { headers: signedIn.headers })
  if (!enabled.ok) throw new Error(`two-step sign-in could not be prepared: ${enabled.status}`)
  // The link is spent by now, which is as it should be and no 410.
  return data<Shown>({ enrolment: await enrolmentOf(enabled.body) }, { status: 200, headers: signedIn.headers })
}

type Props = { readonly loaderData: { readonly role: string | undefined }; readonly actionData?: Shown }

export default function DeskWelcome({ loaderData, actionData }: Props) {
  if (actionData?.enrolment) return <EnrolmentSteps enrolment={actionData.enrolment} />
  if (!loaderData.role) return <SpentLink />
  const { problems, typed } = actionData ?? {}
  return (
    <>
      <title>Velkommen</title>
      <h1>Velkommen</h1>
      <p>Du er invitert som {loaderData.role}.</p>
      <form method="post" className="fields" noValidate>
        <Field name="name" label="Navn" autoComplete="name" required value={typed?.name} problem={problems?.name} />
        <Field
          name="email"
          label="E-post"
          type="email"
          autoComplete="username"
          required
          value={typed?.email}
          problem={problems?.email}
        />
        <Field
          name="password"
          label="Passord"
          hint="Minst 12 tegn. En setning er lett å huske og vanskelig å gjette."
          type="password"
          autoComplete="new-password"
          required
          problem={problems?.password}
        />
        <Declaration />
        <Checkbox name="declaration" label="Jeg signerer taushetserklæringen" required problem={problems?.declaration} />
        <Button>Signer og fortsett</Button>
      </form>
    </>
  )
}

function SpentLink() {
  return (
    <>
      <title>Lenken er brukt</title>
      <h1>Denne lenken virker ikke lenger</h1>
      <p>
        Den er brukt, eller den er eldre enn tre dager. Har du alt valgt passord, så logg inn: da får du se nøkkelen på nytt.
        Ellers ber du den som inviterte deg, om en ny.
      </p>
      <a href="/desk/logg-inn">Til innlogging</a>
    </>
  )
}

/** Promise 6-c: signed before any access, and it outlives the employment. */
function Declaration() {
  return (
    <section aria-labelledby="declaration-text">
      <h2 id="declaration-text">Taushetserklæring</h2>
      <p className="small">
        Jeg skal ikke fortelle uvedkommende det jeg får vite om kunder og andre mennesker gjennom arbeidet her. Jeg slår bare opp
        det arbeidet krever, og vet at hvert oppslag på en person logges og vises for personen. Plikten gjelder også etter at jeg
        har sluttet.
      </p>
    </section>
  )
}
