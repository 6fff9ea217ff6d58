/** The nightly look with a real browser: it finds nothing on our own site, and what was planted on another; where there is no browser, it says so. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scanSite } from '../src/scan/scan-site.ts'
import { openSite, type Site } from './browser.ts'
import { receipts } from './choices.ts'

let site: Site
let planted: Server
beforeAll(async () => {
  site = await openSite()
  planted = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Set-Cookie', ['_visitor=kari; Path=/', 'ordholden.two_factor=abc; Path=/; Max-Age=86400; HttpOnly'])
    response.end(`<h1>Side</h1><img src="http://127.0.0.1:9/pixel.gif"><script>localStorage.setItem('who', 'kari')</script>`)
  })
  await new Promise<void>((done) => planted.listen(0, 'localhost', done))
})
afterAll(async () => {
  planted.close()
  await site.close()
})

const at = () => new Date()
const told = (kind: string) => site.house.owner.selectFrom('evidence.entry').select('body').where('kind', '=', kind).execute()

it('finds nothing stored, loaded or run unasked, and its own answers are known as such', async () => {
  const scanned = await scanSite({ owner: site.house.owner, addresses: [site.url] }, at())
  expect(scanned).toEqual({ found: [], looked: 36 })
  expect(await told('site scanned')).toEqual([{ body: { found: 0, of: 36, seenAt: site.url, what: [] } }])
  expect((await receipts(site)).map(({ place }) => place)).toEqual(['probe', 'probe', 'probe', 'probe'])
}, 120_000)

it('finds what is planted: a cookie, a place to store, a picture from elsewhere, a script', async () => {
  const address = `http://localhost:${(planted.address() as AddressInfo).port}`
  const { found } = (await scanSite({ owner: site.house.owner, addresses: [address] }, at()))!
  for (const what of [
    'no answer: asks 127.0.0.1:9',
    'no answer: / runs 1 scripts',
    'no answer: / stores 1 things outside the register',
    'no answer: keeps _visitor',
    'no: nowhere to answer no',
    'yes: keeps ordholden.two_factor',
  ]) {
    expect(found).toContain(what)
  }
}, 120_000)

it('says that nobody has looked where the machine has no browser', async () => {
  const scanned = await scanSite({ owner: site.house.owner, addresses: [site.url] }, at(), async () => ({
    missing: 'no browser is installed',
  }))
  expect(scanned).toBeUndefined()
  expect(await told('site not scanned')).toEqual([{ body: { why: 'no browser is installed' } }])
})
