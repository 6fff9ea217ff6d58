import type { Language } from '#languages'

type Words = Readonly<Record<Language, string>>

/** What the tables are called when a person reads about them. Complete: words.test.ts. */
export const tableWords: Readonly<Record<string, Words>> = {
  'auth.user': { nb: 'Innloggingen din', en: 'Your sign-in' },
  'auth.session': { nb: 'Økter du er eller har vært logget inn med', en: 'Sessions you are or have been signed in with' },
  'auth.account': { nb: 'Innloggingsmåter', en: 'Ways of signing in' },
  'auth.twoFactor': { nb: 'Totrinnsbekreftelse', en: 'Two-step verification' },
  'auth.verification': { nb: 'Innloggingslenker som er sendt', en: 'Sign-in links that were sent' },
  'core.mail': { nb: 'Brev og e-post', en: 'Letters and e-mail' },
  'core.account': { nb: 'Kundeforholdet', en: 'The customer relationship' },
  'core.person': { nb: 'Deg som kontaktperson', en: 'You as a contact person' },
  'core.provenance': { nb: 'Hvor hver opplysning kommer fra', en: 'Where each value comes from' },
  'core.statement_shown': { nb: 'Personvernerklæringer du er vist', en: 'Privacy statements you were shown' },
  'core.source_notice': { nb: 'Brev om hvor opplysningene kom fra', en: 'Letters about where the data came from' },
  'core.breach_person': { nb: 'Avvik som gjaldt deg', en: 'Breaches that concerned you' },
  'core.revision_notice': {
    nb: 'Brev om endringer i personvernerklæringen',
    en: 'Letters about changes of the privacy statement',
  },
  'core.portal_login': { nb: 'Koblingen mellom innlogging og kundeforhold', en: 'The link between sign-in and relationship' },
  'core.reading': { nb: 'Oppslag ansatte har gjort', en: 'Look-ups by staff' },
  'core.inquiry': { nb: 'Forespørsler', en: 'Inquiries' },
  'core.inquiry_item': { nb: 'Varer i forespørsler', en: 'Items in inquiries' },
  'core.inquiry_message': { nb: 'Meldinger om forespørsler', en: 'Messages about inquiries' },
  'core.quote': { nb: 'Tilbud', en: 'Quotes' },
  'core.quote_draft': { nb: 'Tilbud som er under arbeid', en: 'Quotes being written' },
  'core.quote_version': { nb: 'Tilbud, slik de er sendt', en: 'Quotes as they were sent' },
  'core.quote_line': { nb: 'Linjer i tilbud', en: 'Lines of quotes' },
  'core.quote_acceptance': { nb: 'Aksept av tilbud', en: 'Acceptance of quotes' },
  'core.sales_order': { nb: 'Ordre', en: 'Orders' },
  'core.order_line': { nb: 'Linjer i ordre', en: 'Lines of orders' },
  'core.invoice': { nb: 'Fakturaer og kreditnotaer', en: 'Invoices and credit notes' },
  'core.invoice_line': { nb: 'Linjer i fakturaer', en: 'Lines of invoices' },
  'core.invoice_vat': { nb: 'Merverdiavgift i fakturaer', en: 'VAT of invoices' },
  'core.payment': { nb: 'Betalinger', en: 'Payments' },
  'core.consent': { nb: 'Samtykker', en: 'Consents' },
  'core.objection': { nb: 'Protester', en: 'Objections' },
  'core.restriction': { nb: 'Begrensninger', en: 'Restrictions' },
  'core.rights_message': { nb: 'Brev og meldinger om krav', en: 'Letters and messages about requests' },
  'core.mail_quarantine': { nb: 'Meldinger som må gås gjennom', en: 'Messages that must be gone through' },
  'core.rights_event': { nb: 'Hva som skjedde med krav', en: 'What happened to requests' },
  'core.rights_link': { nb: 'Lenker vi har sendt deg om krav', en: 'Links we sent you about requests' },
  'core.rights_decision': { nb: 'Avgjørelser om krav', en: 'Decisions about requests' },
  'core.rights_pending': { nb: 'Det som står igjen etter et krav', en: 'What remains after a request' },
  'core.set_aside': { nb: 'Opplysninger som ligger ubrukt', en: 'Values left unused' },
  'core.restriction_use': { nb: 'Unntak vi har brukt fra en begrensning', en: 'Exceptions we used from a restriction' },
  'core.rights_case': { nb: 'Krav om rettigheter', en: 'Rights requests' },
  'core.former_identifier': { nb: 'Avtrykk av rettede opplysninger', en: 'Fingerprints of corrected values' },
  'core.relationship_end': { nb: 'Når kundeforholdet sluttet', en: 'When the relationship ended' },
  'core.archive_opening': {
    nb: 'Når noen åpnet det låste arkivet om deg',
    en: 'When somebody opened the locked archive about you',
  },
  'core.hold': { nb: 'Det vi må beholde lenger, og hvorfor', en: 'What we must keep longer, and why' },
  'core.transfer': { nb: 'Overføringer til andre', en: 'Transfers to others' },
  'core.instruction': {
    nb: 'Beskjeder til dem som har fått noe om deg',
    en: 'Instructions to those who got something about you',
  },
  'core.instruction_subject': { nb: 'Hvem beskjedene gjelder', en: 'Whom the instructions are about' },
  'core.disclosure_case': {
    nb: 'Saker der noen har bedt om opplysninger om deg',
    en: 'Cases where somebody asked for data about you',
  },
  'core.disclosure': { nb: 'Utleveringer, og avslag på det', en: 'Disclosures, and refusals of them' },
  'evidence.entry': { nb: 'Bevis for det som er gjort', en: 'Evidence of what was done' },
}

/** In the locked archive the same things lie under the same names. */
export function tableWord(table: string, language: Language): string {
  const words = tableWords[table.replace(/^archive\./, 'core.')]
  if (words === undefined) return table
  return table.startsWith('archive.')
    ? `${words[language]}${language === 'nb' ? ', i det låste arkivet' : ', in the locked archive'}`
    : words[language]
}

/** Codes as words, wherever they stand. What is not here stands as it is. */
export const codeWords: Readonly<Record<string, Words>> = {
  legal_hold: { nb: 'tvist', en: 'dispute' },
  claim: { nb: 'krav', en: 'claim' },
  complaint: { nb: 'reklamasjon', en: 'complaint' },
  asked: { nb: 'ba om det', en: 'asked for it' },
  left_company: { nb: 'sluttet i firmaet', en: 'left the company' },
  company_gone: { nb: 'firmaet finnes ikke lenger', en: 'the company is no more' },
  inactive: { nb: '24 måneder uten noe mellom oss', en: '24 months with nothing between us' },
  question: { nb: 'spørsmål', en: 'question' },
  quote_request: { nb: 'forespørsel om tilbud', en: 'request for a quote' },
  web: { nb: 'nettstedet', en: 'web site' },
  my_page: { nb: 'min side', en: 'my page' },
  desk: { nb: 'en ansatt', en: 'a member of staff' },
  email: { nb: 'e-post', en: 'e-mail' },
  phone: { nb: 'telefon', en: 'phone' },
  letter: { nb: 'brev', en: 'letter' },
  in_person: { nb: 'muntlig', en: 'in person' },
  self_registration: { nb: 'du oppga den da du registrerte deg', en: 'you gave it when you registered' },
  self_voluntary: { nb: 'du oppga den selv', en: 'you gave it yourself' },
  order: { nb: 'fra en bestilling', en: 'from an order' },
  enquiry: { nb: 'fra en forespørsel', en: 'from an inquiry' },
  registration: { nb: 'fra registreringen din', en: 'from your registration' },
  colleague: { nb: 'fra en kollega av deg', en: 'from a colleague of yours' },
  staff_entry_from_conversation: { nb: 'skrevet ned av oss etter en samtale', en: 'written down by us after a conversation' },
  staff: { nb: 'fra en ansatt hos oss', en: 'from a member of our staff' },
  system: { nb: 'laget av systemet', en: 'made by the system' },
  person: { nb: 'fra deg', en: 'from you' },
  in: { nb: 'fra deg', en: 'from you' },
  out: { nb: 'fra oss', en: 'from us' },
  note: { nb: 'arbeidsnotat', en: 'working note' },
  nb: { nb: 'bokmål', en: 'Norwegian (bokmål)' },
  en: { nb: 'engelsk', en: 'English' },
  customer: { nb: 'kunde', en: 'customer' },
  inquirer: { nb: 'har spurt, ikke kunde', en: 'has asked, not a customer' },
  imported: { nb: 'overført fra et annet system', en: 'brought from another system' },
  salesperson: { nb: 'selger', en: 'salesperson' },
  marketer: { nb: 'markedsfører', en: 'marketer' },
  privacy_officer: { nb: 'personvernansvarlig', en: 'privacy officer' },
  accountant: { nb: 'regnskapsfører', en: 'accountant' },
  host: { nb: 'driftsansvarlig', en: 'host' },
  access: { nb: 'innsyn', en: 'access' },
  rectification: { nb: 'retting', en: 'rectification' },
  erasure: { nb: 'sletting', en: 'erasure' },
  restriction: { nb: 'begrensning', en: 'restriction' },
  objection: { nb: 'protest', en: 'objection' },
  portability: { nb: 'dataportabilitet', en: 'portability' },
  withdrawal: { nb: 'stans av reklame og samtykker', en: 'withdrawal' },
  unclear: { nb: 'uavklart melding', en: 'unclear message' },
  supplier: { nb: 'til en leverandør', en: 'to a supplier' },
  marketing: { nb: 'markedsføring', en: 'marketing' },
  contact: { nb: 'all kontakt som ikke er nødvendig', en: 'all contact that is not essential' },
  invoice: { nb: 'faktura', en: 'invoice' },
  credit_note: { nb: 'kreditnota', en: 'credit note' },
  product: { nb: 'vare', en: 'product' },
  decoration: { nb: 'trykk', en: 'decoration' },
  setup: { nb: 'oppstart', en: 'set-up' },
  freight: { nb: 'frakt', en: 'freight' },
  link: { nb: 'lenke', en: 'link' },
  quote: { nb: 'tilbud', en: 'quote' },
  import: { nb: 'overføring', en: 'import' },
  subject_consent: { nb: 'ditt samtykke', en: 'your consent' },
  statutory_authority: { nb: 'hjemmel i lov', en: 'authority in statute' },
  debt_collection: { nb: 'inkasso', en: 'debt collection' },
  executed: { nb: 'utlevert', en: 'disclosed' },
  refused: { nb: 'avslått', en: 'refused' },
  recalled: { nb: 'kalt tilbake', en: 'recalled' },
  relationship_end: { nb: 'slutt på kundeforholdet', en: 'end of the relationship' },
  restriction_lifted: { nb: 'begrensning opphevet', en: 'restriction lifted' },
  recall: { nb: 'tilbakekalling', en: 'recall' },
  second: { nb: 'ny beskjed når lovens tid er ute', en: 'second instruction when the law’s period has ended' },
  confirmed: { nb: 'bekreftet', en: 'confirmed' },
  kept_by_law: { nb: 'beholder noe etter lov', en: 'keeps something by law' },
  contested: { nb: 'nekter, og vi godtar det ikke', en: 'refuses, and we do not accept it' },
  untold: { nb: 'kunne ikke følges opp der', en: 'could not be followed there' },
  none: { nb: 'ingen', en: 'none' },
  done: { nb: 'gjort', en: 'done' },
  processor: { nb: 'databehandler', en: 'processor' },
  controller: { nb: 'selvstendig behandlingsansvarlig', en: 'independent controller' },
}

/** What letters are sent for, what evidence is of, what staff looked at: said in English in the log, in the reader's words here. */
const phrases: Readonly<Record<string, Words>> = {
  'already registered': { nb: 'allerede registrert', en: 'already registered' },
  'customer registered': { nb: 'du ble kunde', en: 'you became a customer' },
  'company corrected': { nb: 'firmaopplysninger rettet', en: 'company details corrected' },
  'contact corrected': { nb: 'kontaktopplysning rettet', en: 'contact detail corrected' },
  'inquiry received': { nb: 'forespørsel mottatt', en: 'inquiry received' },
  'inquiry entered': { nb: 'forespørsel skrevet ned', en: 'inquiry entered' },
  'inquiry answered': { nb: 'svar på forespørsel', en: 'inquiry answered' },
  'quote sent': { nb: 'tilbud sendt', en: 'quote sent' },
  'quote accepted': { nb: 'tilbud godtatt', en: 'quote accepted' },
  'order confirmed': { nb: 'ordrebekreftelse', en: 'order confirmed' },
  'invoice sent': { nb: 'faktura sendt', en: 'invoice sent' },
  'recipients instructed': { nb: 'mottakere har fått beskjed', en: 'recipients instructed' },
  'sign-in link': { nb: 'innloggingslenke', en: 'sign-in link' },
  'person left': { nb: 'sluttet i firmaet', en: 'left the company' },
  'access given': { nb: 'innsyn gitt', en: 'access given' },
  'claim answered': { nb: 'svar på krav', en: 'answer to a request' },
  'claim news': { nb: 'om kravet ditt', en: 'about your request' },
  restricted: { nb: 'opplysningene ble begrenset', en: 'the data were restricted' },
  'claim received': { nb: 'krav registrert', en: 'request registered' },
  'customer card': { nb: 'kundekortet', en: 'the customer card' },
  'list of customers': { nb: 'listen over kunder', en: 'the list of customers' },
  'list of inquiries': { nb: 'listen over forespørsler', en: 'the list of inquiries' },
  'list of letters': { nb: 'listen over brev', en: 'the list of letters' },
  'new inquiry': { nb: 'en ny forespørsel', en: 'a new inquiry' },
  'rights request': { nb: 'et krav om rettigheter', en: 'a rights request' },
  inquiry: { nb: 'forespørsel', en: 'inquiry' },
  register: { nb: 'registrering', en: 'registration' },
}

const papers: Readonly<Record<string, Words>> = {
  inquiry: { nb: 'forespørsel', en: 'inquiry' },
  quote: { nb: 'tilbud', en: 'quote' },
  order: { nb: 'ordre', en: 'order' },
  invoice: { nb: 'faktura', en: 'invoice' },
}

/** `order O-2026-00001` is a word of ours and a number. */
const numbered = /^(inquiry|quote|order|invoice) ([A-Z]?-?[\d-]+)$/

export function codeWord(code: string, language: Language): string {
  const [, what, number] = numbered.exec(code) ?? []
  if (what !== undefined) return `${papers[what]![language]} ${number}`
  if (code.startsWith('letter: ')) return `${language === 'nb' ? 'brev' : 'letter'}: ${codeWord(code.slice(8), language)}`
  return (codeWords[code] ?? phrases[code])?.[language] ?? code
}
