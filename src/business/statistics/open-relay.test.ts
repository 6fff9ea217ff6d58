import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#testing'
import { conditions, googleAddress, missingForGoogle, type Condition } from './google.ts'
import { saveStatisticsSettings } from './save-settings.ts'
import { statisticsShape } from './settings.ts'
import { openCounter, openRelay, type Relay } from './statistics.ts'
import { toldDays } from './told-days.ts'
import type { Visit } from './visit.ts'

type Arrived = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }

const now = new Date('2026-11-23T09:30:00Z')
const tomorrow = new Date('2026-11-24T09:30:00Z')
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const opened: Visit = {
  did: 'open',
  address: 'https://ntcprofil.example/produkter?epost=kari@fjordbris.example&utm_campaign=host-2026',
  referrer: 'https://www.gaveguiden.example/sok?q=kari',
  languages: 'nb-NO,nb;q=0.9,en;q=0.8',
  agent,
  choice: 'yes',
}

let house: TestHouse
let google: Server
let address: string
let arrived: Arrived[]
/** What Google answers with, and after how long; 0 never answers. */
let answers = { status: 204, afterMs: 1 }
beforeAll(async () => {
  house = await openTestHouse()
  google = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      arrived.push({ path: request.url!, headers: request.headers, body })
      if (answers.afterMs > 0) setTimeout(() => response.writeHead(answers.status).end(), answers.afterMs)
    })
  })
  await new Promise<void>((ready) => google.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(google.address() as AddressInfo).port}/mp/collect?measurement_id=G-AB12CD34EF&api_secret=hemmelig`
})
beforeEach(async () => {
  arrived = []
  answers = { status: 204, afterMs: 1 }
  await inPlace()
})
afterAll(async () => {
  google.closeAllConnections()
  google.close()
  await house.close()
})

it('tells page, site and language, and nothing of the visitor', async () => {
  const relay = await open()
  relay.tell(now, opened)
  relay.tell(now, { ...opened, address: '/produkter', referrer: null, languages: 'x' })
  await told(2)
  await relay.close()
  const [first, second] = arrived.map(({ body }) => JSON.parse(body)).toSorted((a) => ('device' in a ? -1 : 1))
  expect(first).toEqual({
    client_id: expect.stringMatching(/^\d{10}\.\d{10}$/),
    consent: { ad_user_data: 'DENIED', ad_personalization: 'DENIED' },
    device: { language: 'nb' },
    events: [
      {
        name: 'page_view',
        params: {
          page_location: 'https://ntcprofil.example/produkter',
          page_referrer: 'https://gaveguiden.example/',
          session_id: expect.stringMatching(/^\d{10}$/),
          engagement_time_msec: 1,
        },
      },
    ],
  })
  expect(Object.keys(second)).toEqual(['client_id', 'consent', 'events'])
  const drawn = [first, second].flatMap(({ client_id, events }) => [...client_id.split('.'), events[0].params.session_id])
  expect(new Set(drawn).size).toBe(6)
  for (const { path, headers, body } of arrived) {
    expect(path).toBe('/mp/collect?measurement_id=G-AB12CD34EF&api_secret=hemmelig')
    const said = JSON.stringify(headers) + body
    expect(said).not.toMatch(/kari|q=|utm_|host-2026|Mozilla|Firefox|cookie|forwarded|x-real-ip|nb-NO|referer|hemmelig/i)
  }
  expect(await sums()).toEqual(['2026-11-23 sent art. 28 2'])
})

it('tells nothing, and cannot be switched on, while any one thing is missing', async () => {
  for (const condition of conditions) {
    await inPlace()
    await isStoppedWithout(condition)
  }
  expect(arrived).toEqual([])
})

it('can be switched on when all is there, and no row says more than that it was', async () => {
  await sql`delete from core.setting where key = 'statistics'`.execute(house.owner)
  const missing = await missingForGoogle(house.for('web_statistics'), now, address)
  expect(missing).toEqual([])
  expect(
    await saveStatisticsSettings(house.for('administer'), now, statisticsShape.parse({ google: true }), missing),
  ).toBeUndefined()
})

it('is told nothing from the moment it is switched off, also of what waits', async () => {
  const relay = await open()
  relay.tell(now, opened)
  await sql`update core.setting set value = '{"google": false}' where key = 'statistics'`.execute(house.owner)
  await until(async () => (await sums()).length > 0)
  expect(await sums()).toEqual(['2026-11-23 refused none 1'])
  await relay.close()
})

it('tells nothing of a robot, a page that is one person’s, another site, or a visit that was not counted', async () => {
  const relay = await open()
  relay.tell(now, { ...opened, agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
  relay.tell(now, { ...opened, address: '/tilbud/kJ8s' })
  relay.tell(now, { ...opened, site: 'gaver.example' })
  relay.tell(now, { ...opened, did: { stay: '1–5 min' } })
  relay.tell(now, { ...opened, choice: 'no' })
  relay.tell(now, opened)
  await told(1)
  await relay.close()
  expect(arrived).toHaveLength(1)
})

it('counts an error, a silence and a closed door as no answer, and tries none of them twice', async () => {
  answers = { status: 500, afterMs: 1 }
  await tellOnce()
  answers = { status: 204, afterMs: 0 }
  await tellOnce()
  await tellOnce('http://127.0.0.1:9/mp/collect?measurement_id=G-AB12CD34EF&api_secret=hemmelig')
  expect(await sums()).toEqual(['2026-11-23 sent art. 28 3', '2026-11-23 unanswered art. 28 3'])
  expect(arrived).toHaveLength(2)
})

it('keeps nobody waiting, holds no more than there is room for, and counts what it drops', async () => {
  answers = { status: 204, afterMs: 0 }
  const relay = await open()
  const before = performance.now()
  for (let n = 0; n < 700; n++) relay.tell(now, opened)
  expect(performance.now() - before).toBeLessThan(200)
  await until(async () => (await sums()).some((line) => line.includes('sent')))
  const closed = relay.close()
  google.closeAllConnections()
  await closed
  expect(await sums()).toEqual(['2026-11-23 dropped none 675', '2026-11-23 sent art. 28 25', '2026-11-23 unanswered art. 28 25'])
})

it('has the sum on disk before anything leaves', async () => {
  let then: string[] = []
  const relay = await open()
  const look = until(async () => {
    if (arrived.length > 0) then = await sums()
    return arrived.length > 0
  })
  relay.tell(now, opened)
  await look
  expect(then).toEqual(['2026-11-23 sent art. 28 1'])
  await relay.close()
})

it('shows shares of a day that is over, and none of a day with few', async () => {
  const add = (day: string, outcome: string, n: number) =>
    sql`insert into core.counted_transfer values (${day}, 'google-analytics', 'web_statistics', ${outcome}, 'art. 28', '{}', ${n})`.execute(
      house.owner,
    )
  await add('2026-11-22', 'sent', 9)
  await add('2026-11-23', 'sent', 40)
  await add('2026-11-23', 'unanswered', 10)
  await add('2026-11-23', 'dropped', 10)
  expect(await toldDays(house.for('web_statistics'), now, 10)).toEqual([{ day: '2026-11-22', shares: undefined }])
  expect(await toldDays(house.for('web_statistics'), tomorrow, 10)).toEqual([
    { day: '2026-11-23', shares: { arrived: 60, unanswered: 20, refused: 0, dropped: 20 } },
    { day: '2026-11-22', shares: undefined },
  ])
})

it('knows an address by its host and its secret', () => {
  const at = (url: string) => googleAddress({ GOOGLE_ANALYTICS_URL: url })
  const whole = 'measurement_id=G-AB12CD34EF&api_secret=x'
  expect(at(`https://region1.google-analytics.com/mp/collect?${whole}`)).toBeDefined()
  expect(at(`https://google-analytics.com.example/mp/collect?${whole}`)).toBeUndefined()
  expect(at(`http://region1.google-analytics.com/mp/collect?${whole}`)).toBeUndefined()
  expect(at('https://region1.google-analytics.com/mp/collect?measurement_id=G-AB12CD34EF')).toBeUndefined()
  expect(googleAddress({})).toBeUndefined()
})

/** What is known of the site is asked for beforehand, as it is while the site is being read. */
async function open(settings: { readonly address?: string | undefined } = { address }): Promise<Relay> {
  const counter = openCounter(house.for('web_statistics'), ['/', '/produkter', '/tilbud/:token'], 'ntcprofil.example')
  await counter.known(now)
  return openRelay(house.for('web_statistics'), {
    known: counter.known,
    origin: 'https://ntcprofil.example',
    address: settings.address,
    trouble: (error) => {
      throw error
    },
    patience: 300,
  })
}

async function tellOnce(there: string = address): Promise<void> {
  const before = (await sums()).join()
  const relay = await open({ address: there })
  relay.tell(now, opened)
  await until(async () => (await sums()).join() !== before && (await sums()).some((line) => line.includes('unanswered')))
  await new Promise((resolve) => setTimeout(resolve, 350))
  await relay.close()
}

const told = (n: number) => until(async () => arrived.length >= n)

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not happen')
}

async function sums(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select day || ' ' || outcome || ' ' || ground || ' ' || n as line from core.counted_transfer order by 1`.execute(house.owner)
  return rows.map(({ line }) => line)
}

async function switchOn(): Promise<void> {
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', '{"google": true, "campaigns": ["host-2026"]}', ${now})
    on conflict (key) do update set value = excluded.value`.execute(house.owner)
}

/** Everything that must be there, and the switch on. */
async function inPlace(): Promise<void> {
  for (const table of [
    'counted_transfer',
    'statement_revision',
    'recipient_field',
    'recipient_agreement',
    'recipient_review',
    'recipient_confirmation',
  ])
    await sql`delete from ${sql.table(`core.${table}`)} ${table.startsWith('recipient') ? sql`where recipient = 'google-analytics'` : sql``}`.execute(
      house.owner,
    )
  await sql`delete from core.recipient where id = 'google-analytics'`.execute(house.owner)
  for (const statement of everything) await sql.raw(statement).execute(house.owner)
  await switchOn()
}

const everything = [
  `insert into core.recipient (id, name, role, does_nb, does_en, purposes, ground, location, transfer_ground, holds, reached_by, announced_at, active_at)
    values ('google-analytics', 'Google Ireland Ltd', 'processor', 'fører statistikk', 'keeps statistics', array['web_statistics'], 'art. 28', 'IE',
      'art. 45', 'nobody', 'nothing', '2026-10-01', '2026-11-01')`,
  `insert into core.recipient_field select 'google-analytics', f, 'sier hva som ble åpnet' from unnest(array['counter.measure', 'counter.value']) f`,
  `insert into core.recipient_agreement (recipient, id, document_name, document_hash, covers, breach_notice_hours, signed_on)
    values ('google-analytics', gen_random_uuid(), 'Avtale', repeat('a', 64), array['a','b','c','d','e','f','g','h'], 24, '2026-10-01')`,
  `insert into core.recipient_review values ('google-analytics', gen_random_uuid(), '2026-10-01', '2027-10-01', 'I orden', 'siv')`,
  `insert into core.recipient_confirmation values ('google-analytics', gen_random_uuid(), 'Deling er av', 'Skjermbilde', '2026-10-01', 'siv')`,
  `insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at)
    values (1, '2026-11-01', 'x', '[]', '{"statistics.no-vendor": {"vendor": {"id": "google-analytics"}}}', 'material', '2026-11-01')`,
]

const run = (statement: string) => () => sql.raw(statement).execute(house.owner)

const lacks: Readonly<Record<Condition, () => Promise<unknown>>> = {
  address: async () => undefined,
  record: async () => {
    for (const table of ['recipient_field', 'recipient_agreement', 'recipient_review', 'recipient_confirmation'])
      await sql`delete from ${sql.table(`core.${table}`)} where recipient = 'google-analytics'`.execute(house.owner)
    await sql`delete from core.recipient where id = 'google-analytics'`.execute(house.owner)
  },
  processor: run(`update core.recipient set role = 'controller' where id = 'google-analytics'`),
  'purpose and fields': run(`delete from core.recipient_field where recipient = 'google-analytics' and field = 'counter.value'`),
  agreement: run(`update core.recipient_agreement set ends_on = '2026-11-22' where recipient = 'google-analytics'`),
  'transfer ground': run(`update core.recipient set transfer_ground = null where id = 'google-analytics'`),
  review: run(`update core.recipient_review set next_on = '2026-10-23' where recipient = 'google-analytics'`),
  'settings at Google': run(
    `update core.recipient_confirmation set confirmed_on = '2025-11-22' where recipient = 'google-analytics'`,
  ),
  text: run(`insert into core.statement_revision (revision, effective_on, content_hash, texts, terms, kind, published_at)
    values (2, '2026-11-23', 'y', '[]', '{"statistics.no-vendor": {"vendor": null}}', 'material', '2026-11-01')`),
}

/** Neither switched on by the act, nor told when the switch says so behind its back. */
async function isStoppedWithout(condition: Condition): Promise<void> {
  await lacks[condition]()
  const there = condition === 'address' ? undefined : address
  expect(await missingForGoogle(house.for('web_statistics'), now, there)).toContain(condition)
  const on = statisticsShape.parse({ google: true })
  await sql`delete from core.setting where key = 'statistics'`.execute(house.owner)
  const missing = await missingForGoogle(house.for('web_statistics'), now, there)
  expect(await saveStatisticsSettings(house.for('administer'), now, on, missing)).toMatchObject({
    refused: 'something is missing for Google',
  })
  await switchOn()
  const relay = await open({ address: there })
  relay.tell(now, opened)
  await until(async () => (await sums()).length > 0)
  await relay.close()
  expect([condition, ...(await sums())]).toEqual([condition, '2026-11-23 refused none 1'])
}
