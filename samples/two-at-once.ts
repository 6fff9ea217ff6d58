import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { openPurposes, type Purposes } from '#purposes'
import { openWire } from './cut-wire.ts'
import type { TestHouse } from './testing.ts'

type Act = (purposes: Pick<Purposes, 'for'>) => Promise<unknown>

/** The first stands before its commit, or where `stands` says, until the second waits for it. Answers what both were told. */
export async function oneAfterTheOther(
  house: TestHouse,
  first: Act,
  last: Act,
  stands: (words: string) => boolean = (words) => words === 'commit',
): Promise<{ readonly answer: unknown; readonly second: unknown }> {
  const { promise: released, resolve: release } = Promise.withResolvers<boolean>()
  const { promise: there, resolve: isThere } = Promise.withResolvers<void>()
  const wire = await openWire(house.url, (_, words) => {
    if (!stands(words)) return true
    isThere()
    return released
  })
  const slow = openPurposes(wire.url)
  const answered = told(first(slow))
  await Promise.race([there, answered])
  const answeredThen = told(last(house))
  try {
    await somebodyWaits(house)
  } finally {
    release(true)
    await Promise.allSettled([answered, answeredThen])
    await slow.close()
    await wire.close()
  }
  return { answer: await answered, second: await answeredThen }
}

/** A thrown answer is its status. */
export async function told(act: Promise<unknown>): Promise<unknown> {
  try {
    return await act
  } catch (answer) {
    const status = (answer as { init?: { status?: number } }).init?.status
    if (status === undefined) throw answer
    return status
  }
}

async function somebodyWaits(house: TestHouse): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } =
      await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        house.owner,
      )
    if (rows.length > 0) return
    await wait(20)
  }
  throw new Error('nobody waited')
}
