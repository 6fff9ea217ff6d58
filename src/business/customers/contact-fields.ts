import type { Language } from '#languages'

/** The closed list of promise 2.1-d. There is no ninth field. */
export const contactFields = [
  'first_name',
  'last_name',
  'phone',
  'email',
  'job_title',
  'workplace',
  'company_address',
  'invoice_address',
] as const

export type ContactField = (typeof contactFields)[number]
export type Contact = Readonly<Partial<Record<ContactField, string>>>

export type Spoken = Readonly<Record<Language, string>>
type Explained = { readonly label: Spoken; readonly required: boolean; readonly longest: number; readonly blank: Spoken }

/** What each field is called, and what comes of leaving it blank (promise 2.1-c). */
export const explained: Readonly<Record<ContactField, Explained>> = {
  first_name: {
    label: { nb: 'Fornavn', en: 'First name' },
    required: true,
    longest: 100,
    blank: { nb: 'Vi må vite hvem vi skal svare.', en: 'We need to know whom to answer.' },
  },
  last_name: {
    label: { nb: 'Etternavn', en: 'Last name' },
    required: true,
    longest: 100,
    blank: { nb: 'Vi må vite hvem som bestiller for firmaet.', en: 'We need to know who orders for the company.' },
  },
  email: {
    label: { nb: 'E-post', en: 'E-mail' },
    required: true,
    longest: 254,
    blank: {
      nb: 'Hit sender vi tilbud, bekreftelser og lenken du logger inn med.',
      en: 'Quotes, confirmations and your sign-in link go here.',
    },
  },
  phone: {
    label: { nb: 'Telefon', en: 'Phone' },
    required: false,
    longest: 32,
    blank: { nb: 'Uten telefonnummer bruker vi bare e-post.', en: 'Without it we use e-mail only.' },
  },
  job_title: {
    label: { nb: 'Stilling', en: 'Job title' },
    required: false,
    longest: 100,
    blank: { nb: 'Uten stilling blir ingenting annerledes for deg.', en: 'Without it nothing changes for you.' },
  },
  workplace: {
    label: { nb: 'Arbeidssted (firma)', en: 'Workplace (company)' },
    required: true,
    longest: 200,
    blank: {
      nb: 'Vi selger bare til virksomheter, og kjøperen må stå på fakturaen.',
      en: 'We sell to businesses only, and the invoice must name the buyer.',
    },
  },
  company_address: {
    label: { nb: 'Firmaadresse', en: 'Company address' },
    required: false,
    longest: 500,
    blank: { nb: 'Uten adresse spør vi når noe skal leveres.', en: 'Without it we ask when something is to be delivered.' },
  },
  invoice_address: {
    label: { nb: 'Fakturaadresse', en: 'Invoice address' },
    required: false,
    longest: 500,
    blank: { nb: 'Uten egen fakturaadresse bruker vi firmaadressen.', en: 'Without it we use the company address.' },
  },
}
