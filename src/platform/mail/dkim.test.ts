import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJobs } from '#jobs'
import { dkim, dnsRecord, sendLater, sendMail } from '#mail'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
let server: SMTPServer
const folder = mkdtempSync(join(tmpdir(), 'dkim-'))
const received: string[] = []
beforeAll(async () => {
  house = await openTestHouse()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => (received.push(Buffer.concat(chunks).toString()), done()))
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await house.close()
  rmSync(folder, { recursive: true })
})

const now = new Date('2026-11-23T10:00:00Z')

async function sent(signing: ReturnType<typeof dkim>, purpose = 'deliver'): Promise<string> {
  const letter = {
    accountId: '019ab000-0000-7000-8000-000000000001',
    personId: '019ab000-0000-7000-8000-000000000002',
    kind: 'quote sent',
    purpose,
    to: 'kari@fjordbris.example',
    subject: 'Tilbud på 250 krus, blå',
    body: 'Hei Kari!\n\nHer er tilbudet:  æøå.\n',
  }
  const db = openJobs(house.url)
  const { id } = await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, letter))
  const port = (server.server.address() as AddressInfo).port
  const post = {
    db,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: async () => ({ name: 'NTC', address: 'post@ntcprofil.example' }),
    sayNo: () => 'https://ntcprofil.example/nei-takk/x',
    dkim: signing,
  }
  await sendMail(post, now, letter.accountId, id).finally(() => db.destroy())
  return received.at(-1)!
}

it('signs what leaves, so that the record in the DNS proves it, and a changed word does not pass', async () => {
  const key = dkim(folder, 'ordholden')!
  const { name, value } = dnsRecord(key, 'ntcprofil.example')
  expect(name).toBe('ordholden._domainkey.ntcprofil.example')
  expect(statSync(join(folder, 'secrets', 'dkim-key')).mode & 0o777).toBe(0o600)
  const letter = await sent(key)
  expect(proven(letter, value)).toEqual({ domain: 'ntcprofil.example', selector: 'ordholden', body: true, headers: true })
  expect(proven(letter.replace('tilbudet', 'tilbodet'), value).body).toBe(false)
  expect(proven(letter.replace(/^To: .*$/m, 'To: ola@vestkant.example'), value).headers).toBe(false)
  expect(dkim(folder, 'ordholden')).toEqual(key)
})

it('signs the way to say no with the rest', async () => {
  const letter = await sent(dkim(folder, 'ordholden'), 'marketing').catch(() => undefined)
  if (letter === undefined) throw new Error('the register let no advertising out')
  expect(
    tagsOf(letter)
      .h!.split(':')
      .map((each) => each.trim().toLowerCase()),
  ).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
  expect(proven(letter, dnsRecord(dkim(folder, 'ordholden')!, 'ntcprofil.example').value).headers).toBe(true)
})

it('signs nothing while no selector is set, and takes none that the DNS would not', async () => {
  expect(dkim(folder, undefined)).toBeUndefined()
  expect(await sent(undefined)).not.toContain('DKIM-Signature')
  expect(() => dkim(folder, 'en prikk.')).toThrow('DKIM_SELECTOR')
})

/** RFC 6376, relaxed/relaxed, written from the standard: nothing of the library that signed is asked. */
function proven(letter: string, record: string) {
  const [head = '', body = ''] = split(letter)
  const tags = tagsOf(letter)
  const bodyHash = createHash('sha256').update(relaxedBody(body)).digest('base64')
  const fields = head.split(/\r\n(?![ \t])/)
  const used = new Map<string, number>()
  const signed = tags.h!.split(':').flatMap((each) => {
    const wanted = each.trim().toLowerCase()
    const all = fields.filter((field) => field.toLowerCase().startsWith(`${wanted}:`))
    const nth = (used.get(wanted) ?? 0) + 1
    used.set(wanted, nth)
    const field = all.at(-nth)
    return field === undefined ? [] : [`${relaxedHeader(field)}\r\n`]
  })
  const own = fields.find((field) => field.startsWith('DKIM-Signature:'))!
  const unsigned = relaxedHeader(own.replace(/(\bb=)[^;]*/, '$1'))
  const key = createPublicKey({ key: Buffer.from(/p=(\S+)/.exec(record)![1]!, 'base64'), format: 'der', type: 'spki' })
  return {
    domain: tags.d,
    selector: tags.s,
    body: bodyHash === tags.bh,
    headers: verify('sha256', Buffer.from(signed.join('') + unsigned), key, Buffer.from(tags.b!, 'base64')),
  }
}

function split(letter: string): string[] {
  const at = letter.indexOf('\r\n\r\n')
  return [letter.slice(0, at), letter.slice(at + 4)]
}

function tagsOf(letter: string): Record<string, string> {
  const own = split(letter)[0]!
    .split(/\r\n(?![ \t])/)
    .find((field) => field.startsWith('DKIM-Signature:'))!
  const tags = own.slice('DKIM-Signature:'.length).replace(/\s+/g, ' ').split(';')
  return Object.fromEntries(tags.map((tag) => [tag.split('=')[0]!.trim(), tag.slice(tag.indexOf('=') + 1).replace(/ /g, '')]))
}

function relaxedHeader(field: string): string {
  const at = field.indexOf(':')
  return `${field.slice(0, at).trim().toLowerCase()}:${field
    .slice(at + 1)
    .replace(/\s+/g, ' ')
    .trim()}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`
}
