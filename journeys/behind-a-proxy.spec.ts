/** As most will run it: a proxy with a certificate in front, the program behind it on plain http; and the nightly look comes in by the same door. */
import { request as plainRequest } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser as scansBrowser } from '../src/scan/open-browser.ts'
import { scanSite } from '../src/scan/scan-site.ts'
import { openBrowser, openSite, type Site } from './browser.ts'
import { ownCertificate } from './own-certificate.ts'
import { firstComesIn } from './signed-in.ts'

let site: Site
let proxy: Server
let address: string
/** Where the proxy sees the visitor come from. */
let visitorsAddress = '203.0.113.9'
/** What the proxy adds to each answer by itself. */
let adds: Readonly<Record<string, string>> = {}
const browser = openBrowser('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')

beforeAll(async () => {
  proxy = createServer(ownCertificate(new Date()), (request, response) => {
    const { port } = new URL(site.here)
    // As nginx does it: what the visitor wrote stays in front, and the address the proxy saw is put behind.
    const written = request.headers['x-forwarded-for']
    const forwarded = `${written ? `${String(written)}, ` : ''}${visitorsAddress}, ${request.socket.remoteAddress}`
    const headers = { ...request.headers, 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' }
    const inner = plainRequest({ host: '127.0.0.1', port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, { ...answer.headers, ...adds })
      answer.pipe(response)
    })
    request.pipe(inner)
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  address = `https://localhost:${(proxy.address() as AddressInfo).port}`
  site = await openSite({ publicUrl: address })
}, 120_000)
afterAll(async () => {
  await (await browser).close()
  proxy.closeAllConnections()
  proxy.close()
  await site.close()
})

/** Somebody who trusts this machine's own certificate. */
async function visit(): Promise<BrowserContext> {
  return (await browser).newContext({ baseURL: address, ignoreHTTPSErrors: true })
}

it('gives its cookie to https alone, and takes the answer back in one press', async () => {
  const visitor = await visit()
  const page = await visitor.newPage()
  const first = (await page.goto('/'))!
  expect(first.headers()['strict-transport-security']).toContain('max-age=63072000')
  expect(await visitor.cookies()).toEqual([])
  await page.getByRole('button', { name: 'Godta alle', exact: true }).click()
  await page.getByText('Du har sagt ja til statistikk.').waitFor()
  expect(await visitor.cookies()).toMatchObject([{ name: 'ordholden.choice', secure: true, httpOnly: true, sameSite: 'Lax' }])
  expect(await page.locator('script[src="/telling.js"]').count()).toBe(1)
  // It runs: the policy lets our own file through at the address people see, and it tells as the page is left.
  await page.goto('/produkter')
  await expect.poll(counted, { timeout: 10_000 }).toContain('stay 0–10 s')
  await page.getByRole('button', { name: 'Trekk samtykket', exact: true }).click()
  await page.getByText('Du har sagt nei til statistikk.').waitFor()
  await visitor.close()
})

it('counts neither the visitor’s address nor the proxy’s', async () => {
  expect(await counted()).toContain('page /produkter')
  expect((await counted()).filter((line) => /203\.0\.113|127\.0\.0/.test(line))).toEqual([])
})

/** Whatever a visitor says of their own address: each in words that some server somewhere believes. */
function forged(last: number) {
  const names = ['X-Forwarded-For', 'X-Real-IP', 'X-Client-IP', 'CF-Connecting-IP', 'True-Client-IP', 'X-Ordholden-Address']
  const lies = names.map((name) => [name, `198.51.100.${last}`] as const)
  return Object.fromEntries([...lies, ['Forwarded', `for=198.51.100.${last};proto=http;host=evil.example`]])
}

it('signs staff in with the address that the proxy saw, whatever they wrote themselves', async () => {
  const visitor = await (await browser).newContext({ baseURL: address, ignoreHTTPSErrors: true, extraHTTPHeaders: forged(1) })
  const page = await visitor.newPage()
  await firstComesIn(page, site, { name: 'Ingrid Vik', email: 'ingrid@ntcprofil.example' })
  expect((await visitor.cookies()).find(({ name }) => name.endsWith('session_token'))).toMatchObject({
    name: '__Secure-ordholden.session_token',
    secure: true,
    httpOnly: true,
  })
  await visitor.close()
  const sessions = await site.house.owner.selectFrom('auth.session').select('ipAddress').execute()
  expect(new Set(sessions.map(({ ipAddress }) => ipAddress))).toEqual(new Set([visitorsAddress]))
})

it('stops whoever tries passwords at the address the proxy saw, and nobody else', async () => {
  const visitor = await visit()
  const attempt = async (last: number) => {
    const form = { email: 'somebody@ntcprofil.example', password: `gjetning nummer ${last}` }
    return (await visitor.request.post('/desk/logg-inn', { form, headers: forged(last), maxRedirects: 0 })).status()
  }
  visitorsAddress = '203.0.113.66'
  const answers: number[] = []
  for (let last = 1; last <= 7; last++) answers.push(await attempt(last))
  expect(answers.slice(-2)).toEqual([429, 429])
  visitorsAddress = '203.0.113.67'
  expect(await attempt(8)).toBe(422)
  visitorsAddress = '203.0.113.9'
  await visitor.close()
})

it('keeps nothing of an address that somebody wrote, and the true one only where the security log is', async () => {
  expect(await tablesWith('198.51.100.')).toEqual([])
  expect(await tablesWith('evil.example')).toEqual([])
  expect((await tablesWith('203.0.113.')).filter((table) => table !== 'auth.session' && table !== 'auth.rateLimit')).toEqual([])
})

/** The tables in which a row has that text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { owner } = site.house
  const { rows } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('core', 'auth', 'archive', 'evidence', 'statistics', 'jobs', 'graphile_worker')`.execute(
    owner,
  )
  expect(rows.length).toBeGreaterThan(50)
  const found: string[] = []
  for (const { schema, name } of rows) {
    const some = await sql`select 1 from ${sql.table(`${schema}.${name}`)} t where t::text like ${`%${text}%`} limit 1`.execute(
      owner,
    )
    if (some.rows.length > 0) found.push(`${schema}.${name}`)
  }
  return found
}

async function counted(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`select measure || ' ' || value as line from statistics.day_counter`.execute(
    site.house.owner,
  )
  return rows.map(({ line }) => line)
}

const trusting = async () => {
  const opened = await scansBrowser()
  if ('missing' in opened) throw new Error(opened.missing)
  const newContext = opened.newContext.bind(opened)
  opened.newContext = (options) => newContext({ ...options, ignoreHTTPSErrors: true })
  opened.newPage = async () => (await opened.newContext()).newPage()
  return opened
}
const told = async () => {
  const { rows } = await sql<{
    body: unknown
  }>`select body from evidence.entry where kind = 'site scanned' order by at desc limit 1`.execute(site.house.owner)
  return rows[0]?.body
}

it('is looked at each night by the way visitors come, and nothing is found', async () => {
  const scanned = await scanSite({ owner: site.house.owner, addresses: [address, site.here] }, new Date(), trusting)
  expect(scanned).toEqual({ found: [], looked: 36 })
  expect(await told()).toEqual({ found: 0, of: 36, seenAt: address, what: [] })
}, 180_000)

it('finds what the proxy does by itself: a cookie that nobody has registered', async () => {
  adds = { 'set-cookie': 'balancer=a1; Path=/' }
  const scanned = await scanSite({ owner: site.house.owner, addresses: [address, site.here] }, new Date(), trusting)
  adds = {}
  expect(scanned!.found).toContain('no answer: keeps balancer')
}, 180_000)

it('is looked at on this machine where the certificate is not trusted, and says so', async () => {
  const scanned = await scanSite({ owner: site.house.owner, addresses: [address, site.here] }, new Date())
  expect(scanned).toEqual({ found: [], looked: 36 })
  expect(await told()).toMatchObject({ found: 0, seenAt: site.here })
}, 180_000)
