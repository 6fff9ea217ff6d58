import { setTimeout as wait } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import { openDatabase } from '#database'
import pg from 'pg'
import type { Payload, Task } from './task.ts'

export type Jobs = {
  readonly stop: () => Promise<void>
  /** Lets the runner go and begins with a new one: for when the database went away under it. */
  readonly beginAgain: () => void
}

/** The runner's own handle: the queue, the letters and the disclosure log, and nothing else. */
export function openJobs(appUrl: string): Kysely<never> {
  return openDatabase<never>(appUrl, { role: 'ordholden_jobs', max: 2, applicationName: 'ordholden jobs' })
}

/**
 * Runs what is queued and what is scheduled, until stopped. `failed` hears of each failure; the job is tried again later.
 * When the database goes away the runner goes with it, and comes back with it.
 */
export function runJobs<Working>(
  appUrl: string,
  tasks: readonly Task<Working>[],
  working: Working,
  failed: (task: string, error: unknown) => void,
): Jobs {
  const pool = poolOf(appUrl)
  const stopping = new AbortController()
  let turn = new AbortController()
  const running = keepRunning(
    () => startRunner(pool, tasks, working, failed),
    stopping.signal,
    () => (turn = new AbortController()).signal,
  )
  return {
    beginAgain: () => turn.abort(),
    stop: async () => {
      stopping.abort()
      turn.abort()
      await running
      await pool.end()
    },
  }
}

async function keepRunning(startOne: () => Promise<Runner>, stopping: AbortSignal, newTurn: () => AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      const runner = await startOne()
      const turn = newTurn()
      // A runner that has died already cannot be stopped, and need not be.
      const stop = () => void runner.stop().catch(() => undefined)
      turn.addEventListener('abort', stop)
      if (stopping.aborted) stop()
      await runner.promise
    } catch {
      await wait(500, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}

async function startRunner<Working>(
  pgPool: pg.Pool,
  tasks: readonly Task<Working>[],
  working: Working,
  failed: (task: string, error: unknown) => void,
): Promise<Runner> {
  await freeLeftJobs(pgPool)
  const scheduled = tasks.flatMap(({ name, schedule }) =>
    schedule ? [{ task: name, match: schedule, options: { backfillPeriod: day } }] : [],
  )
  const runner = await run({
    pgPool,
    taskList: taskList(tasks, working),
    parsedCronItems: parseCronItems(scheduled),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
  })
  runner.events.on('job:error', ({ job, error }) => failed(job.task_identifier, error))
  return runner
}

// Jobs that a killed runner held would wait four hours for it. One house has one runner, so whoever holds them now is gone.
async function freeLeftJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`)
}

// A scheduled task that was missed within a day, because nothing ran, is made up for at the next start.
const day = 86_400_000

/** Runs everything that waits now, then returns: for tests and for commands that act once. */
export async function runWaitingJobs<Working>(appUrl: string, tasks: readonly Task<Working>[], working: Working): Promise<void> {
  const pool = poolOf(appUrl)
  await runOnce({ pgPool: pool, taskList: taskList(tasks, working), noHandleSignals: true, logger: silent }).finally(() =>
    pool.end(),
  )
}

function taskList<Working>(tasks: readonly Task<Working>[], working: Working): TaskList {
  return Object.fromEntries(
    tasks.map(({ name, run }) => [name, (payload) => run(working, payload as Payload).then(() => undefined)]),
  )
}

const silent = new Logger(() => () => undefined)

function poolOf(appUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: 4,
    application_name: 'ordholden jobs',
    options: '-c role=ordholden_jobs',
  })
  // A broken connection is replaced; the job it carried is tried again.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
