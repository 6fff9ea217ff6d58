import { questions, rememberedDays, textVersions, type Question } from './choice-text.ts'

export const answers = ['yes', 'no'] as const
export type Answer = (typeof answers)[number]

/** What the visitor has said about statistics: to us, by a setting in the browser, or nothing yet. */
export type Choice = Answer | 'no, says the browser' | 'nothing yet'

export const choiceName = 'ordholden.choice'

/** As much of a request as it takes to know. */
type Asked = { readonly headers: Pick<Headers, 'get'> }

/** Global Privacy Control and Do Not Track are a no, whatever was answered before (promise 2.4-f). */
export function choiceOf(request: Asked): Choice {
  const { headers } = request
  if (headers.get('sec-gpc') === '1' || headers.get('dnt') === '1') return 'no, says the browser'
  return answerIn(request)?.answer ?? 'nothing yet'
}

/** The one place where it is decided whether more than the request itself may be counted (promises 2.3-a, 2.4-e). */
export function statisticsAllowed(request: Asked): boolean {
  return choiceOf(request) === 'yes'
}

/** Whether Google may be told: only after a yes to the text that names Google. An older yes was to something else (promise 2.3-a). */
export function googleAllowed(request: Asked): boolean {
  return choiceOf(request) === 'yes' && answerIn(request)?.question === 'google'
}

/** Whether that question is put: to whoever has not answered, and to whoever said yes before it asked for more. A no stands. */
export function isAsked(request: Asked, question: Question): boolean {
  const choice = choiceOf(request)
  return choice === 'nothing yet' || (choice === 'yes' && question === 'google' && !googleAllowed(request))
}

function answerIn({ headers }: Asked): { readonly answer: Answer; readonly question: Question } | undefined {
  const cookies = headers
    .get('cookie')
    ?.split(';')
    .map((pair) => pair.trim())
  if (!cookies) return undefined
  for (const question of questions) {
    const answer = answers.find((each) => cookies.includes(`${choiceName}=${each}.${textVersions[question]}`))
    if (answer) return { answer, question }
  }
  return undefined
}

/** The header that makes the browser remember the answer. A no takes everything away that a yes allowed: it is the same cookie. */
export function rememberedAs(answer: Answer, question: Question, https: boolean): string {
  const age = rememberedDays * 24 * 60 * 60
  return `${choiceName}=${answer}.${textVersions[question]}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}
