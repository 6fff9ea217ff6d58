/**
 * Who else handles the data, as what, for what, which fields, under which agreement, and where; and what they are asked to do
 * about a person: delete, correct, restrict (promises 5-a … 5-k, 2.6-g, 2.6-h, X-10, X-11). Keeps: processors.recipients-are-told.
 */
export { acceptKeeping, answerInstruction, type SupplierAnswer } from './answer-instruction.ts'
export { answerShape } from './answer-shape.ts'
export { receiveAnswer } from './receive-answer.ts'
export { activateListed, announceRecipient, endRecipient } from './change-register.ts'
export { registerAgreement, registerConfirmation, reviewRecipient } from './file-papers.ts'
export { fieldCategorySql } from './field-category.ts'
export { enterFirstRegister, firstRegister } from './first-register.ts'
export { followUpInstructions, tryAgain } from './follow-up.ts'
export { instructSuppliers, type Event, type Instructed } from './instruct-suppliers.ts'
export {
  instruction,
  instructions,
  instructionState,
  instructionsWaiting,
  type Instruction,
  type InstructionState,
} from './instruction.ts'
export { instructionByLink } from './instruction-by-link.ts'
export { answerBy } from './instruction-message.ts'
export { asked } from './instruction-words.ts'
export { listed, recipient, register, type Recipient, type Role } from './register.ts'
export { restrictedPart, type RestrictedPart } from './restricted-part.ts'
export { sendInstruction, type SupplierPost } from './send-instruction.ts'
export { setReach } from './set-reach.ts'
export { papersOf, reviewsDue, reviewState } from './standing.ts'
export { closeSubProcessor, registerSubProcessor } from './sub-processors.ts'
