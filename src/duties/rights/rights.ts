/**
 * What a person can demand, and the machinery that does it: the clock, access, rectification's case, erasure, objection.
 * All of it reads the declarations; none of it knows a table by heart. Keeps: rights.access-within-thirty-days,
 * rights.the-answer-tells-what-happened, registration.erasure-leaves-nothing.
 */
export { accessPackage, delivered, type AccessPackage, type ControllerFacts } from './access-package.ts'
export { buildErasure } from './build-erasure.ts'
export { columnWord } from './column-words.ts'
export { dueOn } from './due-on.ts'
export { erasePerson, type Erased, type Order } from './erase-person.ts'
export { erasurePlan, type Step } from './erasure-plan.ts'
export { giveAccess } from './give-access.ts'
export { holdings, type HeldRow, type Holding, type Json } from './holdings.ts'
export { objectToMarketing } from './object-to-marketing.ts'
export { rightsTables } from './personal-data.ts'
export { noteFormer } from './note-former.ts'
export { noteRectified } from './note-rectified.ts'
export { byCategory, purposeWord, whatFor } from './readable.ts'
export { answerCase, caseList, registerClaim, waitingErasure } from './desk-cases.ts'
export { channels, closeCase, kinds, openCase, type Channel, type Claim, type Claimant, type Kind } from './rights-case.ts'
export { personAt, samePerson } from './same-person.ts'
export { searchEverything, type Searched } from './search-everything.ts'
export { codeWord, tableWords } from './table-words.ts'
export { writtenValue } from './written-value.ts'
