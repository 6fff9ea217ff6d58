import { data } from 'react-router'
import { Button, ButtonLink } from '#design'
import type { Language } from '#languages'

/** What somebody sent after their session was over, and where to; it is on their own page only, and nowhere with us. */
type Unsent = { readonly to: string; readonly typed: readonly (readonly [name: string, value: string])[] }

/** Thrown where somebody who is not signed in sent a form with something in it: undefined where there is nothing to lose. */
export async function unsent(request: Request): Promise<ReturnType<typeof data<Unsent>> | undefined> {
  if (request.method !== 'POST') return undefined
  const form = await request.formData().catch(() => new FormData())
  const typed = [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '')
  const { pathname, search } = new URL(request.url)
  // The desk's script asks for the data of an address, not for its page.
  const to = pathname.replace(/\.data$/, '') + search
  return typed.length === 0 ? undefined : data<Unsent>({ to, typed }, { status: 401 })
}

export function isUnsent(said: unknown): said is Unsent {
  return Array.isArray((said as Partial<Unsent> | null)?.typed)
}

/** Keeps what was typed while they sign in elsewhere, and sends it again as it was. */
export function SignedOut({ unsent: { to, typed }, language, signIn }: Shown) {
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <h1>{said.title}</h1>
      <p className="lead">{said.text}</p>
      <form method="post" action={to} className="row">
        {typed.map(([name, value], place) => (
          <textarea key={place} name={name} defaultValue={value} hidden />
        ))}
        <ButtonLink href={signIn} target="_blank" rel="noopener">
          {said.signIn}
        </ButtonLink>
        <Button variant="secondary">{said.again}</Button>
      </form>
    </>
  )
}

type Shown = { readonly unsent: Unsent; readonly language: Language; readonly signIn: string }

const words = {
  nb: {
    title: 'Du er logget ut',
    text: 'Det du skrev, er ikke lagret ennå, men det er tatt vare på her på siden. Logg inn i en ny fane, kom tilbake hit og send det på nytt.',
    signIn: 'Logg inn i en ny fane',
    again: 'Send på nytt',
  },
  en: {
    title: 'You have been signed out',
    text: 'What you wrote has not been saved yet, but it is kept here on this page. Sign in in a new tab, come back here and send it again.',
    signIn: 'Sign in in a new tab',
    again: 'Send again',
  },
}
