/**
 * Who we trade with: relationships, their contact persons, and who of us has looked at them.
 * Keeps: registration.the-eight-fields, registration.every-value-has-a-source, registration.a-sole-proprietor-is-a-person.
 */
export { changeCompany, seenCompany, type Company } from './change-company.ts'
export { changeContact, changeContactIn, type Change } from './change-contact.ts'
export { contactFields, explained, type Contact, type ContactField } from './contact-fields.ts'
export { customerCard } from './customer-card.ts'
export { customerList } from './customer-list.ts'
export { fullName } from './full-name.ts'
export { mayDoInWords } from './may-do-in-words.ts'
export { notedReading, notedReadings, type Look, type Reader } from './noted-reading.ts'
export { openRelationship, recordStatementShown, type Opening } from './open-relationship.ts'
export { treatedAsPerson } from './organisation-form.ts'
export { checkDigit, readOrganisationNumber, writtenOrganisationNumber, type OrganisationNumber } from './organisation-number.ts'
export { personLeft } from './person-left.ts'
export type { Origin } from './provenance.ts'
export { registerCustomer, type Registration } from './register-customer.ts'
export { registeredAt } from './registered-at.ts'
export { type Insisted, screenFields, type Unlawful } from './screen-fields.ts'
export { saveScreeningTerms } from './screening-terms.ts'
export { notReached, tellOfSource, toldOtherwise } from './tell-of-source.ts'
export { timeline } from './timeline.ts'
