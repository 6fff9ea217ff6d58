import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleController } from '#merchant'
import { newId } from '#database'
import { openTestHouse, type TestHouse } from '#testing'
import { sendSignInLink } from './staff.ts'

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
