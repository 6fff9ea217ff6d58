import type { Kind } from '#rights'

/** What can be asked for in the form; a message nobody understands comes by other ways. */
export type Asked = Exclude<Kind, 'unclear'>

const nb = {
  title: 'Bruk rettighetene dine',
  lead: 'Velg hva du vil, og skriv e-posten du er registrert med. Du trenger ikke konto, ikke begrunnelse og ikke legitimasjon.',
  faster: 'Er du kunde, går det aller meste med en gang på',
  myPage: 'Min side',
  wrong: 'Noe mangler. Se ved feltene under.',
  kind: 'Hva vil du?',
  kinds: {
    access: 'Se alt dere har om meg',
    rectification: 'Få rettet noe som er feil',
    erasure: 'Bli slettet',
    withdrawal: 'Stoppe reklame eller trekke et samtykke',
    objection: 'Protestere mot noe dere gjør',
    restriction: 'Kreve at opplysningene ikke brukes (begrensning)',
    portability: 'Ta med meg opplysningene mine',
    question: 'Spørre om hvordan dere bruker opplysninger',
  } satisfies Record<Asked, string>,
  email: 'E-post',
  emailHint: 'Den du er registrert med, eller den vi har svart deg på. Kvitteringen og lenken går dit.',
  text: 'Vil du si noe mer?',
  textHint: 'For eksempel hva som er feil, og hva som er riktig. Ikke skriv fødselsnummer.',
  send: 'Send',
  use: 'Vi bruker det du skriver, bare til å svare deg.',
  received: 'Vi har mottatt kravet',
  number: (number: string) => `Saken heter ${number}.`,
  stopped:
    'Det er gjort. Fra nå av sender vi ingen reklame til adressen, og samtykker som var gitt, er trukket. Du får en kvittering på e-post.',
  next: (due: string) =>
    `Vi har sendt en lenke til adressen du oppga. Åpne den og trykk på knappen, så får du som regel svaret med en gang. Uansett svarer vi senest ${due}. Fristen løper fra nå, også om du ikke åpner lenken.`,
  remedy: 'Er du ikke fornøyd, kan du klage til Datatilsynet (datatilsynet.no) eller gå til domstolene.',
  statement: 'Les personvernerklæringen',
  tooOften:
    'Den siste timen er det kommet mange krav for denne adressen. De er mottatt. Vent en time, eller skriv eller ring til oss.',
  unlawful: {
    'national identity number': 'Det ser ut som et fødselsnummer. Det lagrer vi ikke; skriv uten.',
    'special category': 'Det ser ut til å fortelle om helse, tro eller lignende; skriv uten.',
    'payment card number': 'Det ser ut som et kortnummer. Det lagrer vi ikke; skriv uten.',
  },
}

const en: typeof nb = {
  title: 'Use your rights',
  lead: 'Choose what you want, and write the e-mail address you are registered with. You need no account, no reason and no identity papers.',
  faster: 'If you are a customer, almost everything is done at once on',
  myPage: 'My page',
  wrong: 'Something is missing. See the fields below.',
  kind: 'What do you want?',
  kinds: {
    access: 'See everything you hold about me',
    rectification: 'Have something corrected',
    erasure: 'Be erased',
    withdrawal: 'Stop advertising or withdraw a consent',
    objection: 'Object to something you do',
    restriction: 'Demand that the data are not used (restriction)',
    portability: 'Take my data along',
    question: 'Ask how you use data',
  },
  email: 'E-mail',
  emailHint: 'The one you are registered with, or the one we answered you at. The receipt and the link go there.',
  text: 'Would you like to say more?',
  textHint: 'For instance what is wrong, and what is right. Do not write a national identity number.',
  send: 'Send',
  use: 'We use what you write only to answer you.',
  received: 'We have received your request',
  number: (number: string) => `The case is called ${number}.`,
  stopped:
    'It is done. From now on we send no advertising to the address, and consents that were given are withdrawn. You get a receipt by e-mail.',
  next: (due: string) =>
    `We have sent a link to the address you gave. Open it and press the button, and you usually get the answer at once. In any case we answer by ${due}. The clock runs from now, also if you do not open the link.`,
  remedy:
    'If you are not satisfied, you can complain to the Norwegian Data Protection Authority (datatilsynet.no) or go to court.',
  statement: 'Read the privacy statement',
  tooOften: 'Many requests have come for this address in the last hour. They are received. Wait an hour, or write or call us.',
  unlawful: {
    'national identity number': 'That looks like a national identity number. We do not keep those; write it without.',
    'special category': 'That seems to tell of health, faith or the like; write it without.',
    'payment card number': 'That looks like a payment card number. We do not keep those; write it without.',
  },
}

export const formWords = { nb, en }
