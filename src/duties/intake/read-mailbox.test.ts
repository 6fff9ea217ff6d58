import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Hands } from '#rights'
import { inventory, openTestHouse, plantPerson, sampleOffice, type Planted, type TestHouse } from '#testing'
import { openMailServer, type MailServer } from '../../../samples/mail-server.ts'
import { probeMailbox } from './probe-mailbox.ts'
import { quarantined, redactMessage } from './quarantine.ts'
import { readMailbox } from './read-mailbox.ts'

const now = new Date('2026-11-23T10:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
let house: TestHouse
let kari: Planted
let server: MailServer
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate core.rights_case, core.restriction, core.mail, core.person, core.account, core.mail_intake, core.mail_probe cascade`.execute(
    house.owner,
  )
  kari = await plantPerson(house.owner, now, inventory)
  await sql`truncate core.rights_case, core.restriction, core.mail, core.mail_intake, core.mail_probe, core.mail_quarantine cascade`.execute(
    house.owner,
  )
  server = await openMailServer()
})
afterEach(() => server.close())

const hands = (): Hands => ({ legal: house.for('legal_obligation'), rights: house.for('rights_handling') })
const office = sampleOffice()
const read = (at = now) => readMailbox(hands(), at, server.url, office)
const letter = (text: string, { id = text, from = kari.email, subject = 'Hei', more = '' } = {}) =>
  [
    `From: Kari <${from}>`,
    'To: personvern@ntcprofil.example',
    'Cc: sjef@firma.example',
    `Subject: ${subject}`,
    `Message-ID: <${id.replace(/\W+/g, '.')}@firma.example>`,
    'Content-Type: text/plain; charset=utf-8',
    ...(more ? [more] : []),
    '',
    text,
  ].join('\r\n')
const cases = () =>
  house.owner.selectFrom('core.rights_case').select(['kind', 'due_on', 'identity', 'triage_by']).orderBy('kind').execute()
const texts = async () => (await house.owner.selectFrom('core.rights_message').select('body').execute()).map(({ body }) => body)

it('makes a case of a message, with the time the server got it, and leaves the message where it is', async () => {
  server.put(letter('Jeg vil ha innsyn.'), new Date('2026-11-21T22:30:00Z'))
  expect(await read()).toEqual({ filed: 1, removed: 0 })
  expect(await cases()).toEqual([{ kind: 'access', due_on: '2026-12-21', identity: 'unproven', triage_by: null }])
  expect(server.count()).toBe(1)
  expect(await texts()).toEqual(['Jeg vil ha innsyn.'])
})

it('reads the spam folder too, and what it finds there counts from when it came', async () => {
  server.put(letter('slett meg'), new Date('2026-11-20T10:00:00Z'), 'Junk')
  await read()
  expect(await cases()).toMatchObject([{ kind: 'erasure', due_on: '2026-12-20' }])
})

it('files nothing twice, also when two read at once or the same message lies in two folders', async () => {
  server.put(letter('Jeg vil ha innsyn.'), now)
  server.put(letter('Jeg vil ha innsyn.'), now, 'Junk')
  await Promise.all([read(), read()])
  await read()
  expect(await cases()).toHaveLength(1)
})

it('loses nothing when it dies between reading and filing: the next reading files it', async () => {
  server.put(letter('slett meg'), now)
  await sql`alter table core.rights_event add constraint killed check (what <> 'acknowledged')`.execute(house.owner)
  await expect(read()).rejects.toThrow('killed')
  expect([await cases(), server.count()]).toEqual([[], 1])
  await sql`alter table core.rights_event drop constraint killed`.execute(house.owner)
  await read()
  expect(await cases()).toMatchObject([{ kind: 'erasure' }])
})

it('treats what no rule understands as a claim, to be read by a person within two working days', async () => {
  server.put(letter('Kan dere se på det vi snakket om?'), new Date('2026-11-20T10:00:00Z'))
  await read()
  expect(await cases()).toEqual([{ kind: 'unclear', due_on: '2026-12-20', identity: 'unproven', triage_by: '2026-11-24' }])
})

it('makes a case of each claim in a message', async () => {
  server.put(letter('Slett meg, men begrens bruken til saken min er avgjort.'), now)
  await read()
  expect((await cases()).map(({ kind }) => kind)).toEqual(['erasure', 'restriction'])
})

it('holds back a national identity number until a person has struck it out, and then it is nowhere', async () => {
  server.put(letter('Innsyn, takk. Jeg er 13097248022.'), now)
  await read()
  expect((await texts()).join()).not.toContain('13097248022')
  const [found] = await house.owner.selectFrom('core.rights_case').select(['account_id', 'id']).execute()
  const key = { accountId: found!.account_id, id: found!.id }
  const [held] = await quarantined(house.for('legal_obligation'), key)
  expect(held).toMatchObject({ reason: 'national identity number' })
  const redact = (text: string) =>
    redactMessage(house.for('legal_obligation'), now, key, { quarantineId: held!.id, text, role: 'privacy_officer' })
  expect(await redact('Jeg er 13097248022.')).toMatchObject({ refused: 'national identity number' })
  expect(await redact('Innsyn, takk.')).toEqual({ redacted: true })
  expect([await texts(), await quarantined(house.for('legal_obligation'), key)]).toEqual([['Innsyn, takk.'], []])
})

it('answers no program: an out-of-office reply is read and becomes nothing', async () => {
  server.put(letter('Jeg er på ferie og sletter ikke noe.', { more: 'Auto-Submitted: auto-replied' }), now)
  expect(await read()).toMatchObject({ filed: 1 })
  expect([await cases(), await house.owner.selectFrom('core.mail').select('id').execute()]).toEqual([[], []])
})

it('puts an answer to our letter in its case, and opens no case for it', async () => {
  server.put(letter('Jeg vil ha innsyn.'), now)
  await read()
  const { number } = await house.owner.selectFrom('core.rights_case').select('number').executeTakeFirstOrThrow()
  server.put(letter('Her er mer.', { subject: `SV: Kravet ditt ${number} er mottatt` }), now)
  server.put(letter('Slett meg', { subject: `SV: Kravet ditt ${number} er mottatt`, from: 'eve@annetfirma.example' }), now)
  await read()
  expect((await cases()).map(({ kind, identity }) => [kind, identity])).toEqual([
    ['access', 'unproven'],
    ['erasure', 'unknown'],
  ])
})

it('hears another claim in an answer to our letter too: it stops at once what it stops, and has a clock of its own', async () => {
  server.put(letter('Jeg vil ha innsyn.'), now)
  await read()
  const { number } = await house.owner.selectFrom('core.rights_case').select('number').executeTakeFirstOrThrow()
  const subject = `SV: Kravet ditt ${number} er mottatt`
  server.put(letter('Jeg vil fortsatt ha innsyn, og ikke mer reklame.', { subject }), now)
  await read()
  expect((await cases()).map(({ kind }) => kind)).toEqual(['access', 'withdrawal'])
  expect(await house.owner.selectFrom('core.suppression').selectAll().execute()).toHaveLength(1)
})

it('takes in the rest when one message cannot be, and says that it failed', async () => {
  await sql`alter table core.rights_message add constraint poison check (body not like '%gift%')`.execute(house.owner)
  server.put(letter('Jeg vil ha innsyn i gift.'), now)
  server.put(letter('Slett meg.'), days(0.1))
  await expect(read(days(1))).rejects.toThrow('poison')
  await sql`alter table core.rights_message drop constraint poison`.execute(house.owner)
  expect((await cases()).map(({ kind }) => kind)).toEqual(['erasure'])
  expect(await read(days(1))).toMatchObject({ filed: 1 })
})

it('deletes the original 30 days after filing, not a day before, and remembers that it did', async () => {
  server.put(letter('Jeg vil ha innsyn.'), new Date('2026-11-01T10:00:00Z'))
  await read()
  await read(days(29))
  expect(server.count()).toBe(1)
  expect(await read(days(30))).toEqual({ filed: 0, removed: 1 })
  expect(server.count()).toBe(0)
  expect(await read(days(31))).toEqual({ filed: 0, removed: 0 })
})

it('sees its own probe, and makes no case of it', async () => {
  await probeMailbox(house.for('legal_obligation'), now, office)
  const { subject } = await house.owner.selectFrom('core.mail').select('subject').executeTakeFirstOrThrow()
  server.put(
    letter('Prøve', {
      subject: `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      more: 'Auto-Submitted: auto-generated',
    }),
    now,
  )
  await read()
  expect(await cases()).toEqual([])
  expect(await house.owner.selectFrom('core.mail_probe').select('seen_at').execute()).toEqual([{ seen_at: now }])
})

it('survives what no mail program would write', async () => {
  server.put('not a message at all', now)
  server.put(letter('', { id: 'empty' }), now)
  server.put(letter('Slett\u0000 meg', { id: 'nought', subject: 'Hei\u0000' }), now)
  server.put(letter('=00Innsyn=00', { id: 'hidden', more: 'Content-Transfer-Encoding: quoted-printable' }), now)
  server.put(
    letter('<html><body><p>Jeg vil ha <b>inn&shy;syn</b>, takk.</p></body></html>', { id: 'html' }).replace(
      'text/plain',
      'text/html',
    ),
    now,
  )
  server.put(letter(`Slett meg.\r\n${'x'.repeat(3_000_000)}`, { id: 'huge' }), now)
  expect(await read()).toMatchObject({ filed: 6 })
  expect((await cases()).map(({ kind }) => kind)).toEqual(['access', 'access', 'erasure', 'erasure', 'unclear'])
})
