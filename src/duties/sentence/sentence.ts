/**
 * A sentence is a value: it writes the text the public reads, and holds the controls that would catch it lying.
 * What a control found last decides its state: kept, broken, stale or unproven; a sentence with no control is unproven.
 * Keeps: controller.every-sentence-is-checked (promise 0-c).
 */
export { attest } from './attest.ts'
export { attestation, probe, query, test } from './control.ts'
export type { Control, Found, Query, Said, World } from './control.ts'
export { check, controlOf, type Checked } from './check.ts'
export { days, months, period, type Days, type Months } from './period.ts'
export { sentence, type AnySentence, type Language } from './a-sentence.ts'
export { promiseState, stateOf, unchangedUntil, type Result, type State } from './state.ts'
