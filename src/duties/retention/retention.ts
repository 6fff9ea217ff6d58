/**
 * The retention schedule as dated data: what starts the clock, how long, under which law, and what then (promises 0-e, 4-a).
 * Expiry is computed by the database: months and years are never counted in JavaScript. The sweep walks the declarations.
 */
export { endingsOf, isEndless, rowEnding } from './endings.ts'
export { endsWhen, type End } from './ends-when.ts'
export { expirySql } from './expiry.ts'
export { holdList, type HeldRow } from './hold-list.ts'
export { holders, holdKinds, placeHold, releaseHold, reviewHold, type Hold } from './place-hold.ts'
export type { Rule } from './a-rule.ts'
export { outOfReview, rules, type RuleId, writtenRule } from './rules.ts'
export { held, heldItems, notStopped } from './stopped.ts'
export { type Deleted, sweep } from './sweep.ts'
export { writtenEnd, writtenEnds, writtenRules, type WrittenEnd } from './written-end.ts'
