import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
let road: Awaited<ReturnType<typeof openRoad>>
beforeAll(async () => {
  site = await openSite({
    way: async (url) => {
      road = await openRoad(new URL(url))
      return road.url
    },
  })
})
afterAll(async () => {
  await site.close()
  road.block()
})

const ask = (path: string, init?: RequestInit) => fetch(new URL(path, site.url), { redirect: 'manual', ...init })

it('refuses a body of 20 MB with a page that says how large it may be', async () => {
  for (const [path, words] of [
    ['/foresporsel', 'Det ble for stort'],
    ['/en/inquiry', 'That was too large'],
  ] as const) {
    const answer = await ask(path, {
      method: 'POST',
      body: `question=${'x'.repeat(20_000_000)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain(words)
  }
  const api = await ask('/api/v1/inquiries', {
    method: 'POST',
    body: 'x'.repeat(20_000_000),
    headers: { 'content-type': 'application/json' },
  })
  expect([api.status, api.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
})

it('takes 20 MB at no door that takes anything, whether or not it is told how much comes', async () => {
  const doors = site.doors.filter(({ acts }) => acts).map(({ path }) => path.replace(/[:*]\w*/g, 'x'))
  expect(doors.length).toBeGreaterThan(80)
  const megabyte = new Uint8Array(1_000_000).fill(120)
  async function* twenty() {
    for (let n = 0; n < 20; n++) yield megabyte
  }
  const taken: string[] = []
  for (const path of doors)
    for (const body of [new Blob(Array<Uint8Array<ArrayBuffer>>(20).fill(megabyte)), Readable.toWeb(Readable.from(twenty()))]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { status } = await ask(path, { method: 'POST', body, headers, duplex: 'half' } as unknown as RequestInit)
      if (status !== 413) taken.push(`${path} ${status}`)
    }
  expect(taken).toEqual([])
})

it('refuses a form that another site posts', async () => {
  const answer = await ask('/logg-inn', {
    method: 'POST',
    body: new URLSearchParams({ email: 'kari@fjordbris.example' }),
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(answer.status).toBe(403)
})

it('sends every page with a strict policy, and no page to a cache', async () => {
  for (const path of ['/', '/en/privacy', '/logg-inn', '/desk/logg-inn', '/nothing', '/health']) {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

it('says 503 while the database is away, in the reader’s language, and goes on when it is back', async () => {
  expect((await ask('/health')).status).toBe(200)
  road.block()
  await vi.waitFor(async () => expect((await ask('/health')).status).toBe(503), { timeout: 5000 })
  for (const [path, words] of [
    ['/', 'Vi er straks tilbake'],
    ['/en', 'We will be right back'],
    ['/produkter', 'Vi er straks tilbake'],
  ] as const) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 503])
    const page = await answer.text()
    expect(page).toContain(words)
    expect(page).not.toMatch(/ECONN|node_modules|\.ts:|at \w+ \(/)
  }
  await road.unblock()
  await vi.waitFor(async () => expect((await ask('/')).status).toBe(200), { timeout: 5000 })
})

/** A way to the database that can be cut like a cable. */
async function openRoad(database: URL) {
  const socketFolder = database.searchParams.get('host')
  const sockets = new Set<Socket>()
  let server: Server
  const unblock = (port = 0) =>
    new Promise<number>((resolve) => {
      server = createServer((near) => {
        const far = socketFolder
          ? createConnection(`${socketFolder}/.s.PGSQL.${database.port || 5432}`)
          : createConnection(Number(database.port || 5432), database.hostname)
        for (const socket of [near, far]) {
          sockets.add(socket)
          socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy(), sockets.delete(socket)))
        }
        near.pipe(far).pipe(near)
      }).listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const port = await unblock()
  const url = new URL(database)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  url.searchParams.delete('host')
  return {
    url: url.href,
    unblock: () => unblock(port),
    block: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
