import type { Act, Outcome } from '../inquiry.ts'

/** The desk speaks bokmål. */
export const shelfNames = { waiting: 'Venter på oss', mine: 'Mine', answered: 'Besvart', closed: 'Lukket', all: 'Alle' } as const

export const kindNames: Record<string, string> = { question: 'Spørsmål', quote_request: 'Ønsker tilbud' }
export const channelNames: Record<string, string> = {
  web: 'nettbutikken',
  email: 'e-post',
  phone: 'telefon',
  desk: 'oppmøte',
  api: 'API',
}
export const outcomeNames: Record<Outcome, string> = {
  won: 'Ble ordre',
  lost: 'Ble ikke noe av',
  answered: 'Besvart',
  spam: 'Søppel',
}

export const refusals: Record<string, string> = {
  'answer is empty': 'Skriv et svar først.',
  'note is empty': 'Skriv et notat først.',
  'no e-mail address': 'Vi har ingen e-postadresse til den som spør. Ring, og skriv et notat om hva dere ble enige om.',
  'inquiry is closed': 'Forespørselen er lukket. Åpne den igjen for å svare.',
  'not in this state': 'Noen andre har endret forespørselen i mellomtiden. Se over og prøv igjen.',
  'no such inquiry': 'Forespørselen er ikke tilgjengelig lenger.',
  'national identity number': 'Dette ser ut som et fødselsnummer. Ta det bort: vi får ikke lagre det.',
  'special category':
    'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det lagrer vi ikke. Er det noe annet, skriv hvorfor nederst i skjemaet.',
  'payment card number': 'Dette ser ut som et kortnummer. Ta det bort: vi får ikke lagre det.',
  'question is empty': 'Skriv hva det spørres om.',
  'no such customer': 'Kunden er ikke tilgjengelig lenger.',
  'left alone': 'Personen har krevd at dette ligger ubrukt. Vi fører ikke noe nytt før begrensningen er opphevet.',
  'no way to answer': 'Skriv e-post eller telefon, ellers kan vi ikke svare.',
  'no such product': 'Varenummeret finnes ikke.',
  'not a quantity': 'Antall må være et helt tall, 1 eller mer.',
}

export const done: Partial<Record<Act, string>> = {
  answer: 'Svaret er sendt.',
  note: 'Notatet er lagret.',
  close: 'Forespørselen er lukket.',
  reopen: 'Forespørselen er åpnet igjen.',
  assign: 'Ansvarlig er endret.',
}
