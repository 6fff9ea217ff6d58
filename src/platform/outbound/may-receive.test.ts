import { expect, it } from 'vitest'
import { type Standing, whyNot } from './may-receive.ts'

const supplier: Standing = {
  role: 'processor',
  active: true,
  purposes: ['deliver', 'survey'],
  essential: ['deliver'],
  fields: ['person.email', 'person.phone'],
  ground: 'GDPR art. 28',
  location: 'SE',
  transfer_ground: null,
  agreement: 'current',
  review_overdue: false,
}
const asked = { purpose: 'deliver', fields: ['person.email'] }

it.each<[string, Partial<Standing>, string | undefined]>([
  ['a supplier with everything in order', {}, undefined],
  ['one that is announced but not yet in force', { active: false }, 'is not active'],
  ['our own module', { role: 'own_module' }, 'is a part of this program, and nothing is sent to it'],
  ['another purpose', { purposes: ['survey'] }, 'may not receive anything for deliver'],
  ['a field that is not listed', { fields: ['person.phone'] }, 'may not receive person.email'],
  ['no agreement', { agreement: 'none' }, 'has no signed agreement that is in force and covers art. 28(3) (a) to (h)'],
  [
    'an agreement that has ended',
    { agreement: 'ended' },
    'has no signed agreement that is in force and covers art. 28(3) (a) to (h)',
  ],
  ['a controller, who needs no agreement', { role: 'controller', agreement: 'none' }, undefined],
  ['a country outside the EEA', { location: 'US' }, 'is in US, outside the EEA, without a transfer ground'],
  ['a country outside it with a ground', { location: 'US', transfer_ground: 'GDPR art. 45' }, undefined],
  ['a late review, for what somebody is owed', { review_overdue: true }, undefined],
])('%s', (_, differs, why) => {
  expect(whyNot({ ...supplier, ...differs }, asked)).toBe(why)
})

it('stops what can wait when the review is late', () => {
  const survey = { purpose: 'survey', fields: ['person.email'] }
  expect(whyNot(supplier, survey)).toBeUndefined()
  expect(whyNot({ ...supplier, review_overdue: true }, survey)).toBe('has not been reviewed for more than a year')
})

it('asks for what was given to be deleted even after the agreement has ended, and never before there was one', () => {
  const recall = { ...asked, recalls: true } as const
  expect(whyNot({ ...supplier, active: false, agreement: 'ended' }, recall)).toBeUndefined()
  expect(whyNot({ ...supplier, agreement: 'none' }, recall)).toContain('no signed agreement')
})
