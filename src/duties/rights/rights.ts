/**
 * What a person can demand, and the machinery that does it: the clock, access, rectification's case, erasure, objection.
 * All of it reads the declarations; none of it knows a table by heart. Keeps: rights.access-within-thirty-days,
 * rights.the-answer-tells-what-happened, registration.erasure-leaves-nothing.
 */
export { accessPackage, delivered, type AccessPackage, type ControllerFacts } from './access-package.ts'
export { buildRights, rightsHash } from './build-functions.ts'
export { columnWord } from './column-words.ts'
export { fieldWord } from './field-word.ts'
export { erasePerson, type Erased, type Order } from './erase-person.ts'
export { eachOf } from './each-of.ts'
export { erasurePlan, stepsOf, type Step } from './erasure-plan.ts'
export { giveAccess, handOver } from './give-access.ts'
export { holdings, type HeldRow, type Holding, type Json } from './holdings.ts'
export { objectionKey, objectionToken, readObjectionToken } from './objection-link.ts'
export { objectToMarketing } from './object-to-marketing.ts'
export { rightsTables } from './personal-data.ts'
export { eraseUnlessKept, keptForClaim } from './kept-for-claim.ts'
export { noteFormer } from './note-former.ts'
export { noteRectified } from './note-rectified.ts'
export { byCategory, purposeWord, whatFor } from './readable.ts'
export { claimByLink, type LinkedClaim } from './claim-by-link.ts'
export { confirmClaim, type Confirmed } from './confirm-claim.ts'
export { caseOfReply, fileReply, type Answered } from './reply-in-case.ts'
export { fileClaim, receiveClaim, type Incoming } from './receive-claim.ts'
export type { Hands, Office } from './office.ts'
export { downloadClaim } from './download-claim.ts'
export { claimList, claimsWaiting, shelves, type Shelf } from './claim-list.ts'
export { oneClaim, type OneClaim } from './one-claim.ts'
export {
  answerClaim,
  answerNothing,
  identityShown,
  makeReady,
  pendingDone,
  safeAddress,
  sendConfirmation,
  type Handler,
  type NotAnswered,
} from './claim-acts.ts'
export { linkClaimant, notAClaim, triageClaim } from './triage-claim.ts'
export {
  announceLifting,
  approveRefusal,
  exceptions,
  liftAnnounced,
  liftsOn,
  proposeRefusal,
  useException,
  type ContactShown,
} from './decide-claim.ts'
export { warnings, warnOfDeadlines } from './warn-of-deadlines.ts'
export { claimBundle } from './claim-bundle.ts'
export { demandRestriction, ownGrounds } from './demand-restriction.ts'
export { demandStop } from './demand-stop.ts'
export { liftOwn, ownRestrictions, type OwnRestriction } from './lift.ts'
export { partWords } from './part-words.ts'
export { ownDocuments, paperKind } from './own-documents.ts'
export { grounds, restrict, restrictable, restrictableFields, type Ground, type Scope } from './restrict.ts'
export { putBack, setAside } from './set-aside.ts'
export { takeAlong } from './take-along.ts'
export { tellAll } from './tell-all.ts'
export { takeBackConsent } from './take-back-consent.ts'
export { refuseForAnother } from './refuse-for-another.ts'
export { restrictForClaim } from './restrict-for-claim.ts'
export { withdrawConsent } from './withdraw-consent.ts'
export { eraseForClaim } from './erase-for-claim.ts'
export { noteEvent, proved } from './rights-case.ts'
export {
  channels,
  closeCase,
  kinds,
  openCase,
  type CaseKey,
  type Channel,
  type Claim,
  type Claimant,
  type Identity,
  type Kind,
} from './rights-case.ts'
export { claimantAt, type Found } from './claimant-at.ts'
export { searchEverything, type Searched } from './search-everything.ts'
export { alsoInUse, recordedSince, samePerson } from './same-person.ts'
export { codeWord, tableWord } from './table-words.ts'
export { writtenValue } from './written-value.ts'
