import { type QueryExecutorProvider, sql } from 'kysely'
import type { Payload } from './task.ts'

/**
 * Queues the task in the caller's transaction. With a `key`, a job of the same key that still waits is replaced; `at` is
 * the earliest moment it may run.
 */
export async function enqueue(
  tx: QueryExecutorProvider,
  task: string,
  payload: Payload = {},
  { key, at }: { readonly key?: string; readonly at?: Date } = {},
): Promise<void> {
  await sql`select house.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}, ${at ?? null}::timestamptz)`.execute(
    tx,
  )
}
