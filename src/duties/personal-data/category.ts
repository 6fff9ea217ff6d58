/** The categories of personal data, as the statement and the access package print them. A closed list (promise 0-f). */
export const categories = {
  contact: { nb: 'Kontaktopplysninger', en: 'Contact details' },
  company: { nb: 'Opplysninger om firmaet', en: 'Company details' },
  provenance: { nb: 'Hvor opplysningene kommer fra', en: 'Where the data come from' },
  dialogue: { nb: 'Henvendelser og dialog', en: 'Inquiries and dialogue' },
  trade: { nb: 'Tilbud, ordre og leveranser', en: 'Quotes, orders and deliveries' },
  bookkeeping: { nb: 'Regnskapsbilag', en: 'Bookkeeping documents' },
  messages: { nb: 'Meldinger vi har sendt', en: 'Messages we have sent' },
  choices: { nb: 'Samtykker, protester og begrensninger', en: 'Consents, objections and restrictions' },
  rights: { nb: 'Krav om rettigheter', en: 'Rights requests' },
  credentials: { nb: 'Innlogging', en: 'Sign-in' },
  security: { nb: 'Sikkerhetslogg', en: 'Security log' },
  lookups: { nb: 'Oppslag ansatte har gjort', en: 'Look-ups by staff' },
  transfers: { nb: 'Overføringer til mottakere', en: 'Transfers to recipients' },
  evidence: { nb: 'Bevis og kvitteringer', en: 'Evidence and receipts' },
  staff: { nb: 'Ansatte', en: 'Staff' },
} as const satisfies Record<string, { nb: string; en: string }>

export type Category = keyof typeof categories
