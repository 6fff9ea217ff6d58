import { createHash } from 'node:crypto'

type Language = 'nb' | 'en'

/** What is asked about: statistics of our own alone, or told to Google too. Only one of the two is put at a time. */
export const questions = ['own', 'google'] as const
export type Question = (typeof questions)[number]

/** How long an answer is remembered: yes and no alike, twelve months (promise 2.4-f, R-19). */
export const rememberedDays = 365

/**
 * What is asked, whole: who, what, what for, how long (ekomloven § 3-15; promise 2.4-f). The buttons are named as people and the
 * tools that answer for them know them; no such tool that we have found knows a Norwegian word, so the no is there in English too (decision 0086). Another word is another text: everybody is asked again. Whoever is told besides us is named.
 */
export const choiceText = {
  nb: {
    about: 'Valg om informasjonskapsler',
    ask: (who: string, question: Question) =>
      `Kan ${who} føre statistikk over besøket ditt, for å gjøre sidene bedre: lesetid, nettleser, land og kampanje? Vi lagrer bare summer, ikke hvem du er. ${question === 'google' ? 'Vi forteller også Google (Irland og USA) hvilke sider som åpnes, uten å si av hvem. ' : ''}Svaret huskes i 12 måneder.`,
    more: 'Les hva det betyr',
    no: 'Avvis alle',
    yes: 'Godta alle',
    // The no alone: whoever does not read the question cannot say yes to it.
    noAbroad: 'Reject all',
  },
  en: {
    about: 'Choice about cookies',
    ask: (who: string, question: Question) =>
      `May ${who} keep statistics of your visit, to improve the pages: reading time, browser, country and campaign? We store only sums, not who you are. ${question === 'google' ? 'We also tell Google (Ireland and the USA) which pages are opened, without saying by whom. ' : ''}Your answer is remembered for 12 months.`,
    more: 'Read what it means',
    no: 'Reject all',
    yes: 'Accept all',
    noAbroad: undefined,
  },
} as const satisfies Record<
  Language,
  {
    about: string
    ask: (who: string, question: Question) => string
    more: string
    no: string
    yes: string
    noAbroad: string | undefined
  }
>

/** In the foot of every page: what was answered, and what the one button there does (promise 2.4-g). */
export const choiceSaid = {
  own: {
    nb: {
      yes: { said: 'Du har sagt ja til statistikk.', turn: 'Trekk samtykket' },
      no: { said: 'Du har sagt nei til statistikk.', turn: 'Si ja likevel' },
    },
    en: {
      yes: { said: 'You have said yes to statistics.', turn: 'Withdraw consent' },
      no: { said: 'You have said no to statistics.', turn: 'Say yes after all' },
    },
  },
  google: {
    nb: {
      yes: { said: 'Du har sagt ja til statistikk.', turn: 'Trekk samtykket' },
      no: {
        said: 'Du har sagt nei til statistikk, og Google får ikke vite noe.',
        turn: 'Si ja likevel, også til at Google får vite det',
      },
    },
    en: {
      yes: { said: 'You have said yes to statistics.', turn: 'Withdraw consent' },
      no: {
        said: 'You have said no to statistics, and Google is told nothing.',
        turn: 'Say yes after all, and that Google is told',
      },
    },
  },
} as const satisfies Record<Question, Record<Language, Record<'yes' | 'no', { said: string; turn: string }>>>

/** The text as it stood on the page, one line a part: what a receipt proves was shown. */
export function textShown(language: Language, who: string, question: Question): string {
  const { ask, more, no, yes, noAbroad } = choiceText[language]
  return [ask(who, question), more, no, yes, ...(noAbroad ? [noAbroad] : [])].join('\n')
}

/** Stands in the cookie, so that an answer to another question is no answer. Eight characters, the same for everybody. */
export const textVersions: Readonly<Record<Question, string>> = { own: versionOf('own'), google: versionOf('google') }

function versionOf(question: Question): string {
  return createHash('sha256')
    .update(`${textShown('nb', '', question)}\n${textShown('en', '', question)}`)
    .digest('hex')
    .slice(0, 8)
}
