import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { isSuppressed } from '#consent'
import { sendLater } from '#mail'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { objectToMarketing } from './object-to-marketing.ts'
import { alsoInUse } from './same-person.ts'

const now = new Date('2026-11-23T10:00:00Z')
const objection = { scope: 'marketing', channel: 'my_page', suppressionKey: 'a key of the test' } as const
let house: TestHouse
let fatima: Planted

beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  fatima = await plantPerson(house.owner, now, inventory)
  await house.owner
    .updateTable('core.consent')
    .set({ purpose: 'marketing', confirmed_at: now, withdrawn_at: null })
    .where('person_id', '=', fatima.personId)
    .execute()
  for (const table of ['core.objection', 'core.restriction', 'core.mail', 'core.relationship_end'] as const)
    await house.owner.deleteFrom(table).where('person_id', '=', fatima.personId).execute()
})
afterAll(() => house.close())

const audience = async () =>
  (await house.for('marketing').selectFrom('person').select('id').where('id', '=', fatima.personId).execute()).length

it('takes a person who had consented out of every audience, at once', async () => {
  expect(await audience()).toBe(1)
  await objectToMarketing(house.for('rights_handling'), now, fatima, objection)
  expect(await audience()).toBe(0)
})

it('drops the advertising that waits, and lets the invoice through', async () => {
  const letter = { ...fatima, kind: 'letter', to: fatima.email, subject: 'x', body: 'x' }
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, purpose: 'marketing', kind: 'campaign' }))
  await house
    .for('deliver')
    .transaction()
    .execute((tx) => sendLater(tx, now, { ...letter, purpose: 'invoice', kind: 'invoice' }))
  expect(await objectToMarketing(house.for('rights_handling'), now, fatima, objection)).toMatchObject({ dropped: 1 })
  const left = await house.owner.selectFrom('core.mail').select('kind').where('person_id', '=', fatima.personId).execute()
  expect(left).toEqual([{ kind: 'invoice' }])
})

it('remembers the address as a print that only the key can recognise, whatever its case or plus-tag', async () => {
  await objectToMarketing(house.for('rights_handling'), now, fatima, objection)
  const [name, domain] = fatima.email.split('@')
  expect(await isSuppressed(house.for('marketing'), objection.suppressionKey, `${name!.toUpperCase()}+tilbud@${domain}`)).toBe(
    true,
  )
  expect(await isSuppressed(house.for('marketing'), 'another key', fatima.email)).toBe(false)
  expect(JSON.stringify(await house.owner.selectFrom('core.suppression').selectAll().execute())).not.toContain(fatima.email)
})

it('is the same said twice: one objection, two receipts', async () => {
  const first = await objectToMarketing(house.for('rights_handling'), now, fatima, objection)
  const second = await objectToMarketing(house.for('rights_handling'), now, fatima, objection)
  expect(second.receipt).not.toBe(first.receipt)
  expect(
    await house.owner.selectFrom('core.objection').select('scope').where('person_id', '=', fatima.personId).execute(),
  ).toEqual([{ scope: 'marketing' }])
})

it('is a no of the person, in every relationship where they are recorded, and of nobody beside them', async () => {
  const again = await plantPerson(house.owner, now, inventory)
  const colleague = await plantPerson(house.owner, now, inventory, again.accountId)
  const everybody = [fatima, again, colleague]
  for (const { personId } of everybody) {
    await sql`update core.consent set purpose = 'marketing', confirmed_at = now(), withdrawn_at = null where person_id = ${personId}`.execute(
      house.owner,
    )
    for (const table of ['core.objection', 'core.restriction', 'core.relationship_end'] as const)
      await house.owner.deleteFrom(table).where('person_id', '=', personId).execute()
  }
  await sql`update core.person o set email = f.email, first_name = f.first_name, last_name = f.last_name from core.person f
    where o.id = ${again.personId} and f.id = ${fatima.personId}`.execute(house.owner)
  const reached = async () => {
    const rows = await house.for('marketing').selectFrom('person').select('id').execute()
    return everybody.map(({ personId }) => rows.some(({ id }) => id === personId))
  }
  expect(await reached()).toEqual([true, true, true])
  const alsoRecordedAs = await alsoInUse(house.for('legal_obligation'), fatima)
  await objectToMarketing(house.for('rights_handling'), now, fatima, { ...objection, alsoRecordedAs })
  expect(await reached()).toEqual([false, false, true])
})
