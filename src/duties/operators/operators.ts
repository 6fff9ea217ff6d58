/**
 * Whoever runs the machine: each command of ours and each session in the database that is not ours is written down, with who,
 * when and why. Keeps: processors.bitpro-hosts (promise 5-i).
 */
export { noteCommand } from './note-command.ts'
export { giveReason } from './give-reason.ts'
export { operatorVisits, visitsWithoutReason, type Visit } from './operator-visits.ts'
export { operatorTables } from './personal-data.ts'
export { watchSessions } from './watch-sessions.ts'
