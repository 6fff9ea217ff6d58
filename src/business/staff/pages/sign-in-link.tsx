import { data, redirect, useLocation, type ActionFunctionArgs } from 'react-router'
import { askAuth } from '#auth'
import { now } from '#clock'
import { Button, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { letIn } from '../let-in.ts'

/** Opening the link does nothing: mail filters open links too. Pressing the button spends it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const query = new URLSearchParams({ token: params.token ?? '', callbackURL: '/min-side', errorCallbackURL: '/logg-inn' })
  const verified = await askAuth(context, request, { path: `/magic-link/verify?${query}`, method: 'GET' })
  const cookies = verified.headers.getSetCookie()
  if (cookies.length === 0 || String(verified.body.location).includes('error=')) throw data(null, { status: 410 })

  const asThem = new Request(request.url, { headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') } })
  const session = await askAuth(context, asThem, { path: '/get-session', method: 'GET' })
  const user = session.body.user as { readonly id: string; readonly email: string } | undefined
  if (!user) throw data(null, { status: 410 })
  const doors = {
    legal: asking(context, 'legal_obligation'),
    administer: asking(context, 'administer'),
    security: asking(context, 'security'),
  }
  if (!(await letIn(doors, now(), user))) throw data(null, { status: 410 })
  throw redirect(pathIn(languageOf(request), '/min-side'), { headers: verified.headers })
}

export default function SignInLink() {
  const said = words[languageOf(useLocation().pathname)]
  return (
    <>
      <title>{said.title}</title>
      <meta name="robots" content="noindex" />
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <form method="post">
        <Button>{said.button}</Button>
      </form>
    </>
  )
}

const words = {
  nb: { title: 'Logg inn på Min side', lead: 'Trykk på knappen for å logge inn. Lenken virker én gang.', button: 'Logg inn' },
  en: { title: 'Sign in to My page', lead: 'Press the button to sign in. The link works once.', button: 'Sign in' },
}
