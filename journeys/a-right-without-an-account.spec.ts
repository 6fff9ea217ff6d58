import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
let page: Page
const kari = cast.kari.contact.email
beforeAll(async () => {
  site = await openSite()
  page = await (await site.visit({ width: 390, without: 'script' })).newPage()
}, 120_000)
afterAll(() => site.close())

async function ask(kind: string, email: string, path = '/rettigheter'): Promise<void> {
  await page.goto(path)
  await page.selectOption('[name=kind]', kind)
  await page.fill('[name=email]', email)
  await page.click('main form button')
}

async function link(): Promise<string> {
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'claim received')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /https?:\S+\/(?:krav|claim)\/\S+/.exec(body)![0]
}

it('keeps what was typed when something is wrong, and stores no national identity number', async () => {
  await page.goto('/rettigheter')
  await pictured(page, 'rettigheter')
  await page.fill('[name=text]', 'Jeg er 13097248022')
  await page.fill('[name=email]', kari)
  await page.click('main form button')
  expect(await page.textContent('main')).toContain('fødselsnummer')
  expect(await page.inputValue('[name=email]')).toBe(kari)
  expect(await site.house.owner.selectFrom('core.rights_case').select('id').where('channel', '=', 'web').execute()).toEqual([])
})

it('gives everything to whoever reads the registered mailbox, in seconds and without a cookie', async () => {
  await ask('access', kari)
  expect(await page.textContent('main')).toMatch(/Saken heter K-\d{4}-\d{5}/)
  await pictured(page, 'rettigheter-mottatt')
  const address = await link()
  await page.goto(address)
  expect(await page.context().cookies()).toEqual([])
  const untouched = await site.house.owner
    .selectFrom('core.rights_case')
    .select('closed_at')
    .where('channel', '=', 'web')
    .executeTakeFirstOrThrow()
  expect(untouched.closed_at).toBe(null)
  await page.click('text=Ja, vis meg alt')
  await pictured(page, 'krav-klart')
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Last ned')])
  expect(file.suggestedFilename()).toMatch(/^innsyn-.*\.zip$/)
})

it('opens nothing to whoever guesses a link', async () => {
  const answer = await page.request.get(`/krav/${'a'.repeat(43)}`)
  expect(answer.status()).toBe(404)
  const file = await page.request.post(`/krav/${'a'.repeat(43)}/innsyn.zip`)
  expect(file.status()).toBe(404)
})

it('stops advertising at once, for an address we know and one we do not', async () => {
  for (const email of [kari, 'ukjent@firma.example']) {
    await ask('withdrawal', email)
    expect(await page.textContent('main')).toContain('Det er gjort')
  }
  const suppressed = await site.house.owner.selectFrom('core.suppression').select('kind').execute()
  expect(suppressed.length).toBeGreaterThanOrEqual(2)
  const audience = await site.house.for('marketing').selectFrom('person').select('id').where('email', '=', kari).execute()
  expect(audience).toEqual([])
})

it('says in English that we hold nothing, after a search', async () => {
  await ask('access', 'nobody@elsewhere.example', '/en/rights')
  await page.goto(await link())
  await page.click('main button')
  expect(await page.textContent('h1')).toBe('We hold nothing about you')
  await pictured(page, 'claim-nothing')
})

it('erases by the link, and the page is the answer', async () => {
  await ask('erasure', kari)
  await page.goto(await link())
  await pictured(page, 'krav-slett')
  await page.click('text=Slett opplysningene mine')
  expect(await page.textContent('h1')).toBe('Du er slettet')
  expect(await page.textContent('main')).toContain('Vi fant ingenting igjen.')
  await pictured(page, 'krav-slettet')
  expect(await site.house.owner.selectFrom('core.person').select('id').where('email', '=', kari).execute()).toEqual([])
})

it('has no fault that WCAG 2.2 AA finds', async () => {
  const wide = await (await site.visit()).newPage()
  for (const path of ['/rettigheter', '/en/rights']) {
    await wide.goto(path)
    expect(await faults(wide), path).toEqual([])
    await pictured(wide, path.slice(1).replace('/', '-'))
  }
})
