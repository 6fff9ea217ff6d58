import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inventory, openTestHouse, type TestHouse } from '#testing'
import {
  affected,
  askForLetters,
  assess,
  breachAt,
  breachRegister,
  closeBreach,
  drawAffected,
  dueAt,
  hoursLeft,
  notification,
  notify,
  registerBreach,
  standingOf,
  unusualReading,
  writeLetters,
  osloMoment,
  written,
  type Assessed,
  type Reported,
} from './breach.ts'

const now = new Date('2026-11-23T09:00:00Z')
const hours = (count: number, from = now) => new Date(from.getTime() + count * 3_600_000)
const by = {
  legalName: 'NTC Gave og Profilering AS',
  organisationNumber: '312007177',
  postalAddress: 'Postboks 214, 5804 Bergen',
  phone: '+47 55 00 00 00',
  privacyContact: 'personvern@ntcprofil.example',
}
let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const legal = () => house.for('legal_obligation')
const handles = () => ({ legal: legal(), security: house.for('security') })
const reported: Reported = {
  awareAt: now,
  foundBy: 'us',
  began: hours(-24),
  ended: hours(-1),
  cause: 'own staff',
  kinds: ['confidentiality'],
  what: 'En ansatt åpnet kundekort uten grunn.',
  staffUserId: 'siv',
}
const assessed: Assessed = {
  estimatedPersons: null,
  dataNow: 'Hos den ansatte.',
  consequences: 'Andre kan ha fått vite hva du har kjøpt.',
  measures: 'Tilgangen er stengt.',
  risk: 'high',
  notNotifiedBecause: '',
  toldNb: 'En ansatt har sett på kundekortet ditt uten grunn.',
  toldEn: 'A member of staff looked at your record without a reason.',
  notToldBecause: '',
}
async function opened(differs: Partial<Reported> = {}): Promise<string> {
  const done = await registerBreach(legal(), now, { ...reported, ...differs })
  if ('refused' in done) throw new Error(done.refused)
  return done.id
}
const id = (kind: string, number: number) => `01890000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
async function person(number: number, email: string | null = `kunde${number}@fjord.example`, lastName = 'Nordmann') {
  const subject = { accountId: id('a', number), personId: id('b', number) }
  await sql`insert into core.account (account_id, kind, created_at, last_active_at) values (${subject.accountId}, 'customer', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
    values (${subject.accountId}, ${subject.personId}, 'Kari', ${lastName}, ${email}, ${number % 2 ? 'nb' : 'en'}, ${now}, ${now})`.execute(
    house.owner,
  )
  return subject
}
const looked = (number: number, staff: string, at: Date, purpose = 'case_documentation') =>
  sql`insert into core.reading values (${id('a', number)}, gen_random_uuid(), ${id('b', number)}, ${staff}, 'salesperson', ${purpose}, 'customer card', ${at})`.execute(
    house.owner,
  )

describe('the clock', () => {
  it('is seventy-two plain hours, through a weekend and both nights when the clock is turned', () => {
    for (const aware of ['2026-11-20T15:30:00Z', '2027-03-27T20:00:00Z', '2027-10-30T20:00:00Z', '2028-02-28T12:00:00Z']) {
      const due = dueAt(new Date(aware))
      expect(due.getTime() - new Date(aware).getTime()).toBe(72 * 3600 * 1000)
    }
    expect(dueAt(new Date('2027-03-27T20:00:00Z')).toISOString()).toBe('2027-03-30T20:00:00.000Z')
    expect([hoursLeft(now, now), hoursLeft(now, hours(71.5)), hoursLeft(now, hours(72.1))]).toEqual([72, 0, -1])
  })

  it('takes the first of an hour that comes twice, the last where something ended, and the hour after one that never comes', async () => {
    const moments = async (wall: string) =>
      (await Promise.all([osloMoment(legal(), wall), osloMoment(legal(), wall, 'last')])).map((at) =>
        at.toISOString().slice(0, 16),
      )
    expect(await moments('2027-10-31T02:30')).toEqual(['2027-10-31T00:30', '2027-10-31T01:30'])
    expect(await moments('2027-10-31T03:30')).toEqual(['2027-10-31T02:30', '2027-10-31T02:30'])
    expect(await moments('2027-03-28T02:30')).toEqual(['2027-03-28T01:30', '2027-03-28T01:30'])
    expect(await moments('2026-11-24T10:15')).toEqual(['2026-11-24T09:15', '2026-11-24T09:15'])
  })

  it('is late the moment it has run out, and not before', () => {
    const breach = { awareAt: now, closedAt: null, notNotifiedBecause: null }
    expect(standingOf(breach, [], hours(72))).toBe('running')
    expect(standingOf(breach, [], new Date(hours(72).getTime() + 1))).toBe('late')
    expect(standingOf(breach, [{ complete: false }], hours(90))).toBe('begun')
    expect(standingOf(breach, [{ complete: false }, { complete: true }], hours(90))).toBe('notified')
  })

  it('runs from when a supplier’s notice reached us', async () => {
    await opened({ foundBy: 'supplier', supplier: 'bitpro', awareAt: hours(-2) })
    const [breach] = await breachRegister(legal())
    expect(dueAt(breach!.awareAt)).toEqual(hours(70))
    expect(await registerBreach(legal(), now, { ...reported, foundBy: 'supplier' })).toMatchObject({ refused: 'which supplier' })
  })
})

describe('the register', () => {
  it('numbers every breach, also two at once, and keeps those nobody was told of', async () => {
    await Promise.all([opened(), opened()])
    expect((await breachRegister(legal())).map(({ number }) => number).toSorted()).toEqual(['A-2026-0001', 'A-2026-0002'])
    const [first] = await breachRegister(legal())
    await assess(legal(), first!.id, { ...assessed, risk: 'unlikely', notNotifiedBecause: 'Filen var kryptert.' })
    expect(await closeBreach(legal(), now, first!.id)).toEqual({ number: first!.number })
    expect(standingOf((await breachAt(legal(), first!.id))!, [], now)).toBe('closed')
  })

  it('refuses what is empty, in the future, backwards, or holds a national identity number', async () => {
    const refusedWith = async (differs: Partial<Reported>) => registerBreach(legal(), now, { ...reported, ...differs })
    expect(await refusedWith({ what: ' ' })).toMatchObject({ refused: 'nothing is said' })
    expect(await refusedWith({ awareAt: hours(1) })).toMatchObject({ refused: 'not yet' })
    expect(await refusedWith({ ended: hours(-48) })).toMatchObject({ refused: 'ends before it begins' })
    expect(await refusedWith({ what: 'Gjelder 13097248022.' })).toMatchObject({ refused: 'national identity number' })
    expect(await breachRegister(legal())).toEqual([])
  })

  it('lets nobody call a risk unlikely and notify nobody without saying why, and closes nothing half-done', async () => {
    const breach = await opened()
    expect(await assess(legal(), breach, { ...assessed, notNotifiedBecause: 'Vi slipper helst.' })).toMatchObject({
      refused: 'only without risk',
    })
    expect(await closeBreach(legal(), now, breach)).toMatchObject({ refused: 'something is missing' })
  })
})

describe('who was affected', () => {
  it('is found in the log of look-ups, by member of staff and moment, with what they could see', async () => {
    for (const number of [1, 2, 3, 4]) await person(number)
    await looked(1, 'ola', hours(-3))
    await looked(1, 'ola', hours(-2), 'invoice')
    await looked(2, 'ola', hours(-30))
    await looked(3, 'siv', hours(-3))
    const breach = await opened()
    await sql`with u as (insert into auth."user" (id, name, email, "emailVerified") values ('ola', 'Ola', 'ola@ntc.example', true))
      insert into core.staff values ('ola', 'salesperson', ${now}, null)`.execute(house.owner)
    const look = { breachId: breach, source: 'readings', from: hours(-24), until: hours(-1), staffUserId: 'ola' } as const
    expect(await drawAffected(handles(), now, look, inventory)).toEqual({ persons: 1 })
    expect(await drawAffected(handles(), now, { ...look, staffUserId: undefined }, inventory)).toEqual({ persons: 2 })
    const found = await affected(legal(), breach)
    expect(found.persons).toBe(2)
    expect(found.categories).toContainEqual({ category: 'bookkeeping', persons: 1 })
    expect(found.categories).toContainEqual({ category: 'contact', persons: 2 })
    expect(found.categories.map(({ category }) => category)).not.toContain('staff')
  })

  it('is found in the log of transfers, by recipient', async () => {
    for (const number of [1, 2]) await person(number)
    const sent = (number: number, recipient: string) =>
      sql`insert into core.transfer values (${id('a', number)}, gen_random_uuid(), ${id('b', number)}, ${recipient}, 'deliver',
        array['mail.to_address', 'mail.body'], 'art. 28', ${hours(-3)})`.execute(house.owner)
    await sent(1, 'mail-server')
    await sent(2, 'bdo')
    const breach = await opened()
    const look = { breachId: breach, source: 'transfers', from: hours(-24), until: now, recipient: 'mail-server' } as const
    expect(await drawAffected(handles(), now, look, inventory)).toEqual({ persons: 1 })
    expect((await affected(legal(), breach)).categories).toEqual([{ category: 'messages', persons: 1 }])
  })

  it('is everybody with a row in a table that lay open', async () => {
    for (const number of [1, 2, 3]) await person(number)
    const breach = await opened()
    const look = { breachId: breach, source: 'table', from: hours(-24), until: now } as const
    expect(await drawAffected(handles(), now, { ...look, table: 'core.person' }, inventory)).toEqual({ persons: 3 })
    expect(await drawAffected(handles(), now, { ...look, table: 'auth.user' }, inventory)).toMatchObject({
      refused: 'no such table',
    })
    expect((await affected(legal(), breach)).categories).toEqual([{ category: 'contact', persons: 3 }])
  })
})

describe('the notice', () => {
  it('says all the form asks for, and what is not known yet', async () => {
    const breach = (await breachAt(legal(), await opened()))!
    const text = written(notification(breach, await affected(legal(), breach.id), by, now))
    for (const label of [
      'Hovedårsak',
      'Periode',
      'Oppdaget',
      'Antall berørte',
      'Slags opplysninger',
      'Hva som skjedde',
      'Hvor opplysningene er nå',
      'Mulige følger',
      'Tiltak',
      'Informasjon til de berørte',
      'Kontakt',
    ])
      expect(text).toContain(`${label}:`)
    expect(text).toContain('Ikke kjent ennå; kommer i en senere melding.')
  })

  it('goes in stages, and a first one after the deadline says why', async () => {
    const breach = await opened()
    const sent = { breachId: breach, complete: false, reference: 'AR123', lateBecause: '' }
    expect(await notify(legal(), hours(73), sent, by)).toMatchObject({ refused: 'say why it is late' })
    expect(await notify(legal(), hours(72), sent, by)).toEqual({ stage: 1 })
    expect(await notify(legal(), hours(100), { ...sent, complete: true }, by)).toMatchObject({ refused: 'risk is not assessed' })
    await assess(legal(), breach, assessed)
    expect(await notify(legal(), hours(100), { ...sent, complete: true }, by)).toEqual({ stage: 2 })
    expect((await breachAt(legal(), breach))!.notices.map(({ stage, complete }) => [stage, complete])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

describe('letters to those affected', () => {
  it('go once to each who has an address, in their language, also after it was killed half-way', async () => {
    for (let number = 1; number <= 250; number += 1) await person(number)
    await person(251, null)
    const breach = await opened()
    const look = { breachId: breach, source: 'table', from: hours(-24), until: now, table: 'core.person' } as const
    await drawAffected(handles(), now, look, inventory)
    expect(await askForLetters(legal(), breach)).toMatchObject({ refused: 'say it plainly' })
    await assess(legal(), breach, assessed)
    expect(await askForLetters(legal(), breach)).toEqual({ id: breach })
    const foot = (language: string) => `-- ${language}`
    await sql`alter table core.mail add constraint stop check (to_address <> 'kunde240@fjord.example')`.execute(house.owner)
    await expect(writeLetters(legal(), now, breach, foot)).rejects.toThrow('stop')
    await sql`alter table core.mail drop constraint stop`.execute(house.owner)
    expect(await writeLetters(legal(), now, breach, foot)).toEqual({ written: 50 })
    expect(await writeLetters(legal(), now, breach, foot)).toEqual({ written: 0 })
    const letters = await house.owner
      .selectFrom('core.mail')
      .select(['to_address', 'body'])
      .where('kind', '=', 'breach')
      .execute()
    expect(new Set(letters.map(({ to_address }) => to_address)).size).toBe(250)
    expect(letters.find(({ to_address }) => to_address === 'kunde2@fjord.example')!.body).toContain(assessed.toldEn)
    await notify(legal(), now, { breachId: breach, complete: true, reference: '', lateBecause: '' }, by)
    expect(await closeBreach(legal(), now, breach)).toMatchObject({ number: 'A-2026-0001' })
  })
})

describe('unusual reading', () => {
  it('lists who looked up unusually many, their own surname, or one person again and again, and nobody else', async () => {
    for (const [user, name] of [
      ['ola', 'Ola Nordmann'],
      ['siv', 'Siv Berg'],
      ['per', 'Per Dahl'],
      ['eva', 'Eva Lie'],
    ] as const)
      await sql`insert into auth."user" (id, name, email, "emailVerified") values (${user}, ${name}, ${`${user}@ntcprofil.example`}, true)`.execute(
        house.owner,
      )
    for (let number = 1; number <= 30; number += 1) await person(number, null, number === 30 ? 'Nordmann' : 'Vik')
    for (let number = 1; number <= 25; number += 1) await looked(number, 'siv', hours(-number))
    await looked(30, 'ola', hours(-1))
    for (let time = 1; time <= 10; time += 1) await looked(3, 'per', hours(-time))
    for (let number = 1; number <= 5; number += 1) await looked(number, 'eva', hours(-number))
    const listed = await unusualReading(handles(), now)
    expect(listed.map(({ name, why }) => `${name}: ${why.join(', ')}`).toSorted()).toEqual([
      'Ola Nordmann: same name',
      'Per Dahl: again and again',
      'Siv Berg: many',
    ])
    expect(await unusualReading(handles(), hours(24 * 40))).toEqual([])
  })
})

it('takes nobody for a supplier, a colleague or a recipient whom the form did not offer, and writes nothing down', async () => {
  const tampered = { ...reported, foundBy: 'supplier', supplier: 'nobody-we-know' } as const
  expect(await registerBreach(legal(), now, tampered)).toEqual({ refused: 'which supplier', field: 'supplier' })
  await sql`update core.recipient set ended_at = ${hours(-48)} where id = 'bdo'`.execute(house.owner)
  expect(await registerBreach(legal(), now, { ...tampered, supplier: 'bdo' })).toMatchObject({ field: 'supplier' })
  expect(await breachRegister(legal())).toEqual([])
  const { id: breachId } = (await registerBreach(legal(), now, { ...tampered, supplier: 'bitpro' })) as { id: string }
  const look = { breachId, from: hours(-24), until: now }
  expect(await drawAffected(handles(), now, { ...look, source: 'readings', staffUserId: 'nobody' }, inventory)).toEqual({
    refused: 'no such colleague',
    field: 'staff',
  })
  expect(await drawAffected(handles(), now, { ...look, source: 'transfers', recipient: 'nobody' }, inventory)).toEqual({
    refused: 'no such recipient',
    field: 'recipient',
  })
  expect((await sql`select 1 from core.breach_scope`.execute(house.owner)).rows).toEqual([])
  // Something may have gone to whoever has left the register since.
  expect(await drawAffected(handles(), now, { ...look, source: 'transfers', recipient: 'bdo' }, inventory)).toEqual({
    persons: 0,
  })
})
