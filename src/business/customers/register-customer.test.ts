import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import { registerCustomer, type Registration } from './register-customer.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
  await house.owner
    .insertInto('core.statement_revision')
    .values({
      revision: 7,
      effective_on: '2026-01-01',
      content_hash: 'x',
      texts: '{}',
      terms: '{}',
      kind: 'material',
      published_at: now,
    })
    .execute()
})
afterAll(() => house?.close())

const kari: Registration = {
  contact: {
    first_name: 'Kari',
    last_name: 'Nordmann',
    email: 'kari@fjordbris.example',
    phone: '+47 912 34 567',
    job_title: 'Innkjøper',
    workplace: 'Fjordbris Reklame AS',
    company_address: 'Prøvegata 1, 5003 Bergen',
  },
  organisationNumber: '312 007 177',
  organisationForm: 'AS',
  language: 'nb',
  website: 'https://ntcprofil.example',
}
const as = (email: string, more: Partial<Registration> = {}): Registration => ({
  ...kari,
  ...more,
  contact: { ...kari.contact, email, ...more.contact },
})
const people = (email: string) => house.owner.selectFrom('core.person').selectAll().where('email', '=', email).execute()

describe('registering as a customer', () => {
  it('keeps the eight fields, where each came from, and which statement was shown; and nothing else', async () => {
    expect(await registerCustomer(house.for('deliver'), now, kari)).toEqual({ welcome: true })
    const [person] = await people('kari@fjordbris.example')
    expect(person).toMatchObject({ ...kari.contact, invoice_address: null, language: 'nb', registered_at: now, version: 1 })

    const account = await house.owner
      .selectFrom('core.account')
      .selectAll()
      .where('account_id', '=', person!.account_id)
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({
      kind: 'customer',
      customer_number: 10001n,
      name: 'Fjordbris Reklame AS',
      organisation_number: '312007177',
      organisation_form: 'AS',
    })

    const provenance = await house.owner
      .selectFrom('core.provenance')
      .selectAll()
      .where('person_id', '=', person!.id)
      .orderBy('field')
      .execute()
    expect(provenance.map(({ field }) => field)).toEqual(Object.keys(kari.contact).toSorted())
    expect(provenance[0]).toMatchObject({ source: 'self_registration', channel: 'web', actor: 'person', at: now })

    const shown = await house.owner.selectFrom('core.statement_shown').selectAll().where('person_id', '=', person!.id).execute()
    expect(shown).toMatchObject([{ revision: 7, form: 'register' }])
  })

  it('creates no consent of any kind, and the letter says so', async () => {
    await registerCustomer(house.for('deliver'), now, as('ola@fjordbris.example'))
    expect(await house.owner.selectFrom('core.consent').selectAll().execute()).toEqual([])
    const letters = await house.owner
      .selectFrom('core.mail')
      .select(['subject', 'body'])
      .where('to_address', '=', 'ola@fjordbris.example')
      .execute()
    expect(letters.map(({ subject }) => subject)).toEqual(['Du er registrert hos NTC Gave og Profilering AS'])
    expect(letters[0]!.body).toContain('Du har ikke samtykket til reklame')
    expect(letters[0]!.body).toContain('https://ntcprofil.example/personvern')
  })

  it('says the same of an address that is registered already, changes nothing, and tells its owner', async () => {
    const again = as('KARI@fjordbris.example', { organisationNumber: '' })
    expect(await registerCustomer(house.for('deliver'), now, again)).toEqual({ welcome: true })
    expect(await people('KARI@fjordbris.example')).toEqual([])
    const letters = await house.owner
      .selectFrom('core.mail')
      .select('kind')
      .where('to_address', '=', 'kari@fjordbris.example')
      .orderBy('queued_at')
      .execute()
    expect(letters.map(({ kind }) => kind).toSorted()).toEqual(['already registered', 'customer registered'])
  })

  it('says the same of an address that several have registered with or been given since, and opens no third', async () => {
    await registerCustomer(house.for('deliver'), now, as('felles@fjordbris.example'))
    await registerCustomer(house.for('deliver'), now, as('lise@fjordbris.example'))
    const shared = { email: 'felles@fjordbris.example' }
    await house.owner.updateTable('core.person').set(shared).where('email', '=', 'lise@fjordbris.example').execute()
    expect(await registerCustomer(house.for('deliver'), now, as('felles@fjordbris.example'))).toEqual({ welcome: true })
    expect(await people('felles@fjordbris.example')).toHaveLength(2)
  })

  it('makes one customer of two clicks at once', async () => {
    const twice = as('dobbel@fjordbris.example')
    await Promise.all([registerCustomer(house.for('deliver'), now, twice), registerCustomer(house.for('deliver'), now, twice)])
    expect(await people('dobbel@fjordbris.example')).toHaveLength(1)
  })

  it('does not join a relationship by its organisation number', async () => {
    await registerCustomer(house.for('deliver'), now, as('per@fjordbris.example'))
    const [person] = await people('per@fjordbris.example')
    const [first] = await people('kari@fjordbris.example')
    expect(person!.account_id).not.toBe(first!.account_id)
  })

  it('treats a sole proprietor as a person: the organisation number has a source too (2.1-f)', async () => {
    await registerCustomer(house.for('deliver'), now, as('maja@keramikk.example', { organisationForm: 'ENK' }))
    const [maja] = await people('maja@keramikk.example')
    const row = await house.owner
      .selectFrom('core.provenance')
      .selectAll()
      .where('person_id', '=', maja!.id)
      .where('field', '=', 'organisation_number')
      .execute()
    expect(row).toMatchObject([{ source: 'self_registration', actor: 'person' }])
  })

  it.each([
    ['312 007 178', 'wrong check digit'],
    ['312 007', 'not nine digits'],
  ])('refuses the organisation number %s: %s; and keeps nothing', async (organisationNumber, reason) => {
    const answer = await registerCustomer(house.for('deliver'), now, as('feil@fjordbris.example', { organisationNumber }))
    expect(answer).toEqual({ refused: reason, field: 'organisationNumber' })
    expect(await people('feil@fjordbris.example')).toEqual([])
  })

  it('refuses a national identity number in any field, keeps nothing, and notes that it refused without what', async () => {
    const answer = await registerCustomer(
      house.for('deliver'),
      now,
      as('fnr@fjordbris.example', { contact: { ...kari.contact, job_title: 'Innkjøper 13097248022' } }),
    )
    expect(answer).toEqual({ refused: 'national identity number', field: 'job_title' })
    expect(await people('fnr@fjordbris.example')).toEqual([])
    const noted = await house.owner.selectFrom('core.refused_entry').select(['form', 'field', 'reason']).execute()
    expect(noted).toEqual([{ form: 'register', field: 'job_title', reason: 'national identity number' }])
  })
})

describe('a stranger who types somebody else’s address again and again', () => {
  const letters = async (email: string) =>
    (await house.owner.selectFrom('core.mail').select('kind').where('to_address', '=', email).orderBy('id').execute()).map(
      ({ kind }) => kind,
    )
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  it('is answered as ever, and its owner gets three letters an hour', async () => {
    const email = 'plaget@vestkant.example'
    for (let n = 0; n < 8; n++)
      expect(await registerCustomer(house.for('deliver'), at(n), as(n % 2 ? email.toUpperCase() : email))).toEqual({
        welcome: true,
      })
    expect(await letters(email)).toEqual(['customer registered', 'already registered', 'already registered'])
    expect(await people(email)).toHaveLength(1)
    await registerCustomer(house.for('deliver'), at(60), as(email))
    expect(await letters(email)).toHaveLength(4)
  })

  it('gets no further by pressing many times at once', async () => {
    const email = 'samtidig@vestkant.example'
    await Promise.all(Array.from({ length: 8 }, () => registerCustomer(house.for('deliver'), now, as(email))))
    expect(await letters(email)).toHaveLength(3)
  })
})
