import type { Controller } from './controller.ts'

/**
 * The foot of every letter: who we are and where the statement stands, from the one record (promises 0-a, 0-h).
 * `website` is our own address, such as `https://ntcprofil.example`; without it only the path is named.
 */
export function signature(merchant: Controller, language: 'nb' | 'en', website = ''): string {
  const { legalName, organisationNumber, vatRegistered, postalAddress, email, phone } = merchant
  const number = `${organisationNumber.replace(/(\d{3})(?=\d)/g, '$1 ')}${vatRegistered ? ' MVA' : ''}`
  const words = {
    nb: { number: 'Org.nr.', privacy: `Personvern: ${website}/personvern` },
    en: { number: 'Org. no.', privacy: `Privacy: ${website}/en/privacy` },
  }[language]
  return ['--', legalName, `${words.number} ${number}`, postalAddress, `${email} · ${phone}`, words.privacy].join('\n')
}
