/** The desk speaks bokmål. */
export const kindNames: Record<string, string> = { customer: 'Kunde', inquirer: 'Har bare spurt', imported: 'Importert' }
export const filterNames = { all: 'Alle', customer: 'Kunder', inquirer: 'Har bare spurt', imported: 'Importerte' } as const

export const sourceNames: Record<string, string> = {
  self_registration: 'oppgitt ved registrering',
  self_voluntary: 'oppgitt av personen selv',
  order: 'oppgitt ved bestilling',
  enquiry: 'oppgitt i en henvendelse',
  colleague: 'oppgitt av en kollega',
  staff_entry_from_conversation: 'skrevet ned av oss etter en samtale',
}
export const channelNames: Record<string, string> = {
  web: 'nettbutikken',
  my_page: 'Min side',
  desk: 'skrivebordet',
  email: 'e-post',
  phone: 'telefon',
  api: 'API',
  import: 'import',
}

export const eventNames = {
  inquiry: 'Forespørsel',
  quote: 'Tilbud',
  order: 'Ordre',
  invoice: 'Faktura',
  credit_note: 'Kreditnota',
} as const
export const eventPaths = {
  inquiry: 'foresporsler',
  quote: 'tilbud',
  order: 'ordre',
  invoice: 'faktura',
  credit_note: 'faktura',
} as const

export const refusals: Record<string, string> = {
  'is required': 'Feltet kan ikke stå tomt: uten e-post når vi ikke personen.',
  'too long': 'Dette ble for langt.',
  'not an e-mail address': 'Skriv en e-postadresse, for eksempel navn@firma.no, uten æ, ø og å.',
  'not a phone number': 'Skriv bare telefonnummeret, med minst fem sifre.',
  'left alone': 'Personen har krevd at dette ligger ubrukt. Vi endrer det ikke før begrensningen er opphevet.',
  'changed meanwhile':
    'Noen andre endret personen mens du skrev. Det de skrev står over; det du skrev står fortsatt i feltet. Lagre igjen hvis ditt er riktig.',
  'not nine digits': 'Et organisasjonsnummer har ni sifre.',
  'wrong check digit': 'Nummeret stemmer ikke: ett av sifrene er feil.',
  'no such form': 'Velg en organisasjonsform.',
  'not a number of days': 'Skriv et helt antall dager, høyst 90.',
  'no such customer': 'Kunden er ikke tilgjengelig lenger.',
  'not a day': 'Skriv en dato.',
  'has ended': 'Kundeforholdet er alt slutt.',
  'not yet': 'Datoen kan ikke være senere enn i dag.',
  'national identity number': 'Dette ser ut som et fødselsnummer. Ta det bort: vi får ikke lagre det.',
  'special category':
    'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det lagrer vi ikke. Er det noe annet, skriv hvorfor nederst i skjemaet.',
  'payment card number': 'Dette ser ut som et kortnummer. Ta det bort: vi får ikke lagre det.',
}
