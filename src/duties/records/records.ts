/**
 * What the law wants written down: the record of processing (art. 30), which rule was read against the law when, and what a
 * changed purpose means for people (art. 35). The record is made from the declarations. Promises, 8-b.
 * Keeps: rights.the-record-of-processing, revisions.the-law-is-watched, controller.protective-by-default.
 */
export { assessPurpose, assessments, dpiaSigns, unassessed, type Assessment, type Sign } from './assessments.ts'
export { protocol, type Activity, type Protocol } from './protocol.ts'
export { protocolCsv } from './protocol-csv.ts'
export { sheet } from './sheet.ts'
export { latestSnapshots, takeSnapshot } from './snapshots.ts'
export { lawWatch, reviewRule, type Watched } from './law-watch.ts'
