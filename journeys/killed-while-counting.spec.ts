/** The server is killed in the middle of counting: what was answered is there, and nothing is there twice. */
import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { ask, startCounting } from './counting-server.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const settings = { sites: [{ host: 'gaver.example', pages: ['/*'] }] }
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify(settings)}, now())`.execute(
    house.owner,
  )
})
afterAll(() => house.close())

it('loses no visit that it has answered, however often it is killed', async () => {
  let answered = 0
  let sent = 0
  for (let round = 0; round < 3; round++) {
    const server = await startCounting(house)
    const going = new AbortController()
    const visitor = async () => {
      while (!going.signal.aborted) {
        sent++
        if ((await ask(server, '/api/event', view)) === 202) answered++
      }
    }
    const visitors = Array.from({ length: 24 }, visitor)
    await pause(1500)
    server.child.kill('SIGKILL')
    going.abort()
    await Promise.all(visitors)
  }
  await pause(500)
  const { rows } = await sql<{ n: number }>`select sum(n)::int as n from statistics.day_counter where measure = 'page'`.execute(
    house.owner,
  )
  expect(answered).toBeGreaterThan(300)
  expect(rows[0]!.n).toBeGreaterThanOrEqual(answered)
  expect(rows[0]!.n).toBeLessThanOrEqual(sent)
}, 120_000)

const view = {
  method: 'POST',
  headers: {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    origin: 'https://gaver.example',
  },
  body: JSON.stringify({ n: 'pageview', u: 'https://gaver.example/', d: 'gaver.example' }),
}
