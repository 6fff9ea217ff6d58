/**
 * The people of the sample merchant, by what they do. Invented; addresses end in .example, organisation numbers begin with 3
 * (the synthetic series) and are valid by modulus 11, telephone numbers are not in use.
 */
import type { Registration } from '#customers'

type Member = Omit<Registration, 'website'>

export const cast = {
  /** Buys: asks, accepts the quote, receives, pays. */
  kari: {
    contact: {
      first_name: 'Kari',
      last_name: 'Nordmann',
      email: 'kari@fjordbris.example',
      phone: '+47 912 34 567',
      job_title: 'Innkjøpsansvarlig',
      workplace: 'Fjordbris Reklame AS',
      company_address: 'Prøvegata 12, 5003 Bergen',
      invoice_address: 'Postboks 100, 5804 Bergen',
    },
    organisationNumber: '310456705',
    organisationForm: 'AS',
    language: 'nb',
  },
  /** Has said no to everything that can be said no to, and buys all the same. */
  fatima: {
    contact: {
      first_name: 'Fatima',
      last_name: 'Haddad',
      email: 'fatima@nordlysbygg.example',
      phone: '+47 913 45 678',
      job_title: 'Daglig leder',
      workplace: 'Nordlys Bygg AS',
      company_address: 'Prøveveien 4, 9008 Tromsø',
    },
    organisationNumber: '310469076',
    organisationForm: 'AS',
    language: 'nb',
  },
  /** Left the firm; his documents stand. */
  per: {
    contact: {
      first_name: 'Per',
      last_name: 'Hansen',
      email: 'per@havnekontoret.example',
      phone: '+47 914 56 789',
      job_title: 'Markedssjef',
      workplace: 'Havnekontoret Eiendom AS',
      company_address: 'Prøvekaia 7, 4006 Stavanger',
    },
    organisationNumber: '310481440',
    organisationForm: 'AS',
    language: 'nb',
  },
  /** Runs a sole proprietorship: the company's data are hers (promise 2.1-f). */
  ingrid: {
    contact: {
      first_name: 'Ingrid',
      last_name: 'Solberg',
      email: 'ingrid@solbergkeramikk.example',
      phone: '+47 915 67 890',
      workplace: 'Solberg Keramikk',
      company_address: 'Prøvestien 3, 2615 Lillehammer',
    },
    organisationNumber: '310493813',
    organisationForm: 'ENK',
    language: 'nb',
  },
  /** Reads English, has an order on its way. */
  james: {
    contact: {
      first_name: 'James',
      last_name: 'Walker',
      email: 'james@northseasurvey.example',
      job_title: 'Office manager',
      workplace: 'North Sea Survey NUF',
      company_address: 'Prøvekaia 21, 4008 Stavanger',
    },
    organisationNumber: '310506184',
    organisationForm: 'NUF',
    language: 'en',
  },
  /** Orders for a municipality, with purchase-order numbers. */
  maja: {
    contact: {
      first_name: 'Maja',
      last_name: 'Lien',
      email: 'maja.lien@elvestrand.example',
      phone: '+47 916 78 901',
      job_title: 'Kommunikasjonsrådgiver',
      workplace: 'Elvestrand kommune',
      company_address: 'Rådhusplassen 1, 3300 Hokksund',
      invoice_address: 'Fakturamottak, Postboks 50, 3300 Hokksund',
    },
    organisationNumber: '310518557',
    organisationForm: 'KOMM',
    language: 'nb',
  },
} as const satisfies Record<string, Member>

export type CastMember = keyof typeof cast

/** Ask without being customers: all we know is how to answer them. */
export const inquirers = {
  ola: { email: 'ola.nilsen@epost.example' },
  sofie: { email: 'sofie@kulturhuset.example', phone: '+47 917 89 012' },
  tom: { email: 'tom@brygga.example' },
} as const
