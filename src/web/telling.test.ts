/** The real trackers' own messages, to a real server on loopback. */
import { sql } from 'kysely'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rememberedAs } from '#cookies'
import { openCounter } from '#statistics'
import { openTestHouse, type TestHouse } from '#testing'
import { telling } from './telling.ts'

let house: TestHouse
let server: Server
let site: string
beforeAll(async () => {
  house = await openTestHouse()
  await sql`insert into core.setting (key, value, changed_at) values ('statistics', ${JSON.stringify({
    campaigns: ['host-2026'],
    sites: [
      { host: 'gaver.example', pages: ['/', '/om-oss', '/blogg/*'] },
      { host: 'messe.example', pages: ['/'], asksFirst: true },
    ],
  })}, now())`.execute(house.owner)
  const counter = openCounter(house.for('web_statistics'), ['/'], 'ntcprofil.example')
  server = createServer(telling(counter, (_, response) => response.writeHead(404).end('pages')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(async () => {
  await sql`truncate statistics.day_counter`.execute(house.owner)
})
afterAll(async () => {
  server.close()
  await house.close()
})

const browser = {
  'user-agent':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
  'accept-language': 'nb-NO,nb;q=0.9',
  origin: 'https://gaver.example',
}
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(site + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { ...browser, ...headers },
  })

const expected = (page: string, referrer: string) => [
  'device desktop 1',
  expect.stringMatching(/^hour \d\d 1$/),
  'language nb 1',
  `page ${page} 1`,
  `referrer ${referrer} 1`,
]

describe('a tracker that is already there', () => {
  it('of Umami is heard: the page and where from, none of its identifiers', async () => {
    const payload = {
      website: '8b2f1c9e-5d3a-4e7b-9c1d-2f4a6b8c0d1e',
      screen: '1440x900',
      language: 'nb-NO',
      title: 'Om oss, Kari',
      hostname: 'gaver.example',
      url: 'https://gaver.example/om-oss?epost=kari@fjordbris.example',
      referrer: 'https://sok.example/?q=kari',
      id: 'kari',
      vid: '6f1d2c3b-4a59-4c68-8b77-9e0d1c2b3a49',
    }
    const answer = await send('/api/send', { type: 'event', payload }, { 'x-umami-cache': 'a.b.c' })
    expect([answer.status, await answer.json()]).toEqual([200, {}])
    expect(await counted()).toEqual(expected('gaver.example/om-oss', 'sok.example'))
    await send('/api/send', { type: 'event', payload: { ...payload, name: 'buy' } })
    await send('/api/send', { type: 'identify', payload })
    expect(await counted()).toContain('dropped not a visit 2')
    // Another page of the same site led here: its script writes the path alone, and nobody came from elsewhere.
    await send('/api/send', { type: 'event', payload: { ...payload, referrer: '/blogg/x?epost=kari@fjordbris.example' } })
    expect((await counted()).filter((line) => line.startsWith('referrer'))).toEqual(['referrer sok.example 1'])
  })

  it('is let through by the browser with every header it adds', async () => {
    const headers = 'content-type,x-umami-cache,x-umami-hostname,x-umami-website-id,x-something-new'
    const asks = { origin: browser.origin, 'access-control-request-method': 'POST', 'access-control-request-headers': headers }
    const answer = await fetch(`${site}/api/send`, { method: 'OPTIONS', headers: asks })
    const admitted = answer.headers.get('access-control-allow-headers')!.toLowerCase().split(', ')
    const named = headers.split(',').slice(0, -1)
    expect(admitted).toEqual(expect.arrayContaining([...named, '*']))
    // The star is for whoever sends no cookies along, as the trackers do.
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('of Plausible is heard, as text with short names', async () => {
    const view = {
      n: 'pageview',
      v: 27,
      u: 'https://gaver.example/blogg/kopper-til-kari#del',
      d: 'gaver.example',
      r: 'https://www.messe.example/',
    }
    const answer = await send('/api/event', view, { 'content-type': 'text/plain' })
    expect([answer.status, await answer.text()]).toEqual([202, 'ok'])
    // Coming from another site of ours is not coming from elsewhere.
    expect(await counted()).toEqual(expected('gaver.example/blogg/*', 'x').slice(0, 4))
    await send('/api/event', { n: 'engagement', u: view.u, d: view.d, e: 4711, sd: 80 })
    expect(await counted()).toContain('dropped not a visit 1')
  })

  it('of GoatCounter is heard, and gets its picture', async () => {
    const address = `${site}/count?p=%2Fom-oss%3Fordre%3DO-2026-00001&r=https%3A%2F%2Fsok.example%2F&t=Om%20oss&s=1440%2C900%2C2&b=0&q=&rnd=k3x9a`
    const { origin: _, ...picture } = browser
    const answer = await fetch(address, { headers: { ...picture, referer: 'https://gaver.example/' } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif'])
    expect((await answer.arrayBuffer()).byteLength).toBe(42)
    expect(await counted()).toEqual(expected('gaver.example/om-oss', 'sok.example'))
    await fetch(address.replace('b=0', 'b=153'), { headers: browser, method: 'POST' })
    await fetch(`${address}&e=true`, { headers: browser, method: 'POST' })
    expect(await counted()).toEqual(expect.arrayContaining(['dropped not a visit 1', 'dropped robot 1']))
    // Where the page names its own address, the query it was opened with comes by itself.
    const campaign = `${site}/count?p=%2F&q=%3Futm_campaign%3Dhost-2026%26epost%3Dkari`
    await fetch(campaign, { headers: { ...picture, referer: 'https://messe.example/' }, method: 'POST' })
    expect(await counted()).toEqual(expect.arrayContaining(['campaign host-2026 1', 'page messe.example/ 1']))
  })

  it('of a server tells of many visits at once: each is counted, or said to be unreadable, by itself', async () => {
    const event = (payload: object) => ({ type: 'event', payload: { hostname: 'gaver.example', language: 'nn-NO', ...payload } })
    const said = { userAgent: browser['user-agent'], ip: '203.0.113.9', id: 'kari' }
    const server = { 'user-agent': 'node', 'accept-language': 'en' }
    const sent = [
      event({ ...said, url: '/om-oss?epost=kari@fjordbris.example', referrer: 'https://sok.example/?q=kari' }),
      event({ ...said, url: '/', name: 'buy' }),
      event({ ...said, url: '/', timestamp: Math.floor(Date.now() / 1000) - 86_400 }),
      event({ url: '/' }),
      { type: 'event' },
      'x',
    ]
    const { origin: _, ...anonymous } = browser
    const post = (path: string, body: unknown) =>
      fetch(site + path, { method: 'POST', body: JSON.stringify(body), headers: { ...anonymous, ...server } })
    const answer = await post('/api/batch', sent)
    const unreadable = [4, 5].map((index) => ({ index, response: { error: 'unreadable' } }))
    expect([answer.status, await answer.json()]).toEqual([200, { size: 6, processed: 4, errors: 2, details: unreadable }])
    expect(await counted()).toEqual([
      'device desktop 1',
      'dropped not a visit 2',
      'dropped robot 1',
      'dropped unreadable 2',
      expect.stringMatching(/^hour \d\d 1$/),
      'language nn 1',
      'page gaver.example/om-oss 1',
      'referrer sok.example 1',
    ])
    for (const body of [[], {}, null, Array.from({ length: 501 }, () => sent[0])]) {
      expect((await post('/api/batch', body)).status).toBe(400)
    }
    expect((await post('/api/batch', ['x'.repeat(300_000)])).status).toBe(413)
  })

  it('of GoatCounter’s other door tells of many, and which site it is on in the path', async () => {
    const hit = { user_agent: browser['user-agent'], ip: '203.0.113.9', session: 'kari', location: 'NO' }
    const hits = [
      { ...hit, path: 'https://gaver.example/om-oss', query: '?ordre=O-2026-00001', ref: 'https://sok.example/' },
      { ...hit, path: 'https://gaver.example/om-oss', event: true },
      { ...hit, path: 'https://gaver.example/om-oss', bot: 3 },
      { ...hit, path: 'https://gaver.example/om-oss', created_at: '2020-01-01T00:00:00Z' },
      { ...hit, path: 'https://gaver.example/', created_at: '0001-01-01T00:00:00Z' },
      { ...hit, path: '/om-oss' },
    ]
    const post = (body: unknown) =>
      fetch(`${site}/api/v0/count`, { method: 'POST', body: JSON.stringify(body), headers: { 'user-agent': 'curl/8' } })
    const answer = await post({ no_sessions: true, hits })
    expect([answer.status, await answer.json()]).toEqual([202, {}])
    expect(await counted()).toEqual([
      'device desktop 2',
      'dropped not a visit 2',
      'dropped robot 1',
      'dropped unknown site 1',
      expect.stringMatching(/^hour \d\d 2$/),
      'language other 2',
      'page gaver.example/ 1',
      'page gaver.example/om-oss 1',
      'referrer direct 1',
      'referrer sok.example 1',
    ])
    const partly = await post({ hits: [hits[0], { path: 7 }] })
    expect([partly.status, await partly.json()]).toEqual([400, { errors: { 1: 'unreadable' } }])
  })

  it('speaks for its own site only, and another site is not let in', async () => {
    const view = { n: 'pageview', u: 'https://gaver.example/om-oss', d: 'gaver.example' }
    await send('/api/event', view, { origin: 'https://messe.example' })
    await send('/api/event', { ...view, u: 'https://fremmed.example/' }, { origin: 'https://fremmed.example' })
    expect(await counted()).toEqual(['dropped unknown site 2'])
    const asks = (origin: string) => fetch(`${site}/api/event`, { method: 'OPTIONS', headers: { origin } })
    expect((await asks('https://gaver.example')).headers.get('access-control-allow-origin')).toBe('https://gaver.example')
    expect((await asks('https://fremmed.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('counts more where its site has asked first, and nothing of who said no', async () => {
    const view = { n: 'pageview', u: 'https://messe.example/', d: 'messe.example' }
    await send('/api/event', view, { origin: 'https://messe.example' })
    expect(await counted()).toEqual(expect.arrayContaining(['browser Safari 1', 'region NO 1']))
    await send('/api/event', view, { origin: 'https://messe.example', 'sec-gpc': '1' })
    expect(await counted()).toEqual(expect.arrayContaining(['browser Safari 1', 'dropped said no 1']))
    // A picture from a neighbour under the same domain brings our own cookie with it: a no in it is a no.
    const cookie = rememberedAs('no', 'own', false).split(';')[0]!
    await fetch(`${site}/count?p=%2F`, { headers: { ...browser, origin: 'https://messe.example', cookie } })
    expect(await counted()).toEqual(expect.arrayContaining(['browser Safari 1', 'dropped said no 2']))
  })
})

describe('our own script', () => {
  it('is heard after a yes: one of four lengths', async () => {
    const cookie = rememberedAs('yes', 'own', false).split(';')[0]!
    const answer = await send('/telling', '2', { cookie, origin: 'https://ntcprofil.example' })
    expect(answer.status).toBe(202)
    expect(await counted()).toEqual(['stay 1–5 min 1'])
  })

  it('is not heard without one', async () => {
    await send('/telling', '2')
    await send('/telling', '2', { cookie: rememberedAs('no', 'own', false).split(';')[0]! })
    expect(await counted()).toEqual(['dropped no choice 1', 'dropped said no 1'])
  })

  it('gets a clear answer to what cannot be read', async () => {
    expect((await send('/telling', '4')).status).toBe(400)
    expect((await send('/telling', '')).status).toBe(400)
    expect((await send('/api/send', '{"type":')).status).toBe(400)
    expect((await send('/api/event', 'x'.repeat(9000))).status).toBe(413)
    expect((await fetch(`${site}/telling`)).status).toBe(405)
    expect((await fetch(`${site}/elsewhere`)).status).toBe(404)
    expect(await counted()).toEqual(['dropped unreadable 4'])
  })
})

async function counted(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select measure || ' ' || value || ' ' || n as line from statistics.day_counter order by measure, value`.execute(house.owner)
  return rows.map(({ line }) => line)
}
