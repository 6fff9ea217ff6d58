/**
 * What is done later or by itself. A job is queued in the transaction of the act that wants it, so it exists if and only
 * if the act does; it is tried again until it succeeds.
 */
export { enqueue, enqueueSql } from './enqueue.ts'
export { openJobs, runJobs, runWaitingJobs, type Jobs } from './run-jobs.ts'
export type { Payload, Task } from './task.ts'
