/**
 * A merchant wants Google Analytics: register, papers, text, switch, in this order and no other; a visitor is asked anew, says yes, and one
 * page view arrives; then the merchant leaves again. At no stage is a sentence of the statement broken.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '#clock'
import { activateListed } from '#processors'
import { followRegister, prove, recipientsInForce, takeEffect } from '#statement'
import { placeOf } from '../src/opening/place-of.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { watched } from './choices.ts'
import { type Somebody, visitAs } from './signed-in.ts'

let site: Site
let google: Server
let officer: Page
const arrived: string[] = []
const today = dayOf(new Date())
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

beforeAll(async () => {
  google = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      arrived.push(JSON.stringify(request.headers) + body)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((ready) => google.listen(0, '127.0.0.1', ready))
  const { port } = google.address() as AddressInfo
  process.env.GOOGLE_ANALYTICS_URL = `http://127.0.0.1:${port}/mp/collect?measurement_id=G-AB12CD34EF&api_secret=hemmelig`
  site = await openSite()
  // A merchant with customers to tell: the sample's own text would go live by itself.
  await sql`delete from core.setting where key = 'samples'`.execute(site.house.owner)
  officer = await pageOf({ staff: 'privacy_officer' })
}, 120_000)
afterAll(async () => {
  delete process.env.GOOGLE_ANALYTICS_URL
  google.close()
  await site.close()
})

async function pageOf(somebody?: Somebody, how: Parameters<Site['visit']>[0] = {}): Promise<Page> {
  const context = await (somebody ? visitAs(site, somebody, how) : site.visit(how))
  return context.newPage()
}

/** What the nightly look finds broken. */
async function broken(): Promise<readonly string[]> {
  const visit = (path: string, request?: RequestInit) => fetch(`${site.url}${path}`, { redirect: 'manual', ...request })
  const place = { ...placeOf({ ...site.house, dataDir: site.dataDir }, new Date()), visit }
  const { sentences, failures } = await prove(place, new Date())
  expect(failures).toEqual([])
  return sentences.flatMap(({ id, controls }) =>
    controls.filter(({ state }) => state === 'broken').map(({ name, measured }) => `${id}, ${name}: ${measured}`),
  )
}

async function pressOf(page: Page, button: string, then: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText(then).first().waitFor()
}

/** What the jobs do after a change of the register, and at midnight. */
async function jobsRun(): Promise<void> {
  const at = new Date()
  await followRegister(site.house.owner, site.house.for('legal_obligation'), at)
  await takeEffect(site.house.owner, at)
  await activateListed(site.house.for('legal_obligation'), at, await recipientsInForce(site.house.for('legal_obligation'), at))
}

async function publish(summary: string): Promise<void> {
  await officer.goto('/desk/personvern/utkast')
  await officer.locator('[name="effectiveOn"]').fill(today)
  await officer.locator('[name="summaryNb"]').fill(summary)
  await officer.locator('[name="summaryEn"]').fill('Whether Google is told of visits is changed.')
  await officer.locator('[name="hurriedBecause"]').fill('Ingen er spurt ennå, og ingenting sendes før noen har sagt ja.')
  await pressOf(officer, 'Publiser og varsle', 'er publisert.')
  await jobsRun()
}

const settings = '/desk/statistikk/oppsett'
const tick = 'Fortell Google Analytics hvilke sider som åpnes, når den besøkende har sagt ja til det'

it('cannot be switched on before anything is there, and says what is missing', async () => {
  await officer.goto(settings)
  await officer.getByLabel(tick).check()
  await pressOf(officer, 'Lagre oppsettet', 'Google Analytics kan ikke slås på før alt i listen er på plass.')
  expect(await officer.getByLabel(tick).isChecked()).toBe(true)
  expect(await officer.locator('main li').count()).toBe(8)
  expect(await faults(officer)).toEqual([])
  await pictured(officer, 'google-missing')
})

it('is entered in the register with agreement, review and confirmation, and that alone switches nothing on', async () => {
  await officer.goto(settings)
  await officer.getByRole('link', { name: 'Før opp leverandøren' }).click()
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await officer.locator(`[name="${name}"]:visible`).first().fill(value)
  }
  await fill({ name: 'Google Ireland Ltd', id: 'google-analytics', ground: 'GDPR art. 28', location: 'IE' })
  await fill({ doesNb: 'fører statistikk over sider som er åpnet', doesEn: 'keeps statistics of pages opened' })
  await officer.locator('[name="field.0"]').selectOption('counter.measure')
  await officer.locator('[name="field.1"]').selectOption('counter.value')
  await fill({ 'reason.0': 'hva som telles', 'reason.1': 'hvilken side', mailbox: 'personvern@google.example' })
  await fill({ transferGround: 'GDPR art. 45' })
  await officer.locator('[name="purposes"][value="web_statistics"]').check()
  await officer.locator('[name="holds"]').selectOption('nobody')
  await officer.getByRole('button', { name: 'Før opp', exact: true }).click()
  await officer.getByText('Får ingenting ennå').waitFor()
  await officer.getByText('Før en undertegnet avtale').click()
  await officer.getByLabel('Dokument', { exact: true }).fill('Databehandleravtale')
  await fill({ documentHash: 'a'.repeat(64), signedOn: today })
  for (const letter of 'abcdefgh') await officer.locator(`[name="covers"][value="${letter}"]`).check()
  await pressOf(officer, 'Før avtalen', 'Ført inn.')
  await officer.getByText('Før årets gjennomgang').click()
  await fill({ found: 'Lest revisjonsrapporten; ingen avvik.' })
  await pressOf(officer, 'Før gjennomgangen', 'Ført inn.')
  await officer.getByText('Før en bekreftelse').click()
  await fill({ confirms: 'Datadeling, Signals og annonser er av; to måneders lagring.' })
  await officer.getByLabel('Brevet eller dokumentet').fill('Skjermbilde')
  await pressOf(officer, 'Før bekreftelsen', 'Ført inn.')
  await jobsRun()
  await officer.goto(settings)
  expect(await officer.locator('main li strong').allInnerTexts()).toEqual(['Personvernerklæringen.'])
  await officer.getByLabel(tick).check()
  await pressOf(officer, 'Lagre oppsettet', 'kan ikke slås på')
  expect(await broken()).toEqual([])
})

it('is switched on once the statement in force names it, and visitors are asked another question', async () => {
  await publish('Google kan få vite om besøk, når du har sagt ja til det.')
  expect(await broken()).toEqual([])
  await officer.goto(settings)
  await officer.getByText('Alt er på plass: Google Analytics kan slås på.').waitFor()
  await officer.getByLabel(tick).check()
  await pressOf(officer, 'Lagre oppsettet', 'Oppsettet er lagret.')
  expect(await faults(officer)).toEqual([])
  for (const width of [390, 1280] as const) {
    const desk = await pageOf({ staff: 'privacy_officer' }, { width })
    await desk.goto(settings)
    await pictured(desk, 'google-on')
    const page = await pageOf(undefined, { width })
    for (const [name, path] of [
      ['google-question', '/'],
      ['google-question-en', '/en'],
      ['google-device-storage', '/personvern/informasjonskapsler'],
    ] as const) {
      await page.goto(path)
      expect(await page.locator('form.choice-bar').innerText()).toContain('Google')
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await pictured(page, name)
    }
  }
  expect(await broken()).toEqual([])
}, 120_000)

it('gets one page view of whoever said yes, none of whoever said no, and nothing of the visitor', async () => {
  // What is known beforehand is asked for every half minute.
  await pause(31_000)
  const refusing = await pageOf(undefined, { agent: firefox })
  await refusing.goto('/')
  await refusing.getByRole('button', { name: 'Avvis alle', exact: true }).click()
  await refusing.waitForURL(`${site.url}/`)
  await refusing.goto('/produkter')
  const page = await pageOf(undefined, { agent: firefox })
  const seen = watched(page, site.url)
  await page.goto('/')
  await pause(500)
  expect(arrived).toEqual([])
  await page.getByRole('button', { name: 'Godta alle', exact: true }).click()
  await page.getByText('Du har sagt ja til statistikk.').waitFor()
  await page.goto('/produkter?epost=kari@fjordbris.example')
  await expect.poll(() => arrived.length, { timeout: 10_000 }).toBe(2)
  expect(arrived[1]).toContain(`"page_location":"${site.url}/produkter"`)
  expect(arrived.join()).not.toMatch(/kari|Firefox|x-forwarded|cookie/i)
  expect(seen.elsewhere).toEqual([])
  expect(await broken()).toEqual([])
}, 120_000)

it('is told nothing more from the moment it is switched off', async () => {
  await officer.goto(settings)
  await officer.getByLabel(tick).uncheck()
  await pressOf(officer, 'Lagre oppsettet', 'Oppsettet er lagret.')
  const before = arrived.length
  const page = await pageOf(undefined, { agent: firefox })
  await page.goto('/')
  expect(await page.locator('form.choice-bar').innerText()).not.toContain('Google')
  await page.getByRole('button', { name: 'Godta alle', exact: true }).click()
  await page.goto('/produkter')
  await pause(1000)
  expect(arrived.length).toBe(before)
  expect(await broken()).toEqual([])
})

it('leaves, and what was lawful then is not broken now: neither that day, nor once the text has let go of it', async () => {
  await officer.goto(settings)
  await officer.getByLabel(tick).check()
  await pressOf(officer, 'Lagre oppsettet', 'Oppsettet er lagret.')
  await officer.goto('/desk/leverandorer/google-analytics')
  await officer.getByText('Avslutt leverandøren').click()
  await pressOf(officer, 'Avslutt', 'Ført inn.')
  await jobsRun()
  const page = await pageOf()
  await page.goto('/')
  expect(await page.locator('form.choice-bar').innerText()).not.toContain('Google')
  expect(await broken()).toEqual([])
  await publish('Google får ikke vite om besøk lenger.')
  expect(await broken()).toEqual([])
  await officer.goto('/personvern')
  expect(await officer.locator('main').innerText()).not.toContain('Google Ireland')
  const { rows } = await sql<{ n: number }>`select n from core.counted_transfer where outcome = 'sent'`.execute(site.house.owner)
  expect(rows).toEqual([{ n: 2 }])
}, 120_000)
