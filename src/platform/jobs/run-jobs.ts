import { Logger, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import { openDatabase } from '#database'
import pg from 'pg'
import type { Payload, Task } from './task.ts'

export type Jobs = { readonly stop: () => Promise<void> }

/** The runner's own handle: the queue, the letters and the disclosure log, and nothing else. */
export function openJobs(appUrl: string): Kysely<never> {
  return openDatabase<never>(appUrl, { role: 'ordholden_jobs', max: 2, applicationName: 'ordholden jobs' })
}

/** Runs what is queued and what is scheduled, until stopped. `failed` hears of each failure; the job is tried again later. */
export async function runJobs<Working>(
  appUrl: string, tasks: readonly Task<Working>[], working: Working, failed: (task: string, error: unknown) => void,
): Promise<Jobs> {
  const pool = poolOf(appUrl)
  const scheduled = tasks.filter(({ schedule }) => schedule !== undefined)
  const runner: Runner = await run({
    pgPool: pool,
    taskList: taskList(tasks, working),
    parsedCronItems: parseCronItems(scheduled.map(({ name, schedule }) => ({ task: name, match: schedule!, options: { backfillPeriod: 86_400_000 } }))),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
  })
  runner.events.on('job:error', ({ job, error }) => failed(job.task_identifier, error))
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Runs everything that waits now, then returns: for tests and for commands that act once. */
export async function runWaitingJobs<Working>(appUrl: string, tasks: readonly Task<Working>[], working: Working): Promise<void> {
  const pool = poolOf(appUrl)
  await runOnce({ pgPool: pool, taskList: taskList(tasks, working), noHandleSignals: true, logger: silent }).finally(() => pool.end())
}

function taskList<Working>(tasks: readonly Task<Working>[], working: Working): TaskList {
  return Object.fromEntries(tasks.map(({ name, run }) => [name, (payload) => run(working, payload as Payload).then(() => undefined)]))
}

const silent = new Logger(() => () => undefined)

function poolOf(appUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: appUrl, max: 4, application_name: 'ordholden jobs', options: '-c role=ordholden_jobs' })
  // A broken connection is replaced; the job it carried is tried again.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
