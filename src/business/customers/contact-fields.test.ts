import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestHouse, type TestHouse } from '#testing'
import { contactFields, explained } from './contact-fields.ts'
import { registrationForm } from './registration-form.ts'

let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house?.close())

it('a person is the eight fields, the language, and what says nothing about them; the catalogue is the judge (2.1-d)', async () => {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns where table_schema = 'core' and table_name = 'person'`.execute(house.owner)
  const own = ['account_id', 'id', 'language', 'registered_at', 'created_at', 'last_active_at', 'left_on', 'version']
  expect(rows.map((row) => row.column_name).toSorted()).toEqual([...contactFields, ...own].toSorted())
})

it('the registration form asks for the eight and the company’s number and form, and takes nothing else', () => {
  expect(Object.keys(registrationForm.shape).toSorted()).toEqual(
    [...contactFields, 'organisationForm', 'organisationNumber'].toSorted(),
  )
  const filled = { first_name: 'Kari', last_name: 'Nordmann', email: 'kari@fjordbris.example', workplace: 'Fjordbris' }
  expect(registrationForm.safeParse(filled).success).toBe(true)
  expect(registrationForm.safeParse({ ...filled, birthDate: '1972-09-13' }).success).toBe(false)
})

it('every field says what comes of leaving it blank, in both languages; what is voluntary is not demanded (2.1-c)', () => {
  const required = contactFields.filter((field) => explained[field].required)
  expect(required).toEqual(['first_name', 'last_name', 'email', 'workplace'])
  for (const { blank } of Object.values(explained)) expect([blank.nb.length > 20, blank.en.length > 20]).toEqual([true, true])
})
