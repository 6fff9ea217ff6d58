import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { giveAccess } from './give-access.ts'

const now = new Date('2026-11-23T10:00:00Z')
const controller = {
  legalName: 'Prøvefirma AS',
  organisationNumber: '312007177',
  postalAddress: 'Postboks 1, 5000 Bergen',
  email: 'post@firma.example',
  phone: '+47 55 00 00 00',
  privacyContact: 'personvern@firma.example',
}
const asked = { inventory, controller, language: 'nb' } as const
let house: TestHouse
let kari: Planted
let colleague: Planted
let handed: Awaited<ReturnType<typeof giveAccess>>

beforeAll(async () => {
  house = await openTestHouse()
  kari = await plantPerson(house.owner, now, inventory)
  colleague = await plantPerson(house.owner, now, inventory, kari.accountId)
  handed = await giveAccess(house.for('rights_handling'), now, kari, asked)
})
afterAll(() => house.close())

describe('the access package', () => {
  it('holds the needle of every declared personal column', () => {
    const text = JSON.stringify(handed.found)
    const open = kari.needles.filter(({ secret }) => !secret)
    expect(open.length).toBeGreaterThan(55)
    expect(open.filter(({ needle }) => !text.includes(needle)).map(({ table, column }) => `${table}.${column}`)).toEqual([])
  })

  it('tells that a secret is held, and not what it is', () => {
    const secrets = kari.needles.filter(({ secret }) => secret)
    expect(secrets.map(({ table, column }) => `${table}.${column}`)).toContain('auth.session.token')
    expect(secrets.filter(({ needle }) => JSON.stringify(handed.found).includes(needle))).toEqual([])
    expect(handed.found.data.find(({ table }) => table === 'auth.session')!.rows[0]!.values.token).toBe('•••')
  })

  it('holds nothing of a colleague in the same company', () => {
    const text = JSON.stringify(handed.found)
    expect(colleague.needles.filter(({ needle }) => text.includes(needle))).toEqual([])
    expect(text.includes(colleague.personId)).toBe(false)
  })

  it('names no member of staff', () => {
    expect(
      handed.found.data
        .flatMap(({ rows }) => rows.flatMap(({ values }) => Object.keys(values)))
        .filter((name) => /staff_user|owner_user/.test(name)),
    ).toEqual([])
  })

  it('says what each value is for, where it came from, which rule ends it, and when', () => {
    const mail = handed.found.data.find(({ table }) => table === 'core.mail')!
    expect(mail.columns.to_address).toMatchObject({ holds: 'messages', from: 'system', ends: 'R-16' })
    expect(mail.rows[0]!.ends['R-16']).toMatch(/^2029-11-24T00:00/)
    expect(handed.found.retention['R-16']).toContain('3 år')
    expect(handed.found.purposes.rights_handling!.ground).toContain('GDPR')
  })

  it('is also a page in bokmål that a person can read, with every word escaped', () => {
    const html = unzipped(handed.archive, 'innsyn.html')
    expect(html).toContain('Dette har vi om deg')
    expect(html).not.toContain('<script')
    expect(kari.needles.filter(({ secret, needle }) => !secret && !html.includes(needle))).toEqual([])
  })

  it('is a case that was answered at once, and its evidence holds the hashes of what was handed over', async () => {
    const cases = await house.owner
      .selectFrom('core.rights_case')
      .select(['kind', 'closed_at', 'due_on'])
      .where('kind', '=', 'access')
      .where('channel', '=', 'my_page')
      .execute()
    expect(cases).toEqual([{ kind: 'access', closed_at: now, due_on: '2026-12-23' }])
    const entry = await house.owner
      .selectFrom('evidence.entry')
      .select('body')
      .where('id', '=', handed.receipt)
      .executeTakeFirstOrThrow()
    expect(entry.body).toMatchObject({ files: handed.manifest })
  })

  it('names whoever got something of any of their records, newest first, and nobody who got a colleague’s', async () => {
    const twice = await plantPerson(house.owner, now, inventory)
    const [first, second] = [await sentOf(kari, '2026-11-20'), await sentOf(twice, '2026-11-21')]
    const other = await sentOf(colleague, '2026-11-22')
    const { found } = await giveAccess(house.for('rights_handling'), now, kari, { ...asked, alsoRecordedAs: [twice] })
    const named = found.recipients.actual.map(({ recipient }) => recipient.name)
    expect(named.filter((name) => [first, second, other].includes(name))).toEqual([second, first])
    expect(found.person).toEqual({ accountId: kari.accountId, personId: kari.personId })
    const alone = await giveAccess(house.for('rights_handling'), now, kari, asked)
    expect(alone.found.recipients.actual.map(({ recipient }) => recipient.name)).not.toContain(second)
  })

  it('is not made for somebody who was erased while they asked', async () => {
    const nobody = { accountId: '019ab000-0000-7000-8000-000000000001', personId: '019ab000-0000-7000-8000-000000000002' }
    await expect(giveAccess(house.for('rights_handling'), now, nobody, asked)).rejects.toMatchObject({ data: 'erased' })
    expect(
      await house.owner.selectFrom('core.rights_case').select('id').where('account_id', '=', nobody.accountId).execute(),
    ).toEqual([])
  })
})

async function sentOf({ accountId, personId }: Planted, on: string): Promise<string> {
  const recipient = `got-${personId}`
  await sql`insert into core.transfer select (jsonb_populate_record(t, ${JSON.stringify({ id: crypto.randomUUID(), recipient, at: `${on}T10:00:00Z` })}::jsonb)).*
    from core.transfer t where account_id = ${accountId} and person_id = ${personId} limit 1`.execute(house.owner)
  return recipient
}

function unzipped(archive: Buffer, name: string): string {
  const at = archive.indexOf(name) // its local header comes first
  const size = archive.readUInt32LE(at - 12)
  const start = at + name.length
  return inflateRawSync(archive.subarray(start, start + size)).toString('utf8')
}
