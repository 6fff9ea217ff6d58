import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Payload } from './task.ts'

/**
 * Queues the task in the caller's transaction. With a `key`, a job of the same key that still waits is replaced; `at` is
 * the earliest moment it may run.
 */
export async function enqueue(tx: QueryExecutorProvider, task: string, payload: Payload = {}, when: When = {}): Promise<void> {
  await enqueueSql(task, payload, when).execute(tx)
}

type When = { readonly key?: string; readonly at?: Date }

/** The same as the end of a larger statement. */
export function enqueueSql(task: string, payload: Payload, { key, at }: When): RawBuilder<unknown> {
  return sql`select house.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}, ${at ?? null}::timestamptz)`
}
