import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth } from '#auth'
import { Button, Field } from '#design'
import { readForm } from '#http'

const form = z.object({ code: z.string().min(1) })

/** Six digits come from the authenticator; anything else is taken as one of the reserve codes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, form)
  if (!read.ok) return data({ problem: read.problems.code }, { status: 422 })
  const code = read.value.code.replace(/\s/g, '')
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const answer = await askAuth(context, request, { path, body: { code } })
  if (answer.ok) throw redirect('/desk', { headers: answer.headers })
  return data(
    { problem: problemOf(answer.status, String(answer.body.code)) },
    { status: answer.status === 429 ? 429 : 422, headers: answer.headers },
  )
}

function problemOf(status: number, code: string): string {
  if (status === 429 || /LOCKED|TOO_MANY/.test(code)) return 'For mange forsøk. Vent et kvarter og logg inn på nytt.'
  if (code === 'INVALID_TWO_FACTOR_COOKIE') return 'Det gikk for lang tid. Logg inn med passordet på nytt.'
  return 'Koden stemte ikke. Vent på neste, og se om klokken på telefonen går riktig.'
}

export default function DeskCode({ actionData }: { readonly actionData?: { readonly problem: string | undefined } }) {
  return (
    <>
      <title>Engangskode</title>
      <h1>Engangskode</h1>
      <form method="post" className="fields" noValidate>
        <Field
          name="code"
          label="Kode fra autentiseringsappen"
          hint="Seks sifre. Har du mistet telefonen, skriv en av reservekodene."
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          problem={actionData?.problem}
        />
        <Button>Logg inn</Button>
        <a href="/desk/logg-inn">Tilbake til passordet</a>
      </form>
    </>
  )
}
