import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { send } from '#outbound'
import { openTestHouse, type TestHouse } from '#testing'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, holds, reached_by, announced_at, active_at)
    values ('carrier', 'Postvogna', 'controller', 'kjører', 'drives', array['deliver'], 'GDPR art. 6(1)(b)', 'NO', 'transferred', 'nothing', ${now}, ${now})`.execute(
    house.owner,
  )
  await sql`insert into core.recipient_field values ('carrier', 'person.phone', 'sjåføren ringer')`.execute(house.owner)
})
beforeEach(async () => {
  await house.owner.deleteFrom('core.transfer').execute()
  await house.owner.deleteFrom('core.refused_transfer').execute()
})
afterAll(() => house.close())

const now = new Date('2026-11-23T10:00:00Z')
const disclosure = {
  accountId: '019ab000-0000-7000-8000-000000000001',
  personId: null,
  purpose: 'deliver',
  fields: ['person.phone'],
}

it('lets out what the register says, and logs it', async () => {
  expect(await send(house.for('deliver'), now, 'carrier', disclosure, async () => 'taken')).toEqual({ answer: 'taken' })
  expect(await logged()).toEqual([
    { recipient: 'carrier', purpose: 'deliver', fields: ['person.phone'], ground: 'GDPR art. 6(1)(b)', at: now },
  ])
})

it('lets out nothing for another purpose, and no field more, and writes down that it did not', async () => {
  const never = async () => {
    throw new Error('left the house')
  }
  const asked = (more: object) => send(house.for('deliver'), now, 'carrier', { ...disclosure, ...more }, never)
  expect(await asked({ purpose: 'marketing' })).toEqual({ refused: 'carrier may not receive anything for marketing' })
  expect(await asked({ fields: ['person.email'] })).toEqual({ refused: 'carrier may not receive person.email' })
  expect(await send(house.for('deliver'), now, 'nobody', disclosure, never)).toEqual({ refused: 'nobody is not in the register' })
  expect(await logged()).toEqual([])
  const refused = await house.owner.selectFrom('core.refused_transfer').select('why').orderBy('id').execute()
  expect(refused.map(({ why }) => why).toSorted()).toEqual([
    'carrier may not receive anything for marketing',
    'carrier may not receive person.email',
    'nobody is not in the register',
  ])
})

it('asks the register at that very moment: the day the agreement ends, and the day after', async () => {
  const told = async (at: string) =>
    send(house.for('deliver'), new Date(at), 'mail-server', { ...disclosure, fields: ['mail.body'] }, async () => 'taken')
  await sql`update core.recipient_agreement set ends_on = '2026-11-30' where recipient = 'mail-server'`.execute(house.owner)
  expect(await told('2026-11-30T22:59:00Z')).toEqual({ answer: 'taken' })
  expect(await told('2026-11-30T23:01:00Z')).toEqual({
    refused: 'mail-server has no signed agreement that is in force and covers art. 28(3) (a) to (h)',
  })
  await sql`update core.recipient_agreement set ends_on = null, covers = array['a'] where recipient = 'mail-server'`.execute(
    house.owner,
  )
  expect(await told('2026-11-23T10:00:00Z')).toHaveProperty('refused')
})

it('logs what may have left though it failed, and not what certainly stayed', async () => {
  const fails = async () => {
    throw new Error('no answer')
  }
  await send(house.for('deliver'), now, 'carrier', disclosure, fails, () => false)
  expect(await logged()).toEqual([])
  expect(await send(house.for('deliver'), now, 'carrier', disclosure, fails)).toEqual({ failed: new Error('no answer') })
  expect(await logged()).toHaveLength(1)
})

function logged() {
  return house.owner.selectFrom('core.transfer').select(['recipient', 'purpose', 'fields', 'ground', 'at']).execute()
}
