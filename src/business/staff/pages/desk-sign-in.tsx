import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth, whoIs } from '#auth'
import { Button, Field, Notice } from '#design'
import { readForm } from '#http'

const form = z.object({ email: z.email(), password: z.string().min(1) })

export async function loader({ context }: LoaderFunctionArgs) {
  if (whoIs(context).kind === 'staff') throw redirect('/desk')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, form, 'by the act')
  const typed = { email: read.typed.email ?? '' }
  if (!read.ok) return data({ problems: read.problems, typed, wrong: undefined }, { status: 422 })

  const answer = await askAuth(context, request, {
    path: '/sign-in/email',
    body: { ...read.value, email: read.value.email.toLowerCase() },
  })
  if (!answer.ok) {
    const wrong =
      answer.status === 429
        ? 'For mange forsøk. Vent et minutt og prøv igjen.'
        : 'E-post og passord stemmer ikke med noen ansatt.'
    return data({ problems: {} as Record<string, string>, typed, wrong }, { status: answer.status === 429 ? 429 : 422 })
  }
  throw redirect(answer.body.twoFactorRedirect === true ? '/desk/logg-inn/kode' : '/desk/totrinn', { headers: answer.headers })
}

export default function DeskSignIn({ actionData }: { readonly actionData?: Awaited<ReturnType<typeof action>>['data'] }) {
  const { problems, typed, wrong } = actionData ?? {}
  return (
    <>
      <title>Logg inn på skrivebordet</title>
      <h1>Logg inn</h1>
      <form method="post" className="fields" noValidate>
        {wrong && <Notice kind="danger">{wrong}</Notice>}
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
          type="password"
          autoComplete="current-password"
          required
          problem={problems?.password}
        />
        <Button>Neste: engangskode</Button>
      </form>
    </>
  )
}
