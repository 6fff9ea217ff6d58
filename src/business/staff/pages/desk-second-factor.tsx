import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth } from '#auth'
import { Button, Field } from '#design'
import { readForm } from '#http'
import { enrolmentOf, type Enrolment } from '../enrolment.ts'
import { CodeForm, EnrolmentSteps } from './enrolment-steps.tsx'

type Shown = { readonly enrolment?: Enrolment; readonly problem?: string | undefined; readonly step: 'show' | 'prove' }

const form = z.object({ step: z.enum(['show', 'prove']), password: z.string().optional(), code: z.string().optional() })

/** Shows the key again to whoever knows the password, and switches the second factor on when a code proves it works. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, form)
  if (!read.ok) throw data(null, { status: 400 })
  const { step, password = '', code = '' } = read.value
  if (step === 'show') {
    const answer = await askAuth(context, request, { path: '/two-factor/enable', body: { password } })
    if (!answer.ok) return data<Shown>({ step, problem: problemOf(answer.status, answer.body.code) }, { status: 422 })
    return data<Shown>({ step, enrolment: await enrolmentOf(answer.body) }, { headers: answer.headers })
  }
  const answer = await askAuth(context, request, { path: '/two-factor/verify-totp', body: { code: code.replace(/\s/g, '') } })
  if (answer.ok) throw redirect('/desk', { headers: answer.headers })
  return data<Shown>({ step, problem: problemOf(answer.status, answer.body.code) }, { status: 422 })
}

function problemOf(status: number, code: unknown): string {
  if (status === 429) return 'For mange forsøk. Vent et minutt.'
  if (code === 'INVALID_PASSWORD') return 'Passordet stemmer ikke.'
  if (code === 'TOTP_ALREADY_ENABLED') return 'Totrinnspålogging er alt slått på. Logg inn på vanlig måte.'
  if (code === 'INVALID_CODE') return 'Koden stemte ikke. Vent på neste, og se om klokken på telefonen går riktig.'
  return 'Du må logge inn med passordet på nytt først.'
}

export default function DeskSecondFactor({ actionData }: { readonly actionData?: Shown }) {
  if (actionData?.enrolment) return <EnrolmentSteps enrolment={actionData.enrolment} />
  return (
    <>
      <title>Totrinnspålogging</title>
      <h1>Totrinnspålogging</h1>
      {actionData?.step === 'prove' && <CodeForm problem={actionData.problem} />}
      <p>Skrivebordet viser opplysninger om mennesker. Derfor holder det ikke med passord alene.</p>
      <form method="post" className="fields" noValidate>
        <input type="hidden" name="step" value="show" />
        <Field
          name="password"
          label="Passordet ditt"
          type="password"
          autoComplete="current-password"
          required
          problem={actionData?.step === 'show' ? actionData.problem : undefined}
        />
        <Button variant={actionData?.step === 'prove' ? 'secondary' : 'primary'}>Vis en ny nøkkel</Button>
        <a href="/desk/logg-inn">Logg inn på nytt</a>
      </form>
    </>
  )
}
