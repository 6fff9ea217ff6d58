import { answers, choiceName } from './choice.ts'
import { rememberedDays } from './choice-text.ts'

/** Everything this site may store on a visitor's equipment (promise 2.4-a). What is not here cannot be set. */
export type StoredItem = {
  readonly name: string
  /** `necessary` for a service the visitor asked for, or `statistics` after a yes; nothing else exists (2.4-b). */
  readonly category: 'necessary' | 'statistics'
  readonly kind: 'cookie'
  /** What a value looks like: a random identifier or an enumerated setting (2.4-d). */
  readonly value: RegExp
  /** Seconds at most; `session` ends when the browser closes. */
  readonly lifetime: number | 'session'
  readonly setWhen: { readonly nb: string; readonly en: string }
  readonly purpose: { readonly nb: string; readonly en: string }
}

const signed = /^[A-Za-z0-9%._~+/=-]*$/

export const deviceStorage: readonly StoredItem[] = [
  {
    name: 'ordholden.session_token',
    category: 'necessary',
    kind: 'cookie',
    value: signed,
    lifetime: 12 * 60 * 60,
    setWhen: { nb: 'når du logger inn', en: 'when you sign in' },
    purpose: { nb: 'holder deg innlogget', en: 'keeps you signed in' },
  },
  {
    name: 'ordholden.two_factor',
    category: 'necessary',
    kind: 'cookie',
    value: signed,
    lifetime: 10 * 60,
    setWhen: { nb: 'når en ansatt har skrevet passordet sitt', en: 'when a member of staff has entered their password' },
    purpose: { nb: 'venter på engangskoden', en: 'waits for the one-time code' },
  },
  {
    // Strictly necessary: it is how the answer itself is kept (ekomloven § 3-15, second paragraph, letter b).
    name: choiceName,
    category: 'necessary',
    kind: 'cookie',
    value: new RegExp(`^(?:${answers.join('|')})\\.[0-9a-f]{8}$`),
    lifetime: rememberedDays * 24 * 60 * 60,
    setWhen: { nb: 'når du har svart ja eller nei til statistikk', en: 'when you have answered yes or no to statistics' },
    purpose: {
      nb: 'husker svaret ditt, og hvilket spørsmål det gjaldt; den er lik hos alle som svarte det samme',
      en: 'remembers your answer and which question it was to; it is the same for everybody who answered alike',
    },
  },
]
