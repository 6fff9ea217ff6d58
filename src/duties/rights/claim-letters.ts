import { writtenDay, type Day } from '#clock'
import type { Language } from '#languages'
import type { Letter } from '#mail'
import { codeWord } from './table-words.ts'
import type { Claimant, Kind } from './rights-case.ts'
import type { Office } from './office.ts'

type About = Claimant & {
  readonly number: string
  readonly kind: Kind
  readonly dueOn: Day
  readonly language: Language
  readonly to: string
}
type From = Pick<Office, 'foot'>

/** Where to complain, and to whom else: in every letter about a right (promise 2.1-n; GDPR art. 12(4), 77, 79). */
export const remedy: Readonly<Record<Language, string>> = {
  nb: 'Er du ikke fornøyd, kan du klage til Datatilsynet (datatilsynet.no). Bor du i et annet EØS-land, kan du klage der. Du kan også bringe saken inn for domstolene.',
  en: 'If you are not satisfied, you can complain to Datatilsynet, the Norwegian Data Protection Authority (datatilsynet.no). If you live in another EEA state, you may complain there. You can also go to court.',
}

/**
 * The receipt: the number, the last day, and a link that shows who asks. Says no more than was sent, and nothing of whether
 * we know the address (promise 9-b).
 */
export function acknowledgement({ foot }: From, about: About, link: string | undefined): Letter {
  const { number, kind, dueOn, language } = about
  const [day, what] = [writtenDay(dueOn, language), codeWord(kind, language)]
  const words = {
    nb: {
      subject: `Kravet ditt ${number} er mottatt`,
      got:
        kind === 'unclear'
          ? `Vi har mottatt meldingen din som sak ${number}. Et menneske leser den innen to virkedager, og du får svar senest ${day}.`
          : `Vi har mottatt kravet ditt om ${what} som sak ${number}. Du får svar senest ${day}, som regel lenge før.`,
      link: `Var det du som spurte? Åpne lenken og trykk på knappen, så vet vi at det er deg. Du trenger ikke vise legitimasjon.\n\n${link}\n\nLenken virker i 30 dager. Var det ikke du, gjør du ingenting.`,
    },
    en: {
      subject: `Your request ${number} has been received`,
      got:
        kind === 'unclear'
          ? `We have received your message as case ${number}. A person reads it within two working days, and you are answered by ${day}.`
          : `We have received your request (${what}) as case ${number}. You are answered by ${day}, usually long before.`,
      link: `Was it you who asked? Open the link and press the button, and we know that it is you. You need not show any identity papers.\n\n${link}\n\nThe link works for 30 days. If it was not you, do nothing.`,
    },
  }[language]
  const parts = [words.got, ...(link === undefined ? [] : [words.link]), remedy[language]]
  return letter(foot, about, 'claim received', words.subject, parts)
}

/** The answer: what was done, in the words of whoever handled it or of the program. */
export function claimAnswer({ foot }: From, about: About, paragraphs: readonly string[]): Letter {
  const subject = { nb: `Svar på kravet ditt ${about.number}`, en: `Answer to your request ${about.number}` }[about.language]
  return letter(foot, about, 'claim answered', subject, [...paragraphs, remedy[about.language]])
}

/** Something to know before it happens, or while we wait for others. */
export function claimNews({ foot }: From, about: About, paragraphs: readonly string[]): Letter {
  const subject = { nb: `Om kravet ditt ${about.number}`, en: `About your request ${about.number}` }[about.language]
  return letter(foot, about, 'claim news', subject, [...paragraphs, remedy[about.language]])
}

function letter(
  foot: Office['foot'],
  { accountId, personId, language, to }: About,
  kind: string,
  subject: string,
  paragraphs: readonly string[],
): Letter {
  const hello = { nb: 'Hei.', en: 'Hello.' }[language]
  const body = [hello, ...paragraphs, foot[language]].join('\n\n')
  return { accountId, personId, kind, purpose: 'rights_handling', to, subject, body }
}
