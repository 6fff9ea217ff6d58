import { rememberedDays, textVersion } from './choice-text.ts'

export const answers = ['yes', 'no'] as const
export type Answer = (typeof answers)[number]

/** What the visitor has said about statistics: to us, by a setting in the browser, or nothing yet. */
export type Choice = Answer | 'no, says the browser' | 'nothing yet'

export const choiceName = 'ordholden.choice'

/** As much of a request as it takes to know. */
type Asked = { readonly headers: Pick<Headers, 'get'> }

/** Global Privacy Control and Do Not Track are a no, whatever was answered before (promise 2.4-f). */
export function choiceOf({ headers }: Asked): Choice {
  if (headers.get('sec-gpc') === '1' || headers.get('dnt') === '1') return 'no, says the browser'
  const sent = headers.get('cookie')
  if (sent === null) return 'nothing yet'
  const cookies = sent.split(';').map((pair) => pair.trim())
  return answers.find((answer) => cookies.includes(`${choiceName}=${answer}.${textVersion}`)) ?? 'nothing yet'
}

/** The one place where it is decided whether more than the request itself may be counted (promises 2.3-a, 2.4-e). */
export function statisticsAllowed(request: Asked): boolean {
  return choiceOf(request) === 'yes'
}

/** The header that makes the browser remember the answer. A no takes everything away that a yes allowed: it is the same cookie. */
export function rememberedAs(answer: Answer, https: boolean): string {
  const age = rememberedDays * 24 * 60 * 60
  return `${choiceName}=${answer}.${textVersion}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}
