import { createHash } from 'node:crypto'

type Language = 'nb' | 'en'

/** How long an answer is remembered: yes and no alike, twelve months (promise 2.4-f, R-19). */
export const rememberedDays = 365

/**
 * What is asked, whole: who, what, what for, how long (ekomloven § 3-15; promise 2.4-f). The buttons are named as people and the
 * tools that answer for them know them. Another word is another text: everybody is asked again.
 */
export const choiceText = {
  nb: {
    about: 'Valg om informasjonskapsler',
    ask: (who: string) =>
      `Kan ${who} føre statistikk over besøket ditt, for å gjøre sidene bedre: lesetid, nettleser, land og kampanje? Vi lagrer bare summer, ikke hvem du er. Svaret huskes i 12 måneder.`,
    more: 'Les hva det betyr',
    no: 'Avvis alle',
    yes: 'Godta alle',
  },
  en: {
    about: 'Choice about cookies',
    ask: (who: string) =>
      `May ${who} keep statistics of your visit, to improve the pages: reading time, browser, country and campaign? We store only sums, not who you are. Your answer is remembered for 12 months.`,
    more: 'Read what it means',
    no: 'Reject all',
    yes: 'Accept all',
  },
} as const satisfies Record<Language, { about: string; ask: (who: string) => string; more: string; no: string; yes: string }>

/** In the foot of every page: what was answered, and what the one button there does (promise 2.4-g). */
export const choiceSaid = {
  nb: {
    yes: { said: 'Du har sagt ja til statistikk.', turn: 'Trekk samtykket' },
    no: { said: 'Du har sagt nei til statistikk.', turn: 'Si ja likevel' },
  },
  en: {
    yes: { said: 'You have said yes to statistics.', turn: 'Withdraw consent' },
    no: { said: 'You have said no to statistics.', turn: 'Say yes after all' },
  },
} as const satisfies Record<Language, Record<'yes' | 'no', { said: string; turn: string }>>

/** The text as it stood on the page, one line a part: what a receipt proves was shown. */
export function textShown(language: Language, who: string): string {
  const { ask, more, no, yes } = choiceText[language]
  return [ask(who), more, no, yes].join('\n')
}

/** Stands in the cookie, so that an answer to another question is no answer. Eight characters, the same for everybody. */
export const textVersion = createHash('sha256')
  .update(`${textShown('nb', '')}\n${textShown('en', '')}`)
  .digest('hex')
  .slice(0, 8)
