import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { sitesADay } from './open-counter.ts'
import { openCounter, rollUp, type Counter } from './statistics.ts'
import type { Visit } from './visit.ts'

let house: TestHouse
let counter: Counter
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify({
    campaigns: ['host-2026'],
    sites: [{ host: 'gaver.example', pages: ['/', '/blogg/*'], asksFirst: true }],
  })}, now())`.execute(house.owner)
  await sql`insert into core.product (id, sku, name, category, currency, vat_rate, stock, lead_days, setup_cost, listed, created_at)
    values (gen_random_uuid(), 'NTC-1101', 'Krus', 'drinkware', 'NOK', 2500, 1, 1, 0, true, now())`.execute(house.owner)
})
beforeEach(async () => {
  await sql`select statistics.roll_up('9999-01-01', '{}')`.execute(house.owner)
  await sql`select statistics.drop_before('9999-01-01')`.execute(house.owner)
  counter = openCounter(
    house.for('web_statistics'),
    ['/', '/produkter', '/produkter/:sku', '/tilbud/:token'],
    'ntcprofil.example',
  )
})
afterAll(() => house.close())

const now = new Date('2026-11-23T09:30:00Z')
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const opened: Visit = {
  did: 'open',
  address: 'https://ntcprofil.example/produkter',
  referrer: null,
  languages: 'nb-NO,nb;q=0.9',
  agent: firefox,
  choice: 'nothing yet',
}

it('counts of somebody who was not asked only what the request says by itself', async () => {
  await counter.count(now, opened)
  expect(await today()).toEqual(['device desktop 1', 'hour 10 1', 'language nb 1', 'page /produkter 1', 'referrer direct 1'])
})

it('counts browser, country and campaign after yes, and nothing but the refusal after no', async () => {
  const address = '/produkter/NTC-1101?utm_campaign=host-2026&gclid=abc&epost=kari@fjordbris.example'
  await counter.count(now, { ...opened, address, referrer: 'https://www.gaveguiden.example/sok?q=kari', choice: 'yes' })
  expect(await today()).toEqual([
    'browser Firefox 1',
    'campaign host-2026 1',
    'device desktop 1',
    'hour 10 1',
    'language nb 1',
    'page /produkter/NTC-1101 1',
    'referrer gaveguiden.example 1',
    'region NO 1',
  ])
  await counter.count(now, { ...opened, choice: 'no' })
  expect(await today()).toContain('dropped said no 1')
  expect(await today()).toContain('device desktop 1')
})

it('counts no page it does not know, whatever stands in the address', async () => {
  for (const address of ['/produkter/kari@fjordbris.example', '/tilbud/kJ8s', '/O-2026-00001', '//x', 'http://', '?', '']) {
    await counter.count(now, { ...opened, address })
  }
  expect(await today()).toEqual(['dropped unknown page 7'])
})

it('says what it dropped and why', async () => {
  await counter.count(now, { ...opened, agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
  await counter.count(now, { ...opened, agent: null })
  await counter.count(now, { ...opened, ahead: true })
  await counter.count(now, { ...opened, site: 'fremmed.example' })
  await counter.count(now, { ...opened, did: { stay: '1–5 min' } })
  await counter.count(now, 'unreadable')
  expect(await today()).toEqual([
    'dropped no choice 1',
    'dropped prefetch 1',
    'dropped robot 2',
    'dropped unknown site 1',
    'dropped unreadable 1',
  ])
})

it('keeps of a referrer the host alone, and of an address in figures nothing', async () => {
  for (const referrer of [
    'http://203.0.113.7/',
    'http://[2001:db8::7]/',
    'http://intranett/',
    'https://a1b2c3d4e5f6a7b8.example/',
    'https://k3x9a7q2.example/',
    'https://kundeklubben-kari-4711.example/',
    'x',
  ]) {
    await counter.count(now, { ...opened, referrer })
  }
  await counter.count(now, { ...opened, referrer: 'https://ntcprofil.example/foresporsel?epost=x' })
  expect((await today()).filter((line) => line.startsWith('referrer'))).toEqual(['referrer other 7'])
})

it('tells so many sites a day apart, and no more, whoever invents them', async () => {
  const named = (at: number) => {
    const letters = [at / 676, at / 26, at].map((part) => String.fromCharCode(97 + (Math.floor(part) % 26))).join('')
    return { ...opened, referrer: `https://side-${letters}.example/` }
  }
  const tell = (from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, at) => counter.count(now, named(from + at))))
  await tell(0, sitesADay + 50)
  await tell(0, 10)
  const referrers = (await today()).filter((line) => line.startsWith('referrer'))
  expect(referrers.length).toBe(sitesADay + 1)
  expect(referrers).toContain('referrer other 50')
  expect(referrers).toContain('referrer side-aaa.example 2')
})

it('writes many at once as one sum, and answers when they are on disk', async () => {
  await Promise.all(Array.from({ length: 500 }, () => counter.count(now, opened)))
  expect(await today()).toContain('page /produkter 500')
})

it('loses nothing when two programs count at once, whatever each of them saw first', async () => {
  const two = [counter, openCounter(house.for('web_statistics'), ['/produkter', '/', '/produkter/:sku'], 'ntcprofil.example')]
  const addresses = ['/produkter', '/', '/produkter/NTC-1101']
  const turn = (which: Counter, shift: number) => async () => {
    for (let round = 0; round < 60; round++) {
      const visits = addresses.slice(0, 1 + ((round + shift) % 3)).map((address) => ({ ...opened, address }))
      await Promise.all(visits.map((visit) => which.count(now, visit)))
    }
  }
  await Promise.all([turn(two[0]!, 0)(), turn(two[1]!, 1)()])
  expect((await today()).filter((line) => /^(?:page|device)/.test(line))).toEqual([
    'device desktop 240',
    'page / 80',
    'page /produkter 120',
    'page /produkter/NTC-1101 40',
  ])
})

it('rolls up the day that is over, keeps pages by the week, and leaves today alone', async () => {
  await counter.count(new Date('2026-11-22T22:59:00Z'), opened)
  await counter.count(new Date('2026-11-22T23:01:00Z'), opened)
  expect(await rollUp(house.for('web_statistics'), new Date('2026-11-22T23:07:00Z'))).toEqual(['2026-11-22'])
  expect(await today()).toContain('hour 00 1')
  expect(await kept()).toContain('2026-11-16 page /produkter 1')
  expect(await kept()).toContain('2026-11-22 hour 23 1')
  expect(await rollUp(house.for('web_statistics'), now)).toEqual([])
})

it('counts on when the day was rolled up in between', async () => {
  await counter.count(now, opened)
  await rollUp(house.for('web_statistics'), new Date('2026-11-24T01:00:00Z'))
  await counter.count(now, opened)
  await rollUp(house.for('web_statistics'), new Date('2026-11-24T02:00:00Z'))
  expect(await kept()).toContain('2026-11-23 device desktop 2')
})

it('drops a month when it has been kept its time, to the day', async () => {
  await counter.count(new Date('2023-10-31T12:00:00Z'), opened)
  await rollUp(house.for('web_statistics'), new Date('2026-10-31T12:00:00Z'))
  expect((await kept()).length).toBeGreaterThan(0)
  await rollUp(house.for('web_statistics'), new Date('2026-11-01T12:00:00Z'))
  expect(await kept()).toEqual([])
})

it('says so when it could not be written, and counts it not', async () => {
  const broken = openCounter(house.for('web_statistics'), ['/produkter'], 'ntcprofil.example')
  await broken.known(now)
  await sql`revoke insert on statistics.day_counter from ordholden_web_statistics`.execute(house.owner)
  await sql`revoke insert (day, measure, value, n) on statistics.day_counter from ordholden_web_statistics`.execute(house.owner)
  await expect(broken.count(now, opened)).rejects.toThrow('permission denied')
  await sql`grant insert (day, measure, value, n) on statistics.day_counter to ordholden_web_statistics`.execute(house.owner)
  await broken.count(now, opened)
  expect(await today()).toContain('page /produkter 1')
})

async function today(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select measure || ' ' || value || ' ' || n as line from statistics.day_counter order by measure, value`.execute(house.owner)
  return rows.map(({ line }) => line)
}

async function kept(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select starts_on || ' ' || measure || ' ' || value || ' ' || n as line from statistics.counter order by 1`.execute(
    house.owner,
  )
  return rows.map(({ line }) => line)
}
