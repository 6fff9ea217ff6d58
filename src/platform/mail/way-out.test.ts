import { createServer, type AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openJobs, runWaitingJobs, type Task } from '#jobs'
import { openTestHouse, type TestHouse } from '#testing'
import { type Letter, type Post, sendLater, sendMail } from './mail.ts'

const now = new Date('2026-11-23T10:00:00Z')
const fatima = { accountId: '019ab000-0000-7000-8000-000000000001', personId: '019ab000-0000-7000-8000-000000000002' }
const letter: Letter = {
  ...fatima,
  kind: 'news',
  purpose: 'marketing',
  to: 'fatima@horisont.example',
  subject: 'Nyheter',
  body: 'Nye krus.',
}
const carrier: Task<Post> = {
  name: 'send-mail',
  says: { nb: 'sender brev', en: 'sends letters' },
  run: (post, { accountId, mailId }) => sendMail(post, now, String(accountId), String(mailId)),
}
let house: TestHouse
let db: ReturnType<typeof openJobs>
let server: SMTPServer
let smtpUrl: string
let received: string[] = []

beforeAll(async () => {
  house = await openTestHouse()
  db = openJobs(house.url)
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString())
        done()
      })
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  smtpUrl = `smtp://127.0.0.1:${port}`
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await db?.destroy()
  await house?.close()
})
beforeEach(async () => {
  received = []
  await house.owner.deleteFrom('core.mail').execute()
})

const written = async (differs: Partial<Letter>) => {
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, ...differs }))
}
const post = (): Post => ({
  db,
  smtpUrl,
  from: async () => ({ name: 'NTC Gave og Profilering AS', address: 'post@ntcprofil.example' }),
  sayNo: ({ accountId, personId }) => `https://ntcprofil.example/nei-takk/${accountId}.${personId}`,
})

it('gives every letter of advertising a way out, and no other letter', async () => {
  for (const purpose of ['marketing', 'survey', 'deliver', 'invoice']) await written({ purpose, subject: purpose })
  await runWaitingJobs(house.url, [carrier], post())
  const mails = await Promise.all(received.map((text) => simpleParser(text)))
  const way = `https://ntcprofil.example/nei-takk/${fatima.accountId}.${fatima.personId}`
  const outs = Object.fromEntries(mails.map((mail) => [mail.subject, String(mail.text).includes(way)]))
  expect(outs).toEqual({ marketing: true, survey: true, deliver: false, invoice: false })
  // RFC 8058: both headers, whole, or the mail program shows no button.
  const headers = received.map((text) => text.replace(/\r\n[ \t]+/g, ' '))
  const advertising = headers.filter((text) => /^Subject: (marketing|survey)/m.test(text))
  expect(advertising).toHaveLength(2)
  for (const text of advertising) {
    expect(text).toMatch(new RegExp(`^List-Unsubscribe: <${way}>\r$`, 'm'))
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  }
  expect(headers.filter((text) => !advertising.includes(text) && text.includes('List-Unsubscribe'))).toEqual([])
})

it('sends no advertising to somebody who is nobody: there would be no way out', async () => {
  await written({ personId: null })
  await runWaitingJobs(house.url, [carrier], post())
  expect(received).toEqual([])
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
