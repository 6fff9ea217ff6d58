import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openJobs, runWaitingJobs, type Task } from '#jobs'
import { deliveryOf, type Letter, type Post, sendLater, sendMail } from '#mail'
import { openTestHouse, type TestHouse } from '#testing'
import { sendNow } from './send-now.ts'

const now = new Date('2026-11-23T10:00:00Z')
const carrier: Task<Post> = {
  name: 'send-mail',
  says: { nb: 'sender brev', en: 'sends letters' },
  run: (post, { accountId, mailId }) => sendMail(post, now, String(accountId), String(mailId)),
}
const letter: Letter = {
  accountId: '019ab000-0000-7000-8000-000000000001',
  personId: null,
  kind: 'quote sent',
  purpose: 'deliver',
  to: 'kari@fjordbris.example',
  subject: 'Tilbud',
  body: 'Hei',
}
let house: TestHouse
let db: ReturnType<typeof openJobs>
beforeAll(async () => {
  house = await openTestHouse()
  db = openJobs(house.url)
})
afterAll(async () => {
  await db?.destroy()
  await house?.close()
})
beforeEach(async () => {
  await house.owner.deleteFrom('core.mail').execute()
})

const run = (smtpUrl?: string) =>
  runWaitingJobs(house.url, [carrier], { db, smtpUrl, from: async () => ({ name: 'NTC', address: 'post@ntcprofil.example' }) })
const written = (differs: Partial<Letter> = {}) =>
  house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, ...differs }))
const deliveries = async () =>
  (await house.owner.selectFrom('core.mail').select(['kind', 'sent_at', 'failed_at', 'failure']).execute())
    .map((mail) => deliveryOf(mail))
    .toSorted()

it('sends what stayed here when somebody says so, and nothing by itself', async () => {
  const [first] = [await written(), await written(), await written({ kind: 'sign-in link' })]
  await run()
  expect(await deliveries()).toEqual(['local', 'local', 'local'])
  // A mail server that is there later changes nothing by itself.
  await run('smtp://127.0.0.1:9')
  expect(await deliveries()).toEqual(['local', 'local', 'local'])

  expect(await sendNow(house.for('administer'), { id: first.id })).toBe(1)
  expect(await deliveries()).toEqual(['local', 'local', 'waiting'])
  expect(await sendNow(house.for('administer'), { id: first.id })).toBe(0)
  expect(await sendNow(house.for('administer'), 'all')).toBe(1)
  expect(await deliveries()).toEqual(['local', 'waiting', 'waiting'])
  await run()
  expect(await deliveries()).toEqual(['local', 'local', 'local'])
})
