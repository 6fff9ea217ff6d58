import { expect, it } from 'vitest'
import { fieldsProblems, givenFields, typedFields } from './given-fields.ts'

const typed = {
  'field.0': 'person.email',
  'reason.0': 'spør når noe er uklart',
  'field.1': '',
  'reason.1': '',
  'field.2': 'person.phone',
  'reason.2': ' ringer før levering ',
  'known.2': 'on',
}
const email = { field: 'person.email', reason: 'spør når noe er uklart', known: false }
const phone = { field: 'person.phone', reason: 'ringer før levering', known: true }
const empty = { field: '', reason: '', known: false }

it('reads each field with its own reason and its own box, and leaves out the lines that stand empty', () => {
  expect(typedFields(typed)).toEqual([email, empty, phone])
  expect(givenFields(typedFields(typed))).toEqual([email, phone])
  expect(typedFields({})).toEqual([])
})

it('lets no field go without a reason, no reason without a field, and none twice, and says where', () => {
  expect(Object.keys(fieldsProblems([empty, { ...phone, reason: 'nå' }], 'transferred'))).toEqual(['reason.1'])
  expect(Object.keys(fieldsProblems([{ ...phone, reason: 'x'.repeat(301) }], 'transferred'))).toEqual(['reason.0'])
  expect(Object.keys(fieldsProblems([{ ...phone, field: '' }], 'transferred'))).toEqual(['field.0'])
  expect(Object.keys(fieldsProblems([phone, { ...phone, reason: 'en annen grunn' }], 'transferred'))).toEqual(['field.1'])
  expect(fieldsProblems([email, empty, phone], 'transferred')).toEqual({})
})

it('asks by what they know people, of whoever will have something to delete and of nobody else', () => {
  const asks = { fields: expect.stringMatching(/^Kryss av minst ett felt/) }
  expect(fieldsProblems([email], 'transferred')).toEqual(asks)
  expect(fieldsProblems([], 'everybody')).toEqual(asks)
  expect(fieldsProblems([phone], 'everybody')).toEqual({})
  expect(fieldsProblems([], 'transferred')).toEqual({})
  expect(fieldsProblems([email], 'nobody')).toEqual({})
})
