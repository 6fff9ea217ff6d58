/**
 * After a restore, and after a crash: what the ledger says was done and the database does not know is done again, by the same
 * acts as the first time, before anybody is let in. Keeps: retention.backups-roll-over, marketing.no-means-no.
 */
export { carryOut, type Again, type CarriedOut } from './carry-out.ts'
export { erasedIn, notUndone, stillHere } from './not-undone.ts'
export { standsNot } from './stands-not.ts'
