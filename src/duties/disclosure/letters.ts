import { dayOf, writtenDay } from '#clock'
import type { Letter } from '#mail'

type Language = 'nb' | 'en'

/** What happened to data that somebody outside was handed (art. 19). */
export type Happened = 'erasure' | 'rectification' | 'restriction' | 'restriction_lifted'

/** Who writes and how they are reached: the foot of every letter, as the merchant's settings say it (promise 0-a). */
export type Foot = (language: Language) => string

/** A case that was carried out: what its recipient knows of it. */
export type Handed = {
  readonly accountId: string
  readonly id: string
  readonly recipient: string
  readonly country: string
  readonly mailbox: string
  readonly executedAt: Date
}

/** Art. 19, to whoever was handed it. Names nobody: the recipient knows the case by its number. `of`: which part of it. */
export function disclosureNotice(handed: Handed, what: Happened, foot: Foot, of?: Readonly<Record<Language, string>>): Letter {
  const language = languageOf(handed)
  const words = notices[language][what]
  const part = of === undefined ? [] : [`${parts[language][what]} ${of[language]}.`]
  return letter(handed, 'disclosure notice', words.subject, [words.asks, ...part], foot)
}

/** The consent it was handed over with has been taken back (promise 6-d). */
export function recallLetter(handed: Handed, foot: Foot): Letter {
  const { subject, asks } = recalls[languageOf(handed)]
  return letter(handed, 'disclosure recalled', subject, [asks], foot)
}

/** To somebody outside about a case of ours: a duty of ours, and no answer to the person, who reads theirs on my page. */
function letter(handed: Handed, kind: string, subject: string, asks: readonly string[], foot: Foot): Letter {
  const { accountId, id, recipient, mailbox, executedAt } = handed
  const language = languageOf(handed)
  const day = writtenDay(dayOf(executedAt), language)
  const { to, about, answer, number } = frame[language]
  return {
    accountId,
    personId: null,
    kind,
    purpose: 'legal_obligation',
    to: mailbox,
    subject: `${subject}: ${number} ${id.slice(-8)}`,
    body: [`${to} ${recipient}`, about(day, id), ...asks, answer, foot(language)].join('\n\n'),
  }
}

function languageOf({ country }: Handed): Language {
  return ['NO', 'SE', 'DK'].includes(country) ? 'nb' : 'en'
}

const frame = {
  nb: {
    to: 'Til',
    number: 'sak',
    about: (day: string, id: string) => `Det gjelder opplysningene dere fikk fra oss ${day} i sak ${id}.`,
    answer: 'Svar på dette brevet når det er gjort, og oppgi saken.',
  },
  en: {
    to: 'To',
    number: 'case',
    about: (day: string, id: string) => `This is about the data you received from us on ${day} in case ${id}.`,
    answer: 'Answer this letter when it is done, and name the case.',
  },
}

const notices: Readonly<Record<Language, Readonly<Record<Happened, { readonly subject: string; readonly asks: string }>>>> = {
  nb: {
    erasure: {
      subject: 'Opplysninger er slettet',
      asks: 'Personen har krevd dem slettet, og vi har slettet dem. Slett dem hos dere også, med mindre dere har et eget grunnlag.',
    },
    rectification: {
      subject: 'En opplysning er rettet',
      asks: 'En av dem var feil og er rettet hos oss. Spør oss om den nye før dere bruker den.',
    },
    restriction: {
      subject: 'Opplysninger er begrenset',
      asks: 'De er begrenset (GDPR art. 18). Oppbevar dem, og bruk dem ikke til noe annet før dere hører fra oss.',
    },
    restriction_lifted: { subject: 'En begrensning er opphevet', asks: 'Begrensningen vi fortalte dere om, er opphevet.' },
  },
  en: {
    erasure: {
      subject: 'Data have been erased',
      asks: 'The person has demanded their erasure, and we have erased them. Erase them at your end too, unless you have a ground of your own.',
    },
    rectification: {
      subject: 'A value has been corrected',
      asks: 'One of them was wrong and has been corrected here. Ask us for the new value before you use it.',
    },
    restriction: {
      subject: 'Data are restricted',
      asks: 'They are restricted (GDPR art. 18). Store them, and use them for nothing else until you hear from us.',
    },
    restriction_lifted: {
      subject: 'A restriction has been lifted',
      asks: 'The restriction that we told you of has been lifted.',
    },
  },
}

const parts: Readonly<Record<Language, Readonly<Record<Happened, string>>>> = {
  nb: {
    erasure: 'Det gjelder:',
    rectification: 'Det gjelder:',
    restriction: 'Begrensningen gjelder bare dette:',
    restriction_lifted: 'Det gjelder:',
  },
  en: {
    erasure: 'It concerns:',
    rectification: 'It concerns:',
    restriction: 'The restriction is of this alone:',
    restriction_lifted: 'It concerns:',
  },
}

const recalls: Readonly<Record<Language, { readonly subject: string; readonly asks: string }>> = {
  nb: {
    subject: 'Samtykket er trukket tilbake',
    asks: 'De ble utlevert med samtykke. Det er nå trukket tilbake. Slett opplysningene, med mindre dere har et eget grunnlag.',
  },
  en: {
    subject: 'The consent has been withdrawn',
    asks: 'They were handed over with consent. It has now been withdrawn. Erase the data, unless you have a ground of your own.',
  },
}
