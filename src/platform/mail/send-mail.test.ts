import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openJobs, runJobs, runWaitingJobs, type Task } from '#jobs'
import { deliveryOf, type Letter, type Post, sendLater, sendMail } from '#mail'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
let db: ReturnType<typeof openJobs>
beforeAll(async () => {
  house = await openTestHouse()
  db = openJobs(house.url)
})
afterAll(async () => {
  await db.destroy()
  await house.close()
})

let received: string[] = []
let server: SMTPServer | undefined
const port = 41_025
beforeEach(async () => {
  received = []
  await house.owner.deleteFrom('core.mail').execute()
  await house.owner.deleteFrom('core.transfer').execute()
})
afterEach(async () => {
  if (server) await closed(server)
  server = undefined
})

const now = new Date('2026-11-23T10:00:00Z')
const letter: Letter = {
  accountId: '019ab000-0000-7000-8000-000000000001',
  personId: '019ab000-0000-7000-8000-000000000002',
  kind: 'quote sent',
  purpose: 'deliver',
  to: 'kari@example.example',
  subject: 'Tilbud på 250 krus, blå',
  body: 'Hei Kari!\nHer er tilbudet: æøå.\n',
}

it('sends the letter once, as it was written, and logs who got it', async () => {
  server = await listening((text) => received.push(text))
  const attachment = { fileName: 'tilbud.pdf', contentType: 'application/pdf', base64: Buffer.from('%PDF').toString('base64') }
  const { id } = await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, attachment }))
  await runWaitingJobs(house.url, [carrier], post())
  await sendMail(post(), now, letter.accountId, id)

  const [first, ...more] = await Promise.all(received.map((text) => simpleParser(text)))
  expect(more).toEqual([])
  expect(first).toMatchObject({ subject: letter.subject, text: letter.body, messageId: `<${id}@ntcprofil.example>` })
  expect(first!.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['tilbud.pdf', '%PDF']])
  expect(await deliveries()).toEqual(['sent'])
  const transfers = await house.owner
    .selectFrom('core.transfer')
    .select(['recipient', 'purpose', 'person_id', 'fields'])
    .execute()
  expect(transfers).toEqual([
    {
      recipient: 'mail-server',
      purpose: 'deliver',
      person_id: letter.personId,
      fields: ['mail.to_address', 'mail.subject', 'mail.body', 'mail.attachment'],
    },
  ])
})

it('keeps the letter when the server is down, says so, and delivers it once when the server is back', async () => {
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, letter))
  const failures: string[] = []
  const jobs = await runJobs(house.url, [carrier], post(), (task) => failures.push(task))
  await until(async () => (await deliveries())[0] === 'failed')
  expect(failures).toEqual(['send-mail'])
  expect(await house.owner.selectFrom('core.transfer').select('id').execute()).toEqual([])

  server = await listening((text) => received.push(text))
  await until(async () => (await deliveries())[0] === 'sent')
  await jobs.stop()
  expect(received).toHaveLength(1)
})

it('is not lost when the server breaks off in the middle, and the log says that something may have left', async () => {
  server = await listening(() => 'break off')
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, letter))
  await runWaitingJobs(house.url, [carrier], post())
  expect(await deliveries()).toEqual(['failed'])
  expect(await house.owner.selectFrom('core.transfer').select('recipient').execute()).toEqual([{ recipient: 'mail-server' }])
  await house.owner.deleteFrom('core.mail').execute()
})

it('does not exist when its act was rolled back', async () => {
  await house
    .for('deliver')
    .transaction()
    .execute(async (tx) => {
      await sendLater(tx, now, letter)
      throw new Error('no deal')
    })
    .catch(() => undefined)
  expect(await deliveries()).toEqual([])
})

it('stays here when there is no mail server', async () => {
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, letter))
  await runWaitingJobs(house.url, [carrier], { ...post(), smtpUrl: undefined })
  expect(await deliveries()).toEqual(['local'])
})

it('does not let a line break in a subject become a header', async () => {
  server = await listening((text) => received.push(text))
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, subject: 'Hei\r\nBcc: eve@example.example' }))
  await runWaitingJobs(house.url, [carrier], post())
  const [mail] = await Promise.all(received.map((text) => simpleParser(text)))
  expect([mail!.subject, mail!.bcc]).toEqual(['Hei Bcc: eve@example.example', undefined])
})

it('shows the runner of jobs nothing but the letters', async () => {
  await expect(sql`select * from core.person`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`delete from core.mail`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`update core.mail set to_address = 'eve@example.example'`.execute(db)).rejects.toThrow('permission denied')
})

const carrier: Task<Post> = {
  name: 'send-mail',
  says: { nb: 'sender brev', en: 'sends letters' },
  run: (working, { accountId, mailId }) => sendMail(working, now, String(accountId), String(mailId)),
}

function post(): Post {
  const from = async () => ({ name: 'NTC Gave og Profilering AS', address: 'post@ntcprofil.example' })
  return { db, smtpUrl: `smtp://127.0.0.1:${port}`, from }
}

async function deliveries() {
  const rows = await house.owner.selectFrom('core.mail').select(['sent_at', 'failed_at', 'failure']).execute()
  return rows.map(deliveryOf)
}

/** A real SMTP server; `take` is given each letter as it came, and may answer 'break off'. */
function listening(take: (text: string) => unknown): Promise<SMTPServer> {
  const listener = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (take(Buffer.concat(chunks).toString()) === 'break off')
          done(Object.assign(new Error('out of order'), { responseCode: 451 }))
        else done()
      })
    },
  })
  return new Promise((resolve) => listener.listen(port, '127.0.0.1', () => resolve(listener)))
}

function closed(listener: SMTPServer): Promise<void> {
  return new Promise((resolve) => listener.close(resolve))
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error('waited 15 s in vain')
    await wait(50)
  }
}
