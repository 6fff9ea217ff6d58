/**
 * The data folder on this machine: where it is, who holds it, and the secrets kept in it; and the program's own.
 * Nothing about a customer is ever a file; documents live in the database, where purposes and erasure reach them.
 */
export { dataDirectory } from './data-directory.ts'
export { holdAlone, type Hold } from './hold-alone.ts'
export { secret } from './secret.ts'
export { programRoot } from './program-root.ts'
