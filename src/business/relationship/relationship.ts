/**
 * When a relationship is over: a dated event with a timeline that is told beforehand, undone only by the person coming back.
 * Keeps: inquiries.the-relationship-ends, inquiries.the-archive-is-locked.
 */
export { closeOffDue } from './close-off.ts'
export { endInactive } from './end-inactive.ts'
export { channels, endedOn, endRelationship, reasons, type Ended, type Reason } from './end-relationship.ts'
export { noteActivity } from './note-activity.ts'
export { nothingIsOpen } from './nothing-open.ts'
export { reopenRelationship } from './reopen-relationship.ts'
export { reasonWords } from './reason-words.ts'
export { relationshipOf } from './relationship-of.ts'
export { tellSuppliersOfEnds } from './tell-suppliers-of-ends.ts'
export { whatHappensWhen, writtenMoments, type Moment } from './what-happens-when.ts'
