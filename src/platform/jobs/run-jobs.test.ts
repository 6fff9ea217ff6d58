import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enqueue, type Payload, runJobs, runWaitingJobs, type Task } from '#jobs'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const done: Payload[] = []
const note: Task<null> = { name: 'note', says: { nb: 'noterer', en: 'notes' }, run: async (_, payload) => done.push(payload) }

it('exists exactly when the act that queued it does', async () => {
  const db = house.for('deliver')
  await db.transaction().execute((tx) => enqueue(tx, 'note', { id: 'kept' }))
  await db
    .transaction()
    .execute(async (tx) => {
      await enqueue(tx, 'note', { id: 'never' })
      throw new Error('no deal')
    })
    .catch(() => undefined)
  await runWaitingJobs(house.url, [note], null)
  expect(done.splice(0)).toEqual([{ id: 'kept' }])
})

it('is one job for one key, and waits for its moment', async () => {
  const db = house.for('case_documentation')
  await enqueue(db, 'note', { id: 'first' }, { key: 'same' })
  await enqueue(db, 'note', { id: 'second' }, { key: 'same' })
  await enqueue(db, 'note', { id: 'tomorrow' }, { at: new Date(Date.now() + 86_400_000) })
  await runWaitingJobs(house.url, [note], null)
  expect(done.splice(0)).toEqual([{ id: 'second' }])
})

it('may be queued for every purpose, and the queue read for none', async () => {
  const db = house.for('marketing')
  await enqueue(db, 'note', { id: 'asked' })
  await expect(sql`select * from graphile_worker.jobs`.execute(db)).rejects.toThrow('permission denied')
  await runWaitingJobs(house.url, [note], null)
  expect(done.splice(0)).toEqual([{ id: 'asked' }])
})

it('that fails has failed, is told, and is tried again', async () => {
  const tries: string[] = []
  const told: string[] = []
  const stumbling: Task<null> = {
    name: 'stumble',
    says: { nb: 'snubler', en: 'stumbles' },
    run: async () => {
      if (tries.push('tried') === 1) throw new Error('once')
    },
  }
  await enqueue(house.for('deliver'), 'stumble')
  const jobs = runJobs(house.url, [stumbling], null, (task, error) => told.push(`${task}: ${(error as Error).message}`))
  for (const deadline = Date.now() + 10_000; tries.length < 2 && Date.now() < deadline;) await wait(50)
  await jobs.stop()
  expect([tries.length, told]).toEqual([2, ['stumble: once']])
})

it('that a killed runner held is taken up at once by the next', async () => {
  await enqueue(house.for('deliver'), 'note', { id: 'held' })
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'the killed one'`.execute(house.owner)
  const jobs = runJobs(house.url, [note], null, () => undefined)
  for (const deadline = Date.now() + 5_000; done.length === 0 && Date.now() < deadline;) await wait(50)
  jobs.beginAgain()
  await enqueue(house.for('deliver'), 'note', { id: 'by the new one' })
  for (const deadline = Date.now() + 5_000; done.length < 2 && Date.now() < deadline;) await wait(50)
  await jobs.stop()
  expect(done.splice(0)).toEqual([{ id: 'held' }, { id: 'by the new one' }])
})
