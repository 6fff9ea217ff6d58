import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runJobs, runWaitingJobs, type Task } from '#jobs'
import { asPerson, type Subject } from '#purposes'
import { openTestHouse, type TestHouse } from '#testing'
import {
  approveDisclosure,
  assessDisclosure,
  disclosureCase,
  disclosureCases,
  executeDisclosure,
  type Ground,
  grounds,
  noteInformed,
  refuseDisclosure,
  requestDisclosure,
  toBeTold,
  withdrawDisclosureConsent,
  writeNotice,
} from './disclosure.ts'

const now = new Date('2026-11-23T10:00:00Z')
const kari: Subject = { accountId: '01890000-0000-7000-8000-00000000000a', personId: '01890000-0000-7000-8000-000000000001' }
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  for (const table of ['core.disclosure', 'core.disclosure_case', 'core.mail'])
    await sql`delete from ${sql.table(table)}`.execute(house.owner)
})
afterAll(() => house.close())

const db = () => house.for('legal_obligation')
const filed: Record<Ground, Record<string, string>> = {
  subject_consent: {
    consentText: 'NTC kan gi Messeforlaget navnet mitt til deltakerlisten 2026.',
    occasion: 'Julemessen',
    givenBy: 'på Min side',
    consentGivenOn: '2026-11-01',
    consentExpiresOn: '2026-12-31',
  },
  statutory_authority: {
    act: 'skatteforvaltningsloven',
    section: '§ 10-2',
    dutyOrPermission: 'plikt',
    entitled: 'Skatteetaten, bokettersyn',
  },
  order: {
    documentHash: 'a'.repeat(64),
    issuedBy: 'Hordaland tingrett',
    reference: '26-1',
    legalBasis: 'straffeprosessloven § 210',
    scope: 'ordre i oktober',
    calledBack: 'sentralbordet, 23.11.',
    gag: 'nei, § 210 a',
  },
  debt_collection: {
    invoice: '1',
    remindedOn: '2026-10-08',
    warnedOn: '2026-10-20',
    warnedBy: 'oss',
    dispute: 'ingen',
    debtorVerified: 'org.nr. mot Enhetsregisteret',
    licence: '12345',
  },
}

async function assessed(ground: Ground, more: { fields?: readonly string[]; withheldUntil?: string; without?: string } = {}) {
  const { id } = await requestDisclosure(db(), now, {
    ...kari,
    ground,
    recipient: { name: 'Mottaker AS', number: null, country: 'NO', mailbox: 'post@mottaker.example' },
    askedFor: 'navn og adresse',
    staffUserId: 'siv',
  })
  const key = { accountId: kari.accountId, id }
  const onFile = { ...filed[ground] }
  if (more.without) delete onFile[more.without]
  await assessDisclosure(db(), now, key, {
    fields: more.fields ?? ['invoice.number'],
    necessity: 'uten det finner de ikke saken',
    filed: onFile,
    withheldUntil: more.withheldUntil ?? null,
    staffUserId: 'siv',
  })
  return key
}
const says = (staffUserId: string) => ({ staffUserId, assessedAt: now })
const execution = {
  method: 'Altinn',
  handedHash: 'b'.repeat(64),
  staffUserId: 'siv',
  informed: true,
  notInformedBecause: null,
} as const
const claim = {
  isInvoice: true,
  delivered: true,
  dueOn: '2026-10-01',
  balance: 125_000,
  disputed: false,
  onHold: false,
  remindedOn: '2026-10-08',
  warnedOn: '2026-10-20',
  warnedBy: 'us',
  debtorVerified: true,
  licence: '12345',
} as const

describe.each(Object.keys(grounds) as Ground[])('on the ground %s', (ground) => {
  it('nothing leaves before everything is on file, and then only with a yes', async () => {
    for (const { name } of grounds[ground].onFile) {
      const key = await assessed(ground, { without: name })
      expect(await approveDisclosure(db(), now, key, says('leif')), name).toEqual({ refused: 'something is not on file' })
    }
    const key = await assessed(ground)
    expect(await executeDisclosure(db(), now, key, { ...execution, claim })).toEqual({ refused: 'not now' })
    expect(await approveDisclosure(db(), now, key, says('leif'))).toBeUndefined()
    expect(await executeDisclosure(db(), now, key, { ...execution, claim })).toHaveProperty('entry')
    expect(await executeDisclosure(db(), now, key, { ...execution, claim })).toEqual({ refused: 'not now' })
    expect((await disclosureCase(db(), key))?.state).toBe('executed')
  })

  it.skipIf(ground === 'subject_consent')('whoever asked does not say yes', async () => {
    expect(await approveDisclosure(db(), now, await assessed(ground), says('siv'))).toEqual({
      refused: 'another person must approve',
    })
  })
})

it('keeps the sums of the order and of what was handed out, and nothing leaves without the latter', async () => {
  const key = await assessed('order')
  await approveDisclosure(db(), now, key, says('leif'))
  for (const handedHash of ['', 'b'.repeat(63), 'B'.repeat(64)])
    expect(await executeDisclosure(db(), now, key, { ...execution, handedHash })).toMatchObject({
      refused: 'no hash of what is handed out',
      field: 'handedHash',
    })
  await executeDisclosure(db(), now, key, execution)
  expect(await lines()).toMatchObject([{ handed_hash: 'b'.repeat(64), evidence_hash: 'a'.repeat(64) }])
})

it('has two persons agree about the same thing: of two at once one comes first, and nobody says yes to what was changed meanwhile', async () => {
  const key = await assessed('order')
  const both = await Promise.all(['leif', 'mona'].map((who) => approveDisclosure(db(), now, key, says(who))))
  expect(both.filter((answer) => answer === undefined)).toHaveLength(1)
  expect((await disclosureCase(db(), key))?.approvals).toHaveLength(1)

  const changed = await assessed('order')
  const later = new Date(now.getTime() + 60_000)
  const more = { fields: ['person.email', 'person.phone'], necessity: 'de ba om mer', filed: filed.order, withheldUntil: null }
  await assessDisclosure(db(), later, changed, { ...more, staffUserId: 'siv' })
  expect(await approveDisclosure(db(), later, changed, says('leif'))).toEqual({ refused: 'assessed anew meanwhile' })
  const [first, second] = await Promise.all([
    approveDisclosure(db(), later, changed, { staffUserId: 'leif', assessedAt: later }),
    executeDisclosure(db(), later, changed, execution),
  ])
  expect([first, (await disclosureCase(db(), changed))?.state]).toEqual([undefined, 'entry' in second ? 'executed' : 'approved'])
})

it('says whom it concerns, in the list and in the case, as long as they are here', async () => {
  const key = await assessed('order')
  const about = async () => [
    (await disclosureCase(db(), key))?.person,
    (await disclosureCases(db())).map(({ here, last_name }) => [here, last_name]),
  ]
  expect(await about()).toEqual([undefined, [[null, null]]])
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${kari.accountId}, 'customer', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, first_name, last_name, language, created_at, last_active_at)
    values (${kari.accountId}, ${kari.personId}, 'Kari', 'Nordmann', 'nb', ${now}, ${now})`.execute(house.owner)
  expect(await about()).toEqual([{ first_name: 'Kari', last_name: 'Nordmann' }, [[kari.personId, 'Nordmann']]])
  await sql`delete from core.person`.execute(house.owner)
  await sql`delete from core.account`.execute(house.owner)
})

it('is refused, and the no stands in the log that nobody can change', async () => {
  const key = await assessed('statutory_authority')
  await refuseDisclosure(db(), now, key, { because: 'sjefen har ikke krav på det', staffUserId: 'siv', informed: true })
  expect(await lines()).toMatchObject([{ outcome: 'refused', fields: [], person_id: kari.personId }])
  expect(await approveDisclosure(db(), now, key, says('leif'))).toEqual({ refused: 'not now' })
  await expect(sql`update core.disclosure set method = 'x'`.execute(db())).rejects.toThrow('permission denied')
  await expect(sql`delete from core.disclosure`.execute(db())).rejects.toThrow('permission denied')
})

it('stops when the person takes the consent back, and tells whoever got it, by the number of the case', async () => {
  const early = await assessed('subject_consent')
  await approveDisclosure(db(), now, early, says('leif'))
  expect(await withdrawDisclosureConsent(db(), now, early, 'siv')).toEqual({ told: false })
  expect(await executeDisclosure(db(), now, early, execution)).toEqual({ refused: 'not now' })
  const late = await assessed('subject_consent')
  await approveDisclosure(db(), now, late, says('leif'))
  await executeDisclosure(db(), now, late, execution)
  expect(await withdrawDisclosureConsent(db(), now, late, 'siv')).toEqual({ told: true })
  const writing: Task<null> = {
    name: 'disclosure-notice',
    says: { nb: 'skriver', en: 'writes' },
    run: (_, notice) => writeNotice(db(), now, notice, () => '--\nNTC Gave og Profilering AS\npost@ntc.example'),
  }
  await runWaitingJobs(house.url, [writing], null)
  const { rows } = await sql<{
    to_address: string
    body: string
    purpose: string
  }>`select to_address, body, purpose from core.mail`.execute(house.owner)
  expect(rows.map(({ to_address }) => to_address)).toEqual(['post@mottaker.example'])
  expect(rows[0]!.body).toContain(late.id)
  expect(rows[0]!.body).not.toMatch(/kari/i)
  expect(rows[0]!.body).toContain('post@ntc.example')
  // A duty of ours towards somebody outside, and no answer to the person: nothing is owed in it about complaints.
  expect(rows[0]!.purpose).toBe('legal_obligation')
})

it('writes one letter when the job is killed after writing and before it is marked as done', async () => {
  const key = await assessed('subject_consent')
  await approveDisclosure(db(), now, key, says('leif'))
  await executeDisclosure(db(), now, key, execution)
  await withdrawDisclosureConsent(db(), now, key, 'siv')
  const { promise: written, resolve: isWritten } = Promise.withResolvers<void>()
  const { promise: again, resolve: isDone } = Promise.withResolvers<void>()
  const writing = (afterwards: () => Promise<unknown>): Task<null> => ({
    name: 'disclosure-notice',
    says: { nb: 'skriver', en: 'writes' },
    run: async (_, notice) => {
      await writeNotice(db(), now, notice, () => '--\nNTC')
      await afterwards()
    },
  })
  // It hangs where it was killed: the job is never marked, and the next runner finds it left.
  const { promise: never, reject: end } = Promise.withResolvers<void>()
  const killed = runJobs(house.url, [writing(() => (isWritten(), never))], null, () => undefined)
  await written
  const next = runJobs(house.url, [writing(async () => isDone())], null, () => undefined)
  await again
  await next.stop()
  const { rows } = await sql<{ letters: number; sendings: number }>`select (select count(*)::int from core.mail) as letters,
    (select count(*)::int from graphile_worker.jobs where task_identifier = 'send-mail' and key like 'mail %'
      and substr(key, 6)::uuid in (select id from core.mail)) as sendings`.execute(house.owner)
  expect(rows).toEqual([{ letters: 1, sendings: 1 }])
  end(new Error('killed'))
  await killed.stop()
})

it.each([
  ['2026-12-31T12:00:00Z', true],
  ['2027-01-01T12:00:00Z', false],
])('holds a consent to its last day: %s', async (at, holds) => {
  const key = await assessed('subject_consent')
  await approveDisclosure(db(), now, key, says('leif'))
  const answer = await executeDisclosure(db(), new Date(at), key, execution)
  expect('entry' in answer).toBe(holds)
})

it('gives a collector nothing but the claim, and nothing when it has been paid meanwhile', async () => {
  const more = await assessed('debt_collection', { fields: ['invoice.number', 'inquiry.body'] })
  await approveDisclosure(db(), now, more, says('leif'))
  expect(await executeDisclosure(db(), now, more, { ...execution, claim })).toMatchObject({
    refused: 'more than the claim needs',
  })
  const paid = await assessed('debt_collection')
  await approveDisclosure(db(), now, paid, says('leif'))
  expect(await executeDisclosure(db(), now, paid, { ...execution, claim: { ...claim, balance: 0 } })).toMatchObject({
    because: 'Kravet er betalt.',
  })
  expect(await lines()).toEqual([])
})

it('is hidden from the person while an order says so, and stands on their page from that day', async () => {
  const shown = () =>
    asPerson(house.for('rights_handling'), kari, async (tx) => [
      (await tx.selectFrom('disclosure').select('id').execute()).length,
      (await tx.selectFrom('disclosure_case').select('id').execute()).length,
    ])
  const silent = { ...execution, informed: false, notInformedBecause: 'straffeprosessloven § 210 a' }
  const key = await assessed('order', { withheldUntil: '2099-01-01' })
  await approveDisclosure(db(), now, key, says('leif'))
  await executeDisclosure(db(), now, key, silent)
  expect(await shown()).toEqual([0, 0])
  // Nobody can note that the person was told before the day, neither while handing it over nor afterwards.
  expect(await noteInformed(db(), now, key)).toEqual({ refused: 'the order says silence' })
  const early = await assessed('order', { withheldUntil: '2099-01-01' })
  await approveDisclosure(db(), now, early, says('leif'))
  expect(await executeDisclosure(db(), now, early, execution)).toMatchObject({ refused: 'the order says silence' })
  const over = await assessed('order', { withheldUntil: '2026-11-01' })
  await approveDisclosure(db(), now, over, says('leif'))
  await executeDisclosure(db(), now, over, silent)
  expect(await shown()).toEqual([1, 1])
  expect((await toBeTold(db(), now)).map(({ id }) => id)).toEqual([over.id])
})

async function lines() {
  const { rows } = await sql<Record<string, unknown>>`select * from core.disclosure order by at`.execute(house.owner)
  return rows
}
