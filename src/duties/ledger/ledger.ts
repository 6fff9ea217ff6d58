/**
 * What must not be undone by a restore stands outside the database too: every erasure, restriction, objection, withdrawal and
 * suppression is a line in `<data>/ledger/acts.jsonl` before its transaction commits. Ids only. Keeps: retention.backups-roll-over.
 */
export type { Act, Line } from './act.ts'
export { dropOld } from './drop-old.ts'
export { ledgerIn, marking, type Ledger } from './enter.ts'
export { ledgerHead, reachesBackTo, readLedger } from './ledger-file.ts'
export { outstanding } from './outstanding.ts'
export { ledgerTables } from './personal-data.ts'
