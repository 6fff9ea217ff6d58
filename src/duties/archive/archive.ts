/**
 * The locked archive for claims (promise 2.6-j): what a claim may need is moved here when a relationship has ended, and can
 * be read by one purpose alone, under a logged opening with a reason and a case number. Declared from the base tables.
 */
export { moveToArchive, type Moved } from './move-to-archive.ts'
export { findInArchive, openArchive, readOpening, sameInArchive, type Opened, type Opening } from './open-archive.ts'
