/**
 * The privacy statement itself: fourteen clauses of sentences, each with the controls that would catch it lying; its
 * published revisions; and the nightly look at whether it is true. Keeps: revisions.versions-never-change, controller.every-sentence-is-checked.
 */
export { clauses, sentences } from './clauses/clauses.ts'
export { latestResults } from './latest-results.ts'
export { measuresInPlace, type Measure } from './measures.ts'
export { everyNight, nightly } from './nightly.ts'
export { printed, type Printed } from './printed.ts'
export { promiseIds, type PromiseId } from './promise-ids.ts'
export { prove, type Proof, type RanTest, type Workplace } from './prove.ts'
export { announced, type Announced } from './revisions/announced.ts'
export { changes } from './revisions/changes.ts'
export { departures } from './revisions/departures.ts'
export { doesItFit, type Fit } from './revisions/does-it-fit.ts'
export { publishIfChanged } from './revisions/publish-if-changed.ts'
export { followRegister } from './revisions/follow-register.ts'
export { recipientsInForce } from './revisions/recipients-in-force.ts'
export { revisionInForce } from './revisions/revision-in-force.ts'
export { scheduleRevision } from './revisions/schedule-revision.ts'
export { takeEffect } from './revisions/take-effect.ts'
export { tellOfRevisions } from './revisions/tell-of-revision.ts'
export { score, type Score } from './score.ts'
export { settingsOf } from './settings.ts'
