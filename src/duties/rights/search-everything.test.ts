import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { buildRights } from './build-functions.ts'
import { erasePerson } from './erase-person.ts'
import { printsOf, searchKey } from './fingerprint.ts'
import { noteFormer } from './note-former.ts'
import { searchEverything } from './search-everything.ts'

const now = new Date('2026-11-23T10:00:00Z')
const night = new Date('2026-11-24T00:12:00Z')
let house: TestHouse
let folder: string
let kari: Planted
let ola: Planted

beforeEach(async () => {
  house = await openTestHouse()
  folder = mkdtempSync(join(tmpdir(), 'data-'))
  kari = await plantPerson(house.owner, now, inventory)
  ola = await plantPerson(house.owner, now, inventory)
  await named(kari, 'Kari', 'Nordmann', '+47 912 34 567')
  await named(ola, 'Ola', 'Hansen', '+47 987 65 432')
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the night after an erasure', () => {
  it('finds nothing, closes the case, and forgets by what it would have known her', async () => {
    const { caseId } = await erased(kari)
    expect(await theCase(caseId)).toEqual({ closed_at: null })
    expect(await waiting()).toMatchObject([{ passed_at: null, sought: expect.any(Array) }])
    expect(await searched()).toEqual({ searched: 1, passed: 1, struck: 0, left: 0 })
    expect(await theCase(caseId)).toEqual({ closed_at: night })
    expect(await waiting()).toMatchObject([{ passed_at: night, sought: null, finds: [] }])
  })

  it('keeps no identifier in clear meanwhile, neither in the database nor in a file', async () => {
    await erased(kari)
    const { rows } = await sql<{ all: string }>`select string_agg(s::text, ' ') as all from core.erasure_search s`.execute(
      house.owner,
    )
    expect(rows[0]!.all).not.toMatch(/kari|nordmann|912.?34.?567/i)
    expect(rows[0]!.all).not.toContain(kari.personId)
    expect(readFileSync(join(folder, 'secrets', 'search-key'), 'utf8')).not.toMatch(/kari/i)
  })

  it('finds what nobody declared and no index knows, keeps the case open, and passes when a person has seen to it', async () => {
    await sql`create table public.notes (said text)`.execute(house.owner)
    await sql`insert into public.notes values ('Ring Kari Nordmann på 91234567')`.execute(house.owner)
    await sql`select graphile_worker.add_job('remind', json_build_object('to', ${kari.email}::text))`.execute(house.owner)
    await sql`insert into core.setting values ('note', jsonb_build_object('who', 'Nordmann, Kari'), ${now})`.execute(house.owner)
    await sql`insert into auth.verification (id, identifier, value, "expiresAt") values ('v', 'x', ${`to ${kari.personId}`}, ${now})`.execute(
      house.owner,
    )
    mkdirSync(join(folder, 'outbox'))
    writeFileSync(join(folder, 'outbox', 'brev.eml'), `To: ${kari.email}\n`)
    const { caseId } = await erased(kari)
    expect(await searched()).toMatchObject({ passed: 0 })
    const finds = (await waiting()).flatMap(({ finds: found }) => found as unknown[] as { where: string }[])
    expect(finds.map(({ where }) => where).toSorted()).toEqual([
      'auth.verification.value',
      'core.setting.value',
      'graphile_worker._private_jobs.payload',
      'outbox/brev.eml',
      'public.notes.said',
    ])
    expect(await theCase(caseId)).toEqual({ closed_at: null })
    await sql`drop table public.notes`.execute(house.owner)
    await sql`delete from graphile_worker._private_jobs`.execute(house.owner)
    await sql`delete from core.setting where key = 'note'`.execute(house.owner)
    await sql`delete from auth.verification where id = 'v'`.execute(house.owner)
    rmSync(join(folder, 'outbox'), { recursive: true })
    expect(await searched()).toMatchObject({ passed: 1, left: 0 })
    expect(await theCase(caseId)).toEqual({ closed_at: night })
  })

  it('strikes her out of what others wrote, and leaves the rest of their words', async () => {
    await writes(ola, `Jeg snakket med Kari Nordmann (${kari.email}, tlf. 912 34 567) om kopper.`)
    await erased(kari)
    expect(await searched()).toMatchObject({ passed: 1, struck: 1 })
    expect(await words(ola)).toEqual(['Jeg snakket med [slettet] ([slettet], tlf. [slettet]) om kopper.'])
  })

  it('lets a namesake keep her own name in her own firm, and asks a person where it is not clear whose it is', async () => {
    const namesake = await plantPerson(house.owner, now, inventory)
    await named(namesake, 'Kari', 'Nordmann', '+47 455 55 555')
    await writes(namesake, 'Hilsen Kari Nordmann')
    await writes(ola, 'Hils Kari Nordmann')
    await erased(kari)
    expect(await searched()).toMatchObject({ passed: 0, struck: 0, left: 1 })
    expect(await words(namesake)).toEqual(['Hilsen Kari Nordmann'])
    expect(await words(ola)).toEqual(['Hils Kari Nordmann'])
    expect(await waiting()).toMatchObject([{ finds: [{ where: 'core.inquiry_message.body', rows: 1 }] }])
  })

  it('does not take a switchboard’s number from those who share it', async () => {
    await named(ola, 'Ola', 'Hansen', '+47 912 34 567')
    await erased(kari)
    expect(await searched()).toMatchObject({ passed: 1, left: 0 })
    const { phone } = await house.owner
      .selectFrom('core.person')
      .select('phone')
      .where('id', '=', ola.personId)
      .executeTakeFirstOrThrow()
    expect(phone).toBe('+47 912 34 567')
  })

  it('knows the address she had before she corrected it', async () => {
    await noteFormer(house.for('administer'), now, kari, { email: 'kari.gammel@firma.example' }, searchKey(folder))
    await writes(ola, 'Spør kari.gammel@firma.example først.')
    await erased(kari)
    expect(await searched()).toMatchObject({ struck: 1, passed: 1 })
    expect(await words(ola)).toEqual(['Spør [slettet] først.'])
  })

  it('forgets by what it would have known her after thirty days, and not the day before', async () => {
    await sql`create table public.notes (said text)`.execute(house.owner)
    await sql`insert into public.notes values ('Kari Nordmann')`.execute(house.owner)
    await erased(kari)
    await searchEverything(place(), new Date('2026-12-22T10:00:00Z'))
    expect(await waiting()).toMatchObject([{ sought: expect.any(Array), passed_at: null }])
    await searchEverything(place(), new Date('2026-12-24T10:00:00Z'))
    expect(await waiting()).toMatchObject([{ sought: null, passed_at: null }])
  })
})

describe('an erasure that forgets a store', () => {
  it('is caught, whichever store it is', async () => {
    const stores = inventory.filter(
      ({ table, erasure, person }) =>
        table.startsWith('core.') && erasure === 'delete' && person !== undefined && person !== 'id',
    )
    expect(stores.length).toBeGreaterThan(6)
    const [red, missed]: [string[], string[]] = [[], []]
    for (const store of stores) {
      await buildRights(
        house.owner,
        inventory.filter(({ table, through }) => table !== store.table && through?.table !== store.table),
      )
      const somebody = await plantPerson(house.owner, now, inventory)
      // Where the person's own row takes it along, nothing is left; where it keeps the person from going, the database says so.
      const caught = await erased(somebody).then(
        ({ residue }) => residue.left.some(({ where }) => where.startsWith(`${store.table}.`)),
        (error: Error) => /foreign key/.test(error.message),
      )
      if (caught) red.push(store.table)
      else if (await isThere(store.table, store.person!, somebody)) missed.push(store.table)
    }
    await buildRights(house.owner, inventory)
    expect(missed).toEqual([])
    expect(red).toContain('core.mail')
    expect(red.length).toBeGreaterThan(4)
  }, 60_000)
})

describe('an erasure that forgets the locked archive', () => {
  it('is caught in the act, and again in the night, unless somebody holds what lies there', async () => {
    await buildRights(
      house.owner,
      inventory.filter(({ table }) => !table.startsWith('archive.')),
    )
    const { residue } = await erased(kari)
    expect(residue.left.map(({ where }) => where).filter((where) => where.startsWith('archive.person'))).not.toEqual([])
    expect(await searched()).toMatchObject({ passed: 0 })
    const finds = (await waiting()).flatMap(({ finds: found }) => found as unknown[] as { where: string }[])
    expect(finds.map(({ where }) => where)).toContain('archive.inquiry.person_id')
    await sql`update core.hold set lapses_on = '2027-11-23' where account_id = ${kari.accountId}`.execute(house.owner)
    expect(await searched()).toMatchObject({ passed: 1, left: 0 })
    await buildRights(house.owner, inventory)
  })
})

it('has other fingerprints in another installation', () => {
  const known = { email: 'kari@firma.example' }
  expect(printsOf('one key', known)[0]!.print).not.toBe(printsOf('another key', known)[0]!.print)
})

async function isThere(table: string, column: string, { personId }: Planted): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${personId}`.execute(house.owner)
  return rows.length > 0
}

function erased(somebody: Planted) {
  return erasePerson(house.for('rights_handling'), now, somebody, { inventory, channel: 'my_page', folder })
}

function place() {
  return { owner: house.owner, ownerUrl: house.ownerUrl, inventory, dataDir: folder }
}

function searched() {
  return searchEverything(place(), night)
}

function theCase(id: string) {
  return house.owner.selectFrom('core.rights_case').select('closed_at').where('id', '=', id).executeTakeFirstOrThrow()
}

function waiting() {
  return house.owner.selectFrom('core.erasure_search').select(['sought', 'passed_at', 'finds']).execute()
}

async function named({ personId }: Planted, first_name: string, last_name: string, phone: string): Promise<void> {
  await house.owner.updateTable('core.person').set({ first_name, last_name, phone }).where('id', '=', personId).execute()
}

async function writes({ accountId }: Planted, body: string): Promise<void> {
  await house.owner.updateTable('core.inquiry_message').set({ body }).where('account_id', '=', accountId).execute()
}

async function words({ accountId }: Planted): Promise<string[]> {
  const rows = await house.owner.selectFrom('core.inquiry_message').select('body').where('account_id', '=', accountId).execute()
  return rows.map(({ body }) => body)
}
