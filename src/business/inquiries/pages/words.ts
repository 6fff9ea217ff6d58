import type { Language } from '#languages'

const nb = {
  title: 'Forespørsel',
  lead: 'Spør om hva som helst, eller be om tilbud. Du trenger ingen konto, og forespørselen binder deg ikke.',
  kind: 'Hva gjelder det?',
  kinds: { question: 'Jeg har et spørsmål', quote_request: 'Jeg vil ha et tilbud' },
  body: 'Hva trenger dere?',
  bodyWithItems: 'Noe mer vi bør vite?',
  bodyHint: 'Ikke skriv fødselsnummer, kortnummer eller helseopplysninger her. Vi kan ikke ta imot det.',
  email: 'E-post',
  emailHint: 'Hit sender vi svaret. Uten den kan vi ikke svare.',
  phone: 'Telefon',
  phoneHint: 'Uten nummer svarer vi på e-post, like raskt.',
  signedIn: (email: string) => `Du er logget inn. Vi svarer til ${email}.`,
  items: 'Varer du vil ha pris på',
  quantity: 'Antall',
  wish: 'Ønsker (farge, trykk, frist)',
  more: 'Legg til flere varer',
  remove: 'Ta bort',
  send: 'Send forespørsel',
  use: 'Vi bruker dette til å svare deg og lage tilbud, ikke til reklame. Du samtykker ikke til noe ved å sende.',
  wrong: 'Noe må rettes før vi kan ta imot forespørselen. Ingenting er lagret ennå.',
  thanks: 'Takk, vi har fått forespørselen',
  number: (number: string) => `Nummeret ditt er ${number}.`,
  answer: (day: string) => `Du får svar senest ${day}. En bekreftelse er på vei til e-postadressen du oppga.`,
  back: 'Se flere produkter',
  refusals: {
    'question is empty': 'Skriv hva du lurer på, eller legg til en vare.',
    'no such product': 'En av varene finnes ikke lenger. Ta den bort og send på nytt.',
    'not a quantity': 'Antall må være et helt tall, 1 eller mer.',
    'no longer here':
      'Opplysningene dine er slettet, så du er ikke lenger logget inn. Send gjerne på nytt; da begynner vi på nytt med deg.',
    'left alone':
      'Du har krevd at opplysningene dine ligger ubrukt, så vi kan ikke føre noe nytt på deg. Opphev begrensningen på Min side, eller logg ut og spør som hvem som helst.',
    'asked too often': 'Det har kommet mange forespørsler fra denne adressen den siste timen. Vent en time, eller ring oss.',
    'national identity number': 'Dette ser ut som et fødselsnummer. Ta det bort: vi verken trenger eller får lagre det.',
    'special category':
      'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det trenger vi ikke og lagrer det ikke; skriv uten.',
    'payment card number': 'Dette ser ut som et kortnummer. Ta det bort: vi verken trenger eller får lagre det.',
  },
}

const en: typeof nb = {
  title: 'Inquiry',
  lead: 'Ask us anything, or ask for a quote. You need no account, and an inquiry does not bind you.',
  kind: 'What is it about?',
  kinds: { question: 'I have a question', quote_request: 'I would like a quote' },
  body: 'What do you need?',
  bodyWithItems: 'Anything more we should know?',
  bodyHint: 'Please do not write national identity numbers, card numbers or health information here. We cannot receive them.',
  email: 'E-mail',
  emailHint: 'The answer goes here. Without it we cannot answer.',
  phone: 'Phone',
  phoneHint: 'Without a number we answer by e-mail, just as soon.',
  signedIn: (email) => `You are signed in. We answer to ${email}.`,
  items: 'Products you want a price for',
  quantity: 'Quantity',
  wish: 'Wishes (colour, print, deadline)',
  more: 'Add more products',
  remove: 'Remove',
  send: 'Send inquiry',
  use: 'We use this to answer you and make a quote, not for advertising. You consent to nothing by sending it.',
  wrong: 'Something must be corrected before we can receive the inquiry. Nothing has been saved yet.',
  thanks: 'Thank you, we have received your inquiry',
  number: (number) => `Your number is ${number}.`,
  answer: (day) => `You will have an answer by ${day}. A confirmation is on its way to the e-mail address you gave.`,
  back: 'See more products',
  refusals: {
    'question is empty': 'Write what you wonder about, or add a product.',
    'no such product': 'One of the products is no longer there. Remove it and send again.',
    'not a quantity': 'The quantity must be a whole number, 1 or more.',
    'no longer here':
      'Your data have been erased, so you are no longer signed in. You are welcome to send it again; then we start anew with you.',
    'left alone':
      'You have demanded that your data be left alone, so we cannot file anything new about you. Lift the restriction on My page, or sign out and ask as anybody may.',
    'asked too often': 'Many inquiries have come from this address in the last hour. Wait an hour, or call us.',
    'national identity number': 'This looks like a national identity number. Please remove it: we neither need nor may keep it.',
    'special category':
      'This seems to tell of somebody’s health, faith, trade union or the like. We do not need it and do not keep it; write it without.',
    'payment card number': 'This looks like a card number. Please remove it: we neither need nor may keep it.',
  },
}

export const words: Record<Language, typeof nb> = { nb, en }
