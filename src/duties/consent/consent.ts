/**
 * Permissions and stops: what a person has said yes and no to, and the text they were shown.
 */
export { currentRevision } from './current-revision.ts'
