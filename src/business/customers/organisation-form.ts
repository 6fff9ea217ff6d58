import type { Spoken } from './contact-fields.ts'

/** Enhetsregisteret's codes that we tell apart. */
export const organisationForms = {
  AS: { nb: 'Aksjeselskap (AS)', en: 'Limited company (AS)' },
  ASA: { nb: 'Allmennaksjeselskap (ASA)', en: 'Public limited company (ASA)' },
  ENK: { nb: 'Enkeltpersonforetak (ENK)', en: 'Sole proprietor (ENK)' },
  NUF: { nb: 'Norsk avdeling av utenlandsk foretak (NUF)', en: 'Norwegian branch of a foreign company (NUF)' },
  DA: { nb: 'Selskap med delt ansvar (DA)', en: 'Partnership, shared liability (DA)' },
  ANS: { nb: 'Ansvarlig selskap (ANS)', en: 'General partnership (ANS)' },
  SA: { nb: 'Samvirkeforetak (SA)', en: 'Cooperative (SA)' },
  STI: { nb: 'Stiftelse (STI)', en: 'Foundation (STI)' },
  FLI: { nb: 'Forening eller lag (FLI)', en: 'Association (FLI)' },
  KOMM: { nb: 'Kommune (KOMM)', en: 'Municipality (KOMM)' },
  ORGL: { nb: 'Statlig virksomhet (ORGL)', en: 'State body (ORGL)' },
  OTHER: { nb: 'Annet', en: 'Other' },
} as const satisfies Record<string, Spoken>

export type OrganisationForm = keyof typeof organisationForms

export const organisationFormNames = Object.keys(organisationForms) as OrganisationForm[]

/** A sole proprietor is a person, and so are the partners of a DA or ANS: their company's data are theirs (promise 2.1-f). */
export function treatedAsPerson(form: string | null | undefined): boolean {
  return form === 'ENK' || form === 'DA' || form === 'ANS'
}
