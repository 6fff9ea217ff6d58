import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleController } from '#merchant'
import { newId } from '#database'
import { openTestHouse, type TestHouse } from '#testing'
import { personWithAddress, sendSignInLink } from './staff.ts'

let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house.close())

const now = new Date('2026-11-23T10:00:00Z')
const ids = { accountId: newId(now), personId: newId(now) }
const ask = (email: string, minutes = 0) =>
  house
    .for('security')
    .transaction()
    .execute((tx) =>
      sendSignInLink(tx, new Date(now.getTime() + minutes * 60_000), {
        ...ids,
        email,
        link: 'https://ntcprofil.example/logg-inn/x',
        language: 'nb',
        merchant: sampleController,
      }),
    )

it('sends six links an hour to an address, whoever asks and however they write it, and again when the hour is over', async () => {
  for (let n = 0; n < 6; n++)
    expect(await ask(n % 2 ? 'KARI@fjordbris.example' : 'kari@fjordbris.example', n)).toHaveProperty('id')
  expect(await ask('Kari@fjordbris.example', 59)).toBeUndefined()
  expect(await ask('kari@fjordbris.example', 61)).toHaveProperty('id')
})

it('counts those who press at the same moment one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => ask('ola@vestkant.example')))
  expect(answers.filter(Boolean)).toHaveLength(6)
})

it('lets a purpose that writes letters count them, and read none', async () => {
  await expect(
    house
      .for('deliver')
      .selectFrom('mail' as never)
      .selectAll()
      .execute(),
  ).rejects.toThrow(/does not exist|permission denied/)
})

it('goes to whoever registered with the address, before whoever only asked from it, and never to whoever left', async () => {
  const email = 'marte@fjellheim.example'
  const at = (day: number) => new Date(now.getTime() + day * 86_400_000)
  const person = async (day: number, more: object = {}) => {
    const [account_id, id] = [newId(at(day)), newId(at(day))]
    const times = { created_at: at(day), last_active_at: at(day) }
    await house.owner
      .insertInto('core.account')
      .values({ account_id, kind: 'inquirer', ...times })
      .execute()
    await house.owner
      .insertInto('core.person')
      .values({ account_id, id, email, language: 'nb', ...times, ...more })
      .execute()
    return id
  }
  const [asked, registered] = [await person(0), await person(1, { registered_at: at(1) })]
  const askedAgain = await person(2)
  const found = async () => (await personWithAddress(house.for('legal_obligation'), 'MARTE@fjellheim.example'))?.personId
  expect(await found()).toBe(registered)
  await house.owner.updateTable('core.person').set({ left_on: '2026-11-30' }).where('id', '=', registered).execute()
  expect(await found()).toBe(askedAgain)
  await house.owner.updateTable('core.person').set({ left_on: '2026-11-30' }).where('id', '=', askedAgain).execute()
  expect(await found()).toBe(asked)
})
