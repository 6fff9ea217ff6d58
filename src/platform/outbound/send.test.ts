import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Recipient, send } from '#outbound'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  await house.owner.deleteFrom('core.transfer').execute()
})
afterAll(() => house.close())

const now = new Date('2026-11-23T10:00:00Z')
const carrier: Recipient = {
  id: 'carrier',
  purposes: ['deliver'],
  fields: ['person.first_name', 'person.phone'],
  ground: 'GDPR art. 6(1)(b)',
}
const disclosure = {
  accountId: '019ab000-0000-7000-8000-000000000001',
  personId: null,
  purpose: 'deliver',
  fields: ['person.phone'],
}

it('lets out what the register says, and logs it', async () => {
  expect(await send(house.for('deliver'), now, carrier, disclosure, async () => 'taken')).toEqual({ answer: 'taken' })
  expect(await logged()).toEqual([
    { recipient: 'carrier', purpose: 'deliver', fields: ['person.phone'], ground: 'GDPR art. 6(1)(b)', at: now },
  ])
})

it('lets out nothing for another purpose, and no field more', async () => {
  const never = async () => {
    throw new Error('left the house')
  }
  await expect(send(house.for('deliver'), now, carrier, { ...disclosure, purpose: 'marketing' }, never)).rejects.toThrow(
    'carrier may not receive anything for marketing',
  )
  await expect(send(house.for('deliver'), now, carrier, { ...disclosure, fields: ['person.email'] }, never)).rejects.toThrow(
    'carrier may not receive person.email',
  )
  expect(await logged()).toEqual([])
})

it('logs what may have left though it failed, and not what certainly stayed', async () => {
  const fails = async () => {
    throw new Error('no answer')
  }
  await send(house.for('deliver'), now, carrier, disclosure, fails, () => false)
  expect(await logged()).toEqual([])
  expect(await send(house.for('deliver'), now, carrier, disclosure, fails)).toEqual({ failed: new Error('no answer') })
  expect(await logged()).toHaveLength(1)
})

function logged() {
  return house.owner.selectFrom('core.transfer').select(['recipient', 'purpose', 'fields', 'ground', 'at']).execute()
}
