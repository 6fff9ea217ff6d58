import { verify } from 'node:crypto'
import { type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { RouterContextProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asPerson, purposesContext, type Subject } from '#purposes'
import {
  acceptKeeping,
  answerInstruction,
  closeSubProcessor,
  followUpInstructions,
  instructionByLink,
  instructions,
  instructionState,
  instructSuppliers,
  registerConfirmation,
  sendInstruction,
  tryAgain,
  type Event,
  type SupplierPost,
} from '#processors'
import { evidenceKey, letterText } from '#evidence'
import { dataDirectory } from '#files'
import { webhookSecret } from '#outbound'
import { erasePerson, setAside } from '#rights'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import { openReceiver, type Held, type Receiver, type Received } from '../../../samples/supplier/receiver.ts'
import { action } from './api-answers.ts'

const now = new Date()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const folder = dataDirectory()
const kari: Subject = { accountId: '01890000-0000-7000-8000-00000000000a', personId: '01890000-0000-7000-8000-000000000001' }
let house: TestHouse
let site: ReturnType<typeof serve>
let post: SupplierPost
let supplier: Receiver | undefined

beforeEach(async () => {
  house = await openTestHouse()
  const context = new RouterContextProvider()
  context.set(purposesContext, { for: house.for, close: async () => undefined })
  // The page itself, answering over HTTP as the whole site does.
  const fetch = (request: Request) =>
    action({ request, params: { id: new URL(request.url).pathname.split('/')[4] }, context } as unknown as Parameters<
      typeof action
    >[0])
  site = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => site.once('listening', resolve))
  post = {
    db: house.for('legal_obligation'),
    dataDir: folder,
    website: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    sender: async () => ({ name: 'NTC Gave og Profilering AS', signature: () => '--\nNTC' }),
  }
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${kari.accountId}, 'customer', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
    values (${kari.accountId}, ${kari.personId}, 'Kari', 'Nordmann', 'kari@fjordbris.example', 'nb', ${now}, ${now})`.execute(
    house.owner,
  )
  // Only the web site's supplier has got anything about her, and it has a webhook.
  await sql`delete from core.recipient where id <> all (array['mail-server', 'united-profile-networks']) and false`.execute(
    house.owner,
  )
  await sql`update core.recipient set holds = 'nobody' where id in ('bitpro', 'bdo')`.execute(house.owner)
  await sql`insert into core.transfer values (${kari.accountId}, gen_random_uuid(), ${kari.personId}, 'united-profile-networks', 'web_function',
    array['person.email'], 'GDPR art. 28', ${now})`.execute(house.owner)
})
afterEach(async () => {
  await supplier?.close()
  supplier = undefined
  await new Promise<void>((resolve) => site.close(() => resolve()))
  await house.close()
})

describe('an erasure', () => {
  it('reaches the supplier signed, is done there, and leaves nothing that names her here', async () => {
    const holds = [{ 'person.email': 'kari@fjordbris.example' }, { 'person.email': 'ola@fjordbris.example' }]
    await listening(holds)
    const { residue, told } = await erased()
    expect(told.map(({ name }) => name)).toEqual(['United Profile Networks AB'])
    expect(residue.left).toEqual([])
    expect(residue.keptByLaw.map(({ where }) => where)).toContain('core.instruction_subject.identifiers')
    await sent()
    expect(holds).toEqual([{ 'person.email': 'ola@fjordbris.example' }])
    expect(supplier!.received.map(({ type, data }) => [type, data.about])).toEqual([
      ['instruction.erasure', { 'person.email': ['kari@fjordbris.example'] }],
    ])
    expect(supplier!.answers).toEqual([{ status: 200, text: '{"state":"confirmed"}' }])
    expect(await state()).toBe('confirmed')
    expect(await subjects()).toBe(0)
    expect((await rows('core.transfer')).map((row) => row.recipient)).toContain('united-profile-networks')
  })

  it('comes again when nobody listened, with the same id, and is done once', async () => {
    const holds = [{ 'person.email': 'kari@fjordbris.example' }]
    await listening(holds)
    const { url } = supplier!
    await supplier!.close()
    await erased()
    await expect(sendInstruction(post, now, await id())).rejects.toThrow('fetch failed')
    expect(await state()).toBe('failed')
    const before = await rows('core.transfer')
    expect(before).toHaveLength(1)
    await listening(holds, { port: Number(new URL(url).port) })
    await sent()
    await sendInstruction(post, now, await id())
    expect(supplier!.received.map((received) => received.id)).toEqual([await id()])
    expect(await state()).toBe('confirmed')
  })

  it('that did not arrive is tried again at once when somebody asks, and by whoever it was to only', async () => {
    await erased()
    const mine = await id()
    const job = sql.ref('graphile_worker._private_jobs')
    // So it stands after five failures.
    await sql`update ${job} set attempts = 5, run_at = ${days(1)} where key = ${`instruction ${mine}`}`.execute(house.owner)
    const turn = () =>
      sql<{
        attempts: number
        due: boolean
      }>`select attempts, run_at <= now() as due from ${job} where key = ${`instruction ${mine}`}`
        .execute(house.owner)
        .then(({ rows: [found] }) => found)
    const no = { refused: 'no such instruction' }
    expect(await tryAgain(post.db, { id: mine, recipient: 'bitpro' })).toEqual(no)
    expect(await tryAgain(post.db, { id: kari.personId })).toEqual(no)
    expect(await turn()).toEqual({ attempts: 5, due: false })
    expect(await tryAgain(post.db, { id: mine, recipient: 'united-profile-networks' })).toBeUndefined()
    expect(await turn()).toEqual({ attempts: 0, due: true })
  })

  it('is told neither to a stranger nor believed from one', async () => {
    await listening([])
    const forged = await fetch(supplier!.url, { method: 'POST', body: '{}' })
    expect(forged.status).toBe(401)
    const answer = await fetch(`${post.website}/api/v1/suppliers/united-profile-networks/answers`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(401)
    expect(supplier!.received).toEqual([])
  })
})

describe('a supplier that answers', () => {
  const answering = async (data: (received: Received) => object, type = 'instruction.done') => {
    await listening([], { answer: (received) => ({ type, data: { instruction: received.data.instruction, ...data(received) } }) })
    await erased()
    await sent()
    return supplier!.answers.map(({ status, text }) => `${status} ${JSON.parse(text).title ?? JSON.parse(text).state}`)
  }
  const law = {
    dataClass: 'regnskapsbilag',
    statute: 'bokføringsloven',
    section: '§ 13',
    holder: 'NTC Gave og Profilering AS',
    keepsUntil: '2032-01-01',
  }

  it('without sub-processors is not done', async () => {
    expect(await answering(() => ({ doneOn: day(now) }))).toEqual(['422 sub-processors are part of the answer'])
    expect(await state()).toBe('sent')
    expect(await subjects()).toBe(1)
  })

  it('that it will be done tomorrow is not done', async () => {
    const tomorrow = { doneOn: day(days(1)), subProcessors: 'none', backupsLapseOn: day(days(30)) }
    expect(await answering(() => tomorrow)).toEqual(['422 not done yet'])
  })

  it('about somebody else’s instruction is told that there is none', async () => {
    const stranger = {
      instruction: '01890000-0000-7000-8000-0000000000ff',
      doneOn: day(now),
      subProcessors: 'none',
      backupsLapseOn: day(now),
    }
    expect(await answering(() => stranger)).toEqual(['404 no such instruction'])
  })

  it('that it keeps everything without a law stays open and red', async () => {
    expect(await answering(() => ({}), 'instruction.kept')).toEqual(['200 contested'])
    expect(await state()).toBe('contested')
    expect(await subjects()).toBe(1)
  })

  it('with a law that the register does not know waits for one of us', async () => {
    expect(await answering(() => law, 'instruction.kept')).toEqual(['200 contested'])
  })

  it('with an identity number in its words is told what is wrong, and none of it is kept', async () => {
    expect(await answering(() => ({ ...law, section: '§ 13, gjelder 130972 48022' }), 'instruction.kept')).toEqual([
      '422 The answer is not understood',
    ])
    expect(await state()).toBe('sent')
  })

  it('twice is heard once; otherwise the second time is refused', async () => {
    const done = { doneOn: day(now), subProcessors: 'done', backupsLapseOn: day(days(20)) }
    await answering(() => done)
    const again = await signed('answer-2', 'instruction.done', { instruction: await id(), ...done })
    expect([again.status, await again.json()]).toEqual([200, { state: 'confirmed' }])
    expect((await signed('answer-2', 'instruction.done', { instruction: await id(), ...done })).status).toBe(200)
    expect((await signed('answer-3', 'instruction.kept', { instruction: await id() })).status).toBe(409)
    expect(await state()).toBe('confirmed')
  })
})

describe('a supplier that never answers', () => {
  it('is reminded on day 14, rung on day 21, and named to the person on day 30, not a day before', async () => {
    await listening([], { answer: () => undefined })
    await erased()
    await sent()
    for (const [day, expected] of [
      [13, ['sent', 1]],
      [14, ['sent', 2]],
      [20, ['sent', 2]],
      [21, ['escalated', 2]],
      [29, ['escalated', 2]],
      [30, ['overdue', 2]],
    ] as const) {
      await followUpInstructions(post, days(day))
      if (day === 14) await sendInstruction(post, now, await id(), true)
      expect([await state(), supplier!.received.length], `day ${day}`).toEqual(expected)
    }
    expect(supplier!.received.map(({ data }) => data.reminder)).toEqual([false, true])
    const letters = await rows('core.mail')
    expect(letters.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['kari@fjordbris.example', 'United Profile Networks AB har ikke svart oss'],
    ])
  })

  it('and answers late is confirmed, and the letter that told of it goes with the rest', async () => {
    await listening([], { answer: () => undefined })
    await erased()
    await sent()
    await followUpInstructions(post, days(30))
    const done = { instruction: await id(), doneOn: day(now), subProcessors: 'none', backupsLapseOn: day(days(5)) }
    expect((await signed('late', 'instruction.done', done)).status).toBe(200)
    expect([await state(), await subjects(), (await rows('core.mail')).length]).toEqual(['confirmed', 0, 0])
  })

  it('is not given her address for more than 90 days', async () => {
    await listening([], { answer: () => undefined })
    await erased()
    await sent()
    await followUpInstructions(post, days(90))
    expect(await subjects()).toBe(1)
    await followUpInstructions(post, days(91))
    expect(await subjects()).toBe(0)
  })
})

describe('a supplier with a duty to keep', () => {
  it('is asked again, by the id of the first instruction, the day after its time is over', async () => {
    await sql`insert into core.recipient_exemption values ('united-profile-networks', gen_random_uuid(), 'regnskapsbilag', 'bokføringsloven', '§ 13', 'NTC', 'R-07')`.execute(
      house.owner,
    )
    await listening([])
    await erased()
    await sent()
    const first = await id()
    const until = `${now.getUTCFullYear() + 6}-01-01`
    expect(supplier!.received[0]!.data.mayKeep).toMatchObject({ statute: 'bokføringsloven', section: '§ 13', until })
    await followUpInstructions(post, new Date(`${until}T12:00:00Z`))
    expect(supplier!.received).toHaveLength(1)
    const later = new Date(`${now.getUTCFullYear() + 6}-01-02T12:00:00Z`)
    await followUpInstructions(post, later)
    await followUpInstructions(post, later)
    const [, second, ...more] = (await rows('core.instruction')).toSorted((a, b) => Number(a.queued_at) - Number(b.queued_at))
    expect(more).toEqual([])
    expect(second).toMatchObject({ kind: 'second', follows: first, subject_id: null })
    await sendInstruction(post, now, String(second!.id))
    expect(supplier!.received[1]!.data).toMatchObject({ follows: first, about: {} })
  })
})

describe('a supplier with a mailbox', () => {
  it('gets a letter that names nobody and is signed, with a link of its own that answers once', async () => {
    await sql`update core.recipient set reached_by = 'email', mailbox = 'integritet@unitedprofile.example' where id = 'united-profile-networks'`.execute(
      house.owner,
    )
    await erased()
    await sendInstruction(post, now, await id())
    const { body, subject } = await house.owner
      .selectFrom('core.mail')
      .select(['body', 'subject'])
      .where('kind', '=', 'supplier instruction')
      .executeTakeFirstOrThrow()
    expect(`${subject} ${body}`).not.toMatch(/kari|nordmann/i)
    const [, words, signature] = /^([^]*)-----BEGIN ORDHOLDEN SIGNATURE-----([^]*)-----END/.exec(body)!
    const signedText = Buffer.from(letterText(words!))
    expect(verify(null, signedText, evidenceKey(folder).publicKey, Buffer.from(signature!, 'base64'))).toBe(true)
    const token = /supplier\/answer\/([\w-]{43})/.exec(body)![1]!
    const legal = house.for('legal_obligation')
    const found = (await instructionByLink(legal, now, token))!
    const answer = { says: 'done', doneOn: day(now), subProcessors: 'none', backupsLapseOn: day(days(20)) } as const
    const { id: instructionId } = found.instruction
    expect(await answerInstruction(legal, now, { id: instructionId }, answer, 'link')).not.toHaveProperty('refused')
    const again = await answerInstruction(legal, now, { id: instructionId }, { ...answer, doneOn: day(days(-1)) }, 'link')
    expect(again).toHaveProperty('refused')
    expect(await instructionByLink(legal, now, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
  })
})

describe('the rules for backups', () => {
  const confirmed = (backupPolicy: string | undefined, confirmedOn: string) =>
    registerConfirmation(house.for('legal_obligation'), now, 'united-profile-networks', {
      confirms: 'Sikkerhetskopier er borte etter 30 dager.',
      documentName: 'Brev',
      confirmedOn,
      backupPolicy,
      staffUserId: 'siv',
    })

  it('that a supplier has confirmed last are named in an instruction to delete, and what an answer rests on stays with it', async () => {
    await confirmed('SIK-2', '2026-01-10')
    await confirmed('SIK-3', '2026-06-10')
    await confirmed(undefined, '2026-07-01')
    await listening([])
    await erased()
    await sent()
    expect(supplier!.received[0]!.data).toMatchObject({
      backupPolicy: 'SIK-3',
      tellAlso: expect.arrayContaining(['backupPolicy']),
    })
    expect((await rows('core.instruction')).map(({ backup_policy }) => backup_policy)).toEqual(['SIK-3'])
  })

  it('stand in the letter too, and in no letter about a correction or where none were confirmed', async () => {
    await sql`update core.recipient set reached_by = 'email', mailbox = 'integritet@unitedprofile.example' where id = 'united-profile-networks'`.execute(
      house.owner,
    )
    const told = async (kind: 'relationship_end' | 'restriction') => {
      await sql`delete from core.mail`.execute(house.owner)
      await sql`delete from core.instruction`.execute(house.owner)
      await asPerson(house.for('rights_handling'), kari, (tx) => instructSuppliers(tx, now, kari, { kind }))
      await sendInstruction(post, now, await id())
      return (await rows('core.mail'))[0]!.body
    }
    expect(await told('relationship_end')).not.toContain('SIK-')
    await confirmed('SIK-3', '2026-06-10')
    expect(await told('relationship_end')).toContain('SIK-3')
    expect(await told('restriction')).not.toContain('SIK-3')
  })
})

it('takes nothing for an instruction or a sub-processor of a supplier that is another’s, or nobody’s', async () => {
  const db = house.for('legal_obligation')
  await listening([], { answer: () => undefined })
  await erased()
  await sent()
  const mine = await id()
  const answer = { says: 'done', doneOn: day(now), subProcessors: 'none', backupsLapseOn: day(days(20)) } as const
  expect(await answerInstruction(db, now, { id: mine, recipient: 'bitpro' }, answer, 'desk')).toEqual({
    refused: 'no such instruction',
  })
  expect(await acceptKeeping(db, now, { id: mine, recipient: 'bitpro' })).toEqual({ refused: 'no such instruction' })
  expect(await acceptKeeping(db, now, { id: kari.personId })).toEqual({ refused: 'no such instruction' })
  expect(await closeSubProcessor(db, now, 'bitpro', kari.personId, { endedOn: day(now) })).toEqual({
    refused: 'no such sub-processor',
  })
  expect(await state()).toBe('sent')
})

describe('a correction', () => {
  it('is told to whoever got her data, and only with a value they may have', async () => {
    const holds: Held[] = [{ 'person.email': 'kari@nytt.example' }]
    await listening(holds)
    await asPerson(house.for('rights_handling'), kari, (tx) =>
      instructSuppliers(tx, now, kari, { kind: 'rectification', field: 'phone' }),
    )
    await sent()
    expect(supplier!.received[0]!.data).toMatchObject({ about: { 'person.email': ['kari@fjordbris.example'] }, corrected: {} })
    expect(await state()).toBe('confirmed')
  })

  it('of what they know her by says the old value to find her, and the new one to put there', async () => {
    const holds: Held[] = [{ 'person.email': 'kari@gammelt.example' }]
    await listening(holds)
    await asPerson(house.for('rights_handling'), kari, (tx) =>
      instructSuppliers(tx, now, kari, { kind: 'rectification', field: 'email', was: 'kari@gammelt.example' }),
    )
    await sent()
    expect(holds).toEqual([{ 'person.email': 'kari@fjordbris.example' }])
  })

  it('that cannot reach a delivered letter is recorded with its reason', async () => {
    await sql`update core.transfer set recipient = 'mail-server'`.execute(house.owner)
    const told = await asPerson(house.for('rights_handling'), kari, (tx) =>
      instructSuppliers(tx, now, kari, { kind: 'rectification', field: 'phone' }),
    )
    expect(told).toMatchObject([{ recipient: 'mail-server', untold: 'brev som er levert, kan ikke rettes i ettertid' }])
    expect([await state(), await subjects()]).toEqual(['untold', 0])
  })
})

describe('whoever holds everybody’s data', () => {
  beforeEach(async () => {
    await sql`truncate core.transfer`.execute(house.owner)
    await sql`update core.recipient set holds = 'everybody' where id in ('bitpro', 'bdo')`.execute(house.owner)
    // The books are known by invoices; here by the person, so that what is asked is the register's fields alone.
    await sql`update core.recipient set known_by = array['person.id'] where id = 'bdo'`.execute(house.owner)
    await sql`insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, holds, known_by, reached_by, mailbox, announced_at, active_at)
      values ('sentral', 'Sentralbord AS', 'processor', 'svarer', 'answers', array['deliver'], 'art. 28', 'NO', 'everybody', array['person.phone'], 'email', 'p@s.example', ${now}, ${now})`.execute(
      house.owner,
    )
    await sql`insert into core.recipient_field values ('sentral', 'person.phone', 'ringer tilbake')`.execute(house.owner)
    await sql`update core.person set phone = '+47 912 34 567'`.execute(house.owner)
  })
  const told = (event: Event) =>
    asPerson(house.for('rights_handling'), kari, async (tx) =>
      (await instructSuppliers(tx, now, kari, event)).map(({ recipient }) => recipient).toSorted(),
    )

  it('is told of a restriction, its lifting and a correction as the register says what they hold', async () => {
    for (const kind of ['restriction', 'restriction_lifted'] as const) {
      expect(await told({ kind })).toEqual(['bdo', 'bitpro', 'sentral'])
      expect(await told({ kind, part: { fields: ['person.phone'] } })).toEqual(['bitpro', 'sentral'])
      expect(await told({ kind, part: { category: 'dialogue' } })).toEqual(['bitpro'])
      expect(await told({ kind, part: { document: 'O-2026-1', of: 'order' } })).toEqual(['bitpro'])
    }
    expect(await told({ kind: 'rectification', field: 'phone' })).toEqual(['sentral'])
    expect(await told({ kind: 'erasure' })).toEqual(['bdo', 'bitpro', 'sentral'])
  })

  it('is told by what they knew her by also while that value is set aside', async () => {
    await asPerson(house.for('rights_handling'), kari, (tx) => setAside(tx, now, kari, ['phone']))
    expect(await told({ kind: 'restriction' })).toContain('sentral')
  })

  it('is not told any more once they have left', async () => {
    await sql`update core.recipient set ended_at = ${now} where id = 'sentral'`.execute(house.owner)
    expect(await told({ kind: 'restriction' })).toEqual(['bdo', 'bitpro'])
  })

  it('reads in the letter and behind its link what exactly they are asked to delete', async () => {
    await told({ kind: 'erasure' })
    const bdo = (await instructions(house.for('legal_obligation'), 'bdo'))[0]!
    await sendInstruction(post, now, bdo.id)
    const letters = (await rows('core.mail')).map(({ body }) => String(body))
    expect(letters.join()).toContain('Slett alt om personen som ikke er regnskapsbilag')
    expect(letters.join()).toContain(bdo.id)
  })
})

async function listening(
  holds: Held[],
  more: { readonly port?: number; readonly answer?: (received: Received) => unknown } = {},
) {
  supplier = await openReceiver({ port: 0, secret: secretOf(), holds, ...more })
  await sql`update core.recipient set reached_by = 'webhook', webhook_to = ${supplier.url} where id = 'united-profile-networks'`.execute(
    house.owner,
  )
}

function secretOf(): string {
  return webhookSecret(folder, 'united-profile-networks', 1)
}

function erased() {
  return erasePerson(house.for('rights_handling'), now, kari, { inventory, channel: 'my_page' })
}

/** What the job would do now: the instruction goes, and the supplier has answered before we look. */
async function sent(): Promise<void> {
  await sendInstruction(post, now, await id())
  await supplier!.settled()
}

async function id(): Promise<string> {
  return (await instructions(house.for('legal_obligation')))[0]!.id
}

async function state() {
  return instructionState((await instructions(house.for('legal_obligation')))[0]!)
}

async function subjects(): Promise<number> {
  return (await rows('core.instruction_subject')).length
}

async function rows(table: string): Promise<Record<string, unknown>[]> {
  const { rows: found } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(house.owner)
  return found
}

function day(moment: Date): string {
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' })
}

async function signed(webhookId: string, type: string, data: object): Promise<Response> {
  const body = JSON.stringify({ type, data })
  const at = new Date()
  return fetch(`${post.website}/api/v1/suppliers/united-profile-networks/answers`, {
    method: 'POST',
    headers: {
      'webhook-id': webhookId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secretOf()).sign(webhookId, at, body),
    },
    body,
  })
}
