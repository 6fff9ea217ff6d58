/**
 * Backups of the database, whatever is in it: one snapshot, table by table, compressed, encrypted, read back after writing.
 * Needs no program but ours, and only what the database's owner may do; works on the embedded server and on any other.
 */
export { backupFiles, backupFolder, deleteLapsed, keepBackups, newBackupFile } from './backup-files.ts'
export { backupKey } from './sealed-file.ts'
export { isEmptyDatabase, loadBackup } from './load-backup.ts'
export { searchBackup, verifyBackup, type Contents } from './verify-backup.ts'
export type { Progress } from './progress.ts'
export { takeBackup } from './take-backup.ts'
