import { data, redirect, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askAuth, whoIs } from '#auth'
import { Button, Field, Notice, PageTitle } from '#design'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { personWithAddress } from '../link-person.ts'

const form = z.object({ email: z.email().max(254) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (whoIs(context).kind === 'customer') throw redirect(pathIn(languageOf(request), '/min-side'))
  return null
}

/** The answer is the same whether we know the address, do not, or have been asked too often: it tells nothing about anybody. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, form)
  if (!read.ok) return data({ sent: false, problem: read.problems.email, typed: read.typed.email ?? '' }, { status: 422 })
  const person = await personWithAddress(asking(context, 'legal_obligation'), read.value.email)
  if (person) {
    const body = { email: read.value.email.toLowerCase(), metadata: { language: languageOf(request) } }
    await askAuth(context, request, { path: '/sign-in/magic-link', body })
  }
  return data({ sent: true, problem: undefined, typed: read.value.email })
}

type Shown = { readonly sent: boolean; readonly problem: string | undefined; readonly typed: string }

export default function SignIn({ actionData }: { readonly actionData?: Shown }) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {actionData?.sent ? (
        <Notice kind="success" title={said.sent}>
          <p>{said.look}</p>
        </Notice>
      ) : (
        <form method="post" className="fields" noValidate>
          <Field
            name="email"
            label={said.email}
            hint={said.why}
            type="email"
            autoComplete="email"
            required
            language={language}
            value={actionData?.typed}
            problem={actionData?.problem}
          />
          <Button>{said.send}</Button>
        </form>
      )}
      <p className="soft">
        {said.stranger} <a href={pathIn(language, '/registrer')}>{said.register}</a>
      </p>
    </>
  )
}

const words = {
  nb: {
    title: 'Logg inn',
    lead: 'Du trenger ikke passord. Vi sender en lenke til e-posten din.',
    email: 'E-post',
    why: 'Bare til å sende lenken.',
    send: 'Send meg lenken',
    sent: 'Se i innboksen din',
    look: 'Hvis vi kjenner adressen, er en lenke på vei. Den virker én gang, i 15 minutter. Å logge inn setter én nødvendig informasjonskapsel.',
    stranger: 'Ikke kunde ennå?',
    register: 'Bli kunde',
  },
  en: {
    title: 'Sign in',
    lead: 'You need no password. We send a link to your e-mail.',
    email: 'E-mail',
    why: 'Only for sending the link.',
    send: 'Send me the link',
    sent: 'Look in your inbox',
    look: 'If we know the address, a link is on its way. It works once, for 15 minutes. Signing in sets one necessary cookie.',
    stranger: 'Not a customer yet?',
    register: 'Become a customer',
  },
}
