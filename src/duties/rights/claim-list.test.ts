import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventory, openTestHouse, plantPerson, type TestHouse } from '#testing'
import { claimList, claimsWaiting, type Shelf } from './claim-list.ts'
import { erasePerson } from './erase-person.ts'

const now = new Date('2026-11-23T10:00:00Z')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

it('leaves whoever is erased to the night’s search, and to the officer when the search finds something', async () => {
  const kari = await plantPerson(house.owner, now, inventory)
  await house.owner.deleteFrom('core.rights_pending').execute()
  await house.owner.deleteFrom('core.rights_case').execute()
  const { caseId } = await erasePerson(house.for('rights_handling'), now, kari, { inventory, channel: 'my_page' })
  const on = async (shelf: Shelf) =>
    (await claimList(house.for('legal_obligation'), { shelf, page: 1, pageSize: 50 })).rows.map(({ id }) => id)
  const waiting = async () => (await claimsWaiting(house.for('legal_obligation'))).open
  expect([await on('waiting'), await on('pending'), await waiting()]).toEqual([[], [caseId], 0])
  const finds = JSON.stringify([{ where: 'core.mail.body' }])
  await house.owner.updateTable('core.erasure_search').set({ finds }).where('case_id', '=', caseId).execute()
  expect([await on('waiting'), await on('pending'), await waiting()]).toEqual([[caseId], [], 1])
})
