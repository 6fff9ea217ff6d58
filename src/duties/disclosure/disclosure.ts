/**
 * What has left the house about whom, and the only way it may: transfers to those in the register, and disclosures to others as
 * a case with one of four grounds (promises 5-c, 6-a … 6-h). Both are told to the person. Keeps: disclosure.closed-by-default.
 */
export { type ClaimFacts, collectionFields, whyNotCollect } from './collection.ts'
export {
  approveDisclosure,
  assessDisclosure,
  disclosureCase,
  disclosureCases,
  requestDisclosure,
  type DisclosureCase,
} from './disclosure-case.ts'
export { executeDisclosure, refuseDisclosure, withdrawDisclosureConsent } from './execute-disclosure.ts'
export { closeDisclosure, noteInformed, toBeTold } from './gag-ends.ts'
export { allowed, type CaseState, type Ground, groundNames, grounds, missing, type OnFile } from './grounds.ts'
export { disclosureTables } from './personal-data.ts'
export { tellRecipients, type ToldRecipient } from './tell-recipients.ts'
export { transfers, type Transfer } from './transfers.ts'
export { writeNotice } from './write-notice.ts'
