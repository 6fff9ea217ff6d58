import { afterAll, beforeAll, expect, it } from 'vitest'
import { refused } from '#refusal'
import { inventory, openTestHouse, plantPerson, type Planted, type TestHouse } from '#testing'
import { answerCase, caseList, registerClaim } from './desk-cases.ts'
import { samePerson } from './same-person.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
let per: Planted
beforeAll(async () => {
  house = await openTestHouse()
  per = await plantPerson(house.owner, now, inventory)
  await house.owner.deleteFrom('core.rights_case').execute()
  await house.owner.deleteFrom('core.restriction').execute()
})
afterAll(() => house.close())

it('counts from the day the letter came, not from the day it was typed', async () => {
  const receivedAt = new Date('2026-11-10T11:00:00Z')
  const opened = await registerClaim(house.for('rights_handling'), now, per, { kind: 'erasure', channel: 'letter', receivedAt })
  expect(opened).toMatchObject({ dueOn: '2026-12-10' })
})

it('takes no claim from tomorrow', async () => {
  const answer = await registerClaim(house.for('rights_handling'), now, per, {
    kind: 'access',
    channel: 'phone',
    receivedAt: new Date('2026-11-24T11:00:00Z'),
  })
  expect(refused(answer) && answer.refused).toBe('not received yet')
})

it('starts a clock also for somebody we do not find', async () => {
  const nobody = { accountId: '019ab000-0000-7000-8000-000000000001', personId: null }
  expect(
    await registerClaim(house.for('rights_handling'), now, nobody, { kind: 'access', channel: 'phone', receivedAt: now }),
  ).toMatchObject({ dueOn: '2026-12-23' })
})

it('lists what waits first, the soonest due on top', async () => {
  const list = await caseList(house.for('legal_obligation'))
  expect(list.map(({ due_on, closed_at }) => [due_on, closed_at])).toEqual([
    ['2026-12-10', null],
    ['2026-12-23', null],
  ])
  await answerCase(house.for('legal_obligation'), now, list[0]!.account_id, list[0]!.id)
  expect((await caseList(house.for('legal_obligation'))).map(({ due_on, closed_at }) => [due_on, closed_at])).toEqual([
    ['2026-12-23', null],
    ['2026-12-10', now],
  ])
})

it('knows the same person in another relationship by address and name, and never a shared mailbox by address alone', async () => {
  const again = await plantPerson(house.owner, now, inventory)
  const shared = await plantPerson(house.owner, now, inventory)
  await house.owner.deleteFrom('core.restriction').execute()
  const named = (id: string, first_name: string | null) =>
    house.owner
      .updateTable('core.person')
      .set({ email: 'Post@firma.example', first_name, last_name: null })
      .where('id', '=', id)
      .execute()
  await named(per.personId, 'Per')
  await named(again.personId, null)
  await named(shared.personId, 'Pål')
  expect(await samePerson(house.for('administer'), per)).toEqual([{ accountId: again.accountId, personId: again.personId }])
})
