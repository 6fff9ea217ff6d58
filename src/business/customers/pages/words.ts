import type { Language } from '#languages'

const nb = {
  title: 'Bli kunde',
  lead: 'Én kontaktperson i en virksomhet. Bare det vi trenger for å levere og fakturere; resten er valgfritt.',
  person: 'Deg som kontaktperson',
  company: 'Virksomheten',
  organisationNumber: 'Organisasjonsnummer',
  organisationNumberHint: 'Ni sifre. Uten det spør vi før første faktura.',
  organisationForm: 'Organisasjonsform',
  organisationFormHint:
    'Er det et enkeltpersonforetak (ENK), behandler vi opplysningene om firmaet som dine egne. Uten valg spør vi ved første faktura.',
  choose: 'Vet ikke',
  send: 'Registrer meg',
  use: 'Vi bruker dette til å levere, følge opp kundeforholdet og fakturere, ikke til reklame. Du samtykker ikke til noe ved å registrere deg.',
  wrong: 'Noe må rettes før vi kan registrere deg. Ingenting er lagret ennå.',
  thanks: 'Se i innboksen din',
  thanksLead: 'Vi har sendt deg en e-post som forteller hvordan du logger inn.',
  thanksMore: 'Kom den ikke innen noen minutter, se i søppelposten, eller skriv til oss.',
  toProducts: 'Se produktene',
  refusals: {
    'not nine digits': 'Et organisasjonsnummer har ni sifre, for eksempel 312 007 177.',
    'wrong check digit': 'Nummeret stemmer ikke: ett av sifrene er feil. Se etter på brreg.no, eller la feltet stå tomt.',
    'national identity number': 'Dette ser ut som et fødselsnummer. Ta det bort: vi verken trenger eller får lagre det.',
    'special category':
      'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det trenger vi ikke og lagrer det ikke; skriv uten.',
    'payment card number': 'Dette ser ut som et kortnummer. Ta det bort: vi verken trenger eller får lagre det.',
  },
}

const en: typeof nb = {
  title: 'Become a customer',
  lead: 'One contact person in a business. Only what we need to deliver and invoice; the rest is optional.',
  person: 'You as contact person',
  company: 'The business',
  organisationNumber: 'Organisation number',
  organisationNumberHint: 'Nine digits. Without it we ask before the first invoice.',
  organisationForm: 'Organisation form',
  organisationFormHint:
    'For a sole proprietor (ENK) we treat the company’s data as your own. Without a choice we ask at the first invoice.',
  choose: 'Do not know',
  send: 'Register me',
  use: 'We use this to deliver, to administer the relationship and to invoice, not for advertising. You consent to nothing by registering.',
  wrong: 'Something must be corrected before we can register you. Nothing has been saved yet.',
  thanks: 'Look in your inbox',
  thanksLead: 'We have sent you an e-mail that tells you how to sign in.',
  thanksMore: 'If it does not arrive within a few minutes, look among the junk mail, or write to us.',
  toProducts: 'See the products',
  refusals: {
    'not nine digits': 'An organisation number has nine digits, such as 312 007 177.',
    'wrong check digit': 'The number is not right: one of the digits is wrong. Look it up at brreg.no, or leave the field blank.',
    'national identity number': 'This looks like a national identity number. Please remove it: we neither need nor may keep it.',
    'special category':
      'This seems to tell of somebody’s health, faith, trade union or the like. We do not need it and do not keep it; write it without.',
    'payment card number': 'This looks like a card number. Please remove it: we neither need nor may keep it.',
  },
}

export const words: Record<Language, typeof nb> = { nb, en }
