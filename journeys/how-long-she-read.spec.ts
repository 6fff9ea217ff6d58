/** After a yes, a page tells once how long it was open, with storage blocked or not; before it, and after a no, it tells nothing. */
import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rememberedAs } from '#cookies'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const [name, yes] = rememberedAs('yes', 'own', false).split(';')[0]!.split('=') as [string, string]
const [, no] = rememberedAs('no', 'own', false).split(';')[0]!.split('=') as [string, string]

/** Opens the front page as somebody who has answered so, and leaves it; the requests that a script made. */
async function read(answer: string | undefined, before = ''): Promise<string[]> {
  const context = await site.visit({ agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
  if (answer) await context.addCookies([{ name, value: answer, url: site.url }])
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  const asked: string[] = []
  context.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path.startsWith('/telling')) asked.push(`${request.method()} ${path}`)
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.goto('about:blank')
  await pause(700)
  await context.close()
  expect(problems).toEqual([])
  return asked
}

async function stays(): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select coalesce(sum(n), 0)::int as n from statistics.day_counter where measure = 'stay'`.execute(site.house.owner)
  return rows[0]!.n
}

it('asks for no script and sends nothing before the choice, and after a no', async () => {
  expect(await read(undefined)).toEqual([])
  expect(await read(no)).toEqual([])
  expect(await stays()).toBe(0)
})

it('tells once, after a yes', async () => {
  const before = await stays()
  expect(await read(yes)).toContain('GET /telling.js')
  expect(await stays()).toBe(before + 1)
})

it('tells with storage blocked, and without the call that browsers have for it', async () => {
  const before = await stays()
  const blocked = `for (const each of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, each, { get() { throw new Error('blocked') } })`
  await read(yes, blocked)
  expect(await stays()).toBe(before + 1)
  await read(yes, 'Object.defineProperty(navigator, "sendBeacon", { value: undefined })')
  expect(await stays()).toBe(before + 2)
})

it('is the one file that may run, and only after a yes', async () => {
  const policy = async (answer: string) => {
    const { headers } = await fetch(site.url, { headers: { cookie: `${name}=${answer}` } })
    return /script-src [^;]*/.exec(headers.get('content-security-policy')!)![0]
  }
  expect(await policy(yes)).toBe(`script-src ${site.url}/telling.js`)
  expect(await policy(no)).toBe(`script-src 'none'`)
})

it('is a script of less than 700 bytes, with nothing of anybody else in it', async () => {
  const script = await (await fetch(`${site.url}/telling.js`)).text()
  expect(gzipSync(script).length).toBeLessThan(700)
  expect(script).not.toMatch(/https?:|cookie|localStorage|sessionStorage|indexedDB|userAgent|screen|import/)
})
