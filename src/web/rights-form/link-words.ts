import type { Kind } from '#rights'

type Buttons = Readonly<Partial<Record<Kind, string>>>

const nb = {
  case: 'Sak',
  title: 'Kravet ditt',
  answeredBy: (due: string) => `Svarfrist ${due}.`,
  sure: 'Trykk på knappen, så vet vi at det er du som har postkassen, og at det var du som spurte.',
  sureErase:
    'Trykker du på knappen, sletter vi alt om deg med en gang. Det kan ikke angres. Bilag må vi beholde etter loven; en åpen ordre leveres til firmaet uten deg som kontakt.',
  buttons: {
    access: 'Ja, vis meg alt',
    portability: 'Ja, gi meg opplysningene',
    erasure: 'Slett opplysningene mine',
    restriction: 'Ja, bruk dem ikke',
  } as Buttons,
  yes: 'Ja, det var meg',
  notYou: 'Var det ikke du som spurte, lukker du siden. Da skjer det ingenting.',
  ready:
    'Alt er klart. Filen lages når du trykker, og blir ikke liggende hos oss. Du kan hente den så lenge lenken virker, i 30 dager.',
  download: 'Last ned',
  person: (due: string) => `Takk. Nå vet vi at det var deg. Et menneske ser på saken, og du får svar senest ${due}.`,
  closed: 'Saken er besvart.',
  until: 'Til',
  erased: 'Du er slettet',
  erasedLead: 'Vi vet ikke lenger hvem du er. Denne siden er svaret; den vises bare nå.',
  keepThis: 'Ta vare på kvitteringen',
  searched: (columns: number) => `Etter slettingen lette vi etter deg i ${columns} kolonner i databasen, og i filene våre.`,
  nothingLeft: 'Vi fant ingenting igjen.',
  somethingLeft: 'Noe må et menneske se på. Det blir gjort innen fristen.',
  gone: 'Dette er borte',
  kept: 'Dette måtte bli, uten deg',
  noLink: 'Lenken virker ikke',
  noLinkLead: 'Den er brukt opp, eldre enn 30 dager eller ikke helt med. Kravet ditt står likevel, og fristen løper.',
  askAgain: 'Send et nytt krav',
  nothing: 'Vi har ingenting om deg',
  nothingLead: (columns: number) => `Vi lette etter adressen i ${columns} kolonner i databasen, og i filene våre.`,
  nothingSays:
    'Det eneste som har adressen din, er dette kravet og kvitteringen for det. Kravet sletter vi tre år etter at det er besvart. Har du brukt en annen adresse hos oss, sender du et krav fra den.',
  remedy: 'Er du ikke fornøyd, kan du klage til Datatilsynet (datatilsynet.no) eller gå til domstolene.',
}

const en: typeof nb = {
  case: 'Case',
  title: 'Your request',
  answeredBy: (due: string) => `Answer due ${due}.`,
  sure: 'Press the button, and we know that the mailbox is yours and that it was you who asked.',
  sureErase:
    'If you press the button, we erase everything about you at once. It cannot be undone. Vouchers we must keep by law; an open order is delivered to the company without you as its contact.',
  buttons: {
    access: 'Yes, show me everything',
    portability: 'Yes, give me the data',
    erasure: 'Erase my data',
    restriction: 'Yes, do not use them',
  },
  yes: 'Yes, it was me',
  notYou: 'If it was not you who asked, close the page. Then nothing happens.',
  ready:
    'Everything is ready. The file is made when you press, and does not stay with us. You can fetch it as long as the link works, for 30 days.',
  download: 'Download',
  person: (due: string) => `Thank you. Now we know that it was you. A person looks at the case, and you are answered by ${due}.`,
  closed: 'The case has been answered.',
  until: 'Until',
  erased: 'You are erased',
  erasedLead: 'We no longer know who you are. This page is the answer; it is shown only now.',
  keepThis: 'Keep the receipt',
  searched: (columns: number) => `After the erasure we looked for you in ${columns} columns of the database, and in our files.`,
  nothingLeft: 'We found nothing left.',
  somethingLeft: 'Something must be looked at by a person. It will be done in time.',
  gone: 'This is gone',
  kept: 'This had to stay, without you',
  noLink: 'The link does not work',
  noLinkLead: 'It is used up, older than 30 days, or not all there. Your request stands all the same, and the clock runs.',
  askAgain: 'Send a new request',
  nothing: 'We hold nothing about you',
  nothingLead: (columns: number) => `We looked for the address in ${columns} columns of the database, and in our files.`,
  nothingSays:
    'The only thing that has your address is this request and its receipt. We delete the request three years after it was answered. If you have used another address with us, send a request from that one.',
  remedy:
    'If you are not satisfied, you can complain to the Norwegian Data Protection Authority (datatilsynet.no) or go to court.',
}

export const linkWords = { nb, en }
