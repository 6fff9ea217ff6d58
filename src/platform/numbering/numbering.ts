/**
 * Document numbers without holes. The row lock lasts until the transaction ends, so whoever asks next waits, and a
 * rollback gives the number back (bokføringsforskriften § 5-1-1).
 */
export { nextNumber, nextNumberSql } from './next-number.ts'
