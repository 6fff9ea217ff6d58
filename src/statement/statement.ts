/**
 * The privacy statement itself: fourteen clauses of sentences, each with the controls that would catch it lying; its
 * published revisions; and the nightly look at whether it is true. Keeps: revisions.versions-never-change, controller.every-sentence-is-checked.
 */
export { clauses, sentences } from './clauses/clauses.ts'
export { latestResults } from './latest-results.ts'
export { everyNight, nightly } from './nightly.ts'
export { printed, type Printed } from './printed.ts'
export { promiseIds, type PromiseId } from './promise-ids.ts'
export { prove, type Proof, type RanTest } from './prove.ts'
export { publishIfChanged } from './revisions/publish-if-changed.ts'
export { recipientsInForce } from './revisions/recipients-in-force.ts'
export { revisionInForce } from './revisions/revision-in-force.ts'
export { score, type Score } from './score.ts'
