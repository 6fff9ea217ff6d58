import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
const folder = mkdtempSync(join(tmpdir(), 'claim-'))
beforeAll(async () => {
  process.env.ORDHOLDEN_DATA = folder
  site = await openSite()
}, 120_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

async function desk(role: 'privacy_officer' | 'salesperson') {
  const browser = await site.visit()
  await browser.setExtraHTTPHeaders({ cookie: await cookieOf(site, { staff: role }) })
  const page = await browser.newPage()
  await page.goto('/desk/rettigheter')
  return page
}

async function register(page: Awaited<ReturnType<typeof desk>>, email: string): Promise<void> {
  await page.fill('[name=email]', email)
  await page.selectOption('[name=kind]', 'erasure')
  await page.selectOption('[name=channel]', 'phone')
  await page.click('text=Start klokken')
  await page.waitForSelector('text=Registrert. Svarfrist')
}

it('is registered by whoever takes the phone, done by the privacy officer, and leaves a look-up but no person', async () => {
  const page = await desk('privacy_officer')
  await register(page, cast.per.contact.email)
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-rettigheter')
  await page.click('text=Slett nå')
  await page.click('text=Slett personen')
  await page.waitForSelector('text=Vi lette overalt og fant ingenting igjen.')
  await pictured(page, 'desk-rettigheter-slettet')
  expect(
    await site.house.owner.selectFrom('core.person').select('id').where('email', '=', cast.per.contact.email).execute(),
  ).toEqual([])
})

it('starts a clock for an address nobody knows, too', async () => {
  const page = await desk('salesperson')
  await register(page, 'ukjent@firma.example')
  expect(await page.textContent('main')).toContain('Vi har ingenting om deg')
})
