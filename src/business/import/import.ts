/**
 * Trade and customers from elsewhere: a year of invoice lines, or a list of companies. Documents keep their own numbers,
 * in series of their own, and their own currency. No person and no consent ever comes from a file.
 * Keeps: controller.ordering-is-not-consent (promise 0-i).
 */
export { pastTheirYears } from './past-their-years.ts'
export { importFile, type Imported, type Progress, type Wish } from './import-file.ts'
export { type Said, saidIn } from './written.ts'
