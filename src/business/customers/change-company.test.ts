import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Subject } from '#purposes'
import { openTestHouse, type TestHouse } from '#testing'
import { changeCompany, seenCompany, type Company } from './change-company.ts'
import { customerCard } from './customer-card.ts'
import { openRelationship } from './open-relationship.ts'

const now = new Date('2026-11-23T09:00:00Z')
const origin = { source: 'staff_entry_from_conversation', channel: 'phone', actor: 'staff' } as const
let house: TestHouse
let ola: Subject

beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house?.close())
beforeEach(async () => {
  const from = { source: 'enquiry', channel: 'web', actor: 'person' } as const
  ola = await openRelationship(house.for('deliver'), now, {
    kind: 'inquirer',
    contact: { email: 'ola@vestkant.example' },
    language: 'nb',
    origin: from,
  })
})

const account = async () => (await customerCard(house.for('administer'), ola.accountId))!.account
const vestkant: Company = {
  name: 'Vestkant Regnskap',
  organisation_number: '312 007 177',
  organisation_form: 'ENK',
  company_address: 'Prøvegata 3, 5003 Bergen',
  invoice_address: '',
  invoice_email: 'faktura@vestkant.example',
  payment_days: 30,
}
const change = async (more: Partial<Company> = {}, seen?: string) =>
  changeCompany(house.for('administer'), now, {
    accountId: ola.accountId,
    company: { ...vestkant, ...more },
    seen: seen ?? seenCompany(await account()),
    origin,
  })

describe('correcting a company', () => {
  it('fills in what an invoice needs, and says where a sole proprietor’s number came from', async () => {
    expect(await change()).toEqual({
      changed: ['name', 'organisation_number', 'organisation_form', 'company_address', 'invoice_email', 'payment_days'],
    })
    expect(await account()).toMatchObject({
      name: 'Vestkant Regnskap',
      organisation_number: '312007177',
      organisation_form: 'ENK',
      invoice_address: null,
      payment_days: 30,
    })
    const [person] = (await customerCard(house.for('administer'), ola.accountId))!.people
    expect(person!.provenance.find(({ field }) => field === 'organisation_number')).toMatchObject(origin)
    expect(await change()).toEqual({ changed: [] })
  })

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const seen = seenCompany(await account())
    await change()
    expect(await change({ name: 'Noe annet' }, seen)).toEqual({ refused: 'changed meanwhile', field: 'name' })
    expect((await account()).name).toBe('Vestkant Regnskap')
  })

  it.each<[Partial<Company>, string]>([
    [{ organisation_number: '312 007 178' }, 'wrong check digit'],
    [{ organisation_form: 'XYZ' }, 'no such form'],
    [{ invoice_email: 'faktura' }, 'not an e-mail address'],
    [{ payment_days: 91 }, 'not a number of days'],
    [{ payment_days: Number.NaN }, 'not a number of days'],
    [{ company_address: 'x'.repeat(501) }, 'too long'],
    [{ name: 'Ola 13097248022' }, 'national identity number'],
  ])('refuses %o: %s; and keeps nothing', async (more, reason) => {
    expect(await change(more)).toEqual({ refused: reason, field: Object.keys(more)[0] })
    expect((await account()).name).toBeNull()
  })
})
