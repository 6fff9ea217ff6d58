/**
 * What has left the house about whom: one log, read by the access package, the art. 19 notices and whoever scopes a breach
 * (promises 5-c, 6-h). Written by `#outbound` in the act's own transaction.
 */
export { disclosureTables } from './personal-data.ts'
export { transfers, type Transfer } from './transfers.ts'
