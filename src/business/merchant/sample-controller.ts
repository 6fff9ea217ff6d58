import type { Controller } from './controller.ts'

/** The reference merchant; number, account and address are invented (first digit 3: the synthetic series). */
export const sampleController: Controller = {
  legalName: 'NTC Gave og Profilering AS',
  organisationNumber: '312007177',
  postalAddress: 'Postboks 214, 5804 Bergen',
  headOffice: 'Prøvegata 12, 5003 Bergen',
  email: 'post@ntcprofil.example',
  phone: '+47 55 00 00 00',
  bankAccount: '15038012344',
  vatRegistered: true,
  foretaksregistered: true,
  privacyContact: 'personvern@ntcprofil.example',
}
