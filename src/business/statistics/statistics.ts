/**
 * How many visit which page, from where, with what, for how long: counters, and nothing of a visit or a visitor.
 * What is counted, of whom, is decided in measure.ts; what is shown, in release.ts.
 * Keeps: statistics.counters-only, statistics.before-the-choice, statistics.visits-are-not-yours (promises 2.3-a … 2.3-i).
 */
export { isAhead } from './coarse.ts'
export { figures } from './figures.ts'
export { hostOf, readGoatCounter, readOwn, readPlausible, readUmami, type Sent } from './formats.ts'
export { googleAddress, googleAnalytics, missingForGoogle, type Condition } from './google.ts'
export type { Known } from './known.ts'
export { openCounter, type Counter } from './open-counter.ts'
export { openRelay, type Relay } from './open-relay.ts'
export { readGoatCounterHits, readUmamiBatch } from './many.ts'
export { dropReasons, measureNames, measures, type Measure } from './measure.ts'
export { keepMonths, rollUp } from './roll-up.ts'
export { stopTellingGoogle } from './save-settings.ts'
export { questionNow, statisticsSettings, statisticsShape } from './settings.ts'
export { stays } from './stay.ts'
export type { Seen, Visit } from './visit.ts'
