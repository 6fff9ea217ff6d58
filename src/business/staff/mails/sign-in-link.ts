import { mayWriteTo, sendLater } from '#mail'
import { signature, type Controller } from '#merchant'
import type { For, Subject } from '#purposes'

export type SignInLink = Subject & {
  readonly email: string
  readonly link: string
  readonly language: 'nb' | 'en'
  readonly merchant: Controller
}

/**
 * The letter with the link that signs a customer in; asked for by them, so it is no advertising and carries none. Not more than
 * some an hour, whoever asks and from wherever; undefined then, and whoever asked is told what everybody is told. Written for
 * `security`: whoever has restricted everything must get in too.
 */
export async function sendSignInLink(
  tx: For<'security'>,
  now: Date,
  { accountId, personId, email, link, language, merchant }: SignInLink,
) {
  if (!(await mayWriteTo(tx, now, email, allowance))) return undefined
  const { subject, body } = signInLetter(merchant, language, link)
  return sendLater(tx, now, { accountId, personId, kind: 'sign-in link', purpose: 'security', to: email, subject, body })
}

export function signInLetter(merchant: Controller, language: 'nb' | 'en', link: string) {
  const { subject, lines } = words[language]
  return { subject, body: [...lines(link), '', signature(merchant, language, new URL(link).origin)].join('\n') }
}

const allowance = { kinds: ['sign-in link'], perHour: 6 } as const

const words = {
  nb: {
    subject: 'Lenken din for å logge inn',
    lines: (link: string) => [
      'Hei!',
      '',
      'Åpne lenken for å logge inn på Min side:',
      link,
      '',
      'Den virker én gang, i 15 minutter. Send den ikke videre: den som åpner den, er logget inn som deg. Har du ikke bedt om den, kan du se bort fra denne e-posten; ingen er logget inn.',
    ],
  },
  en: {
    subject: 'Your link to sign in',
    lines: (link: string) => [
      'Hello!',
      '',
      'Open the link to sign in to My page:',
      link,
      '',
      'It works once, for 15 minutes. Do not pass it on: whoever opens it is signed in as you. If you did not ask for it, ignore this e-mail; nobody has been signed in.',
    ],
  },
}
