import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailServer } from '#mail'
import { standingOf, whyNot } from '#outbound'
import { purposeNames } from '#purposes'
import { register, type Recipient } from '#processors'
import { inventory, openTestHouse, type TestHouse } from '#testing'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let all: Recipient[]
beforeAll(async () => {
  house = await openTestHouse()
  all = await register(house.for('deliver'))
})
afterAll(() => house.close())

it('has the mail server in it, as the mail room uses it', async () => {
  const standing = await standingOf(house.for('deliver'), now, mailServer.id)
  expect(whyNot(standing, { purpose: 'deliver', fields: mailServer.fields })).toBeUndefined()
})

it('names only purposes and columns that are declared', () => {
  const columns = new Set<string>(
    inventory.flatMap(({ table, columns }) => Object.keys(columns).map((name) => `${table.split('.')[1]}.${name}`)),
  )
  const fields = all.flatMap(({ fields }) => fields.map(({ field }) => field))
  expect(fields.length).toBeGreaterThan(10)
  expect(fields.filter((field) => !columns.has(field))).toEqual([])
  expect(all.flatMap(({ purposes }) => purposes).filter((purpose) => !purposeNames.includes(purpose))).toEqual([])
})

it('lets everybody be told by a field they already have', () => {
  const strange = all.flatMap(({ id, knownBy, fields }) =>
    knownBy.filter((column) => !fields.some(({ field }) => field === column)).map((column) => `${id}: ${column}`),
  )
  expect(strange).toEqual([])
})

it('gives the accountant no dialogue and no contact person', () => {
  const bdo = all.find(({ id }) => id === 'bdo')!
  expect(bdo.fields.filter(({ field }) => /^(inquiry|person|mail)/.test(field))).toEqual([])
})
