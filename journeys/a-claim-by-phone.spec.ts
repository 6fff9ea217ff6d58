import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { visitAs } from './signed-in.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

async function desk(role: 'privacy_officer' | 'salesperson' | 'host'): Promise<Page> {
  const browser = await visitAs(site, { staff: role })
  const page = await browser.newPage()
  await page.goto('/desk/rettigheter')
  return page
}

async function register(page: Page, email: string, kind: string): Promise<string> {
  await page.fill('[name=email]', email)
  await page.selectOption('[name=kind]', kind)
  await page.selectOption('[name=channel]', 'phone')
  await page.click('text=Start klokken')
  await page.waitForSelector('text=Svarfrist')
  return /K-\d{4}-\d{5}/.exec((await page.textContent('.ds-alert'))!)![0]
}

/** The link in the letter that was sent last to that address. */
async function linkTo(email: string): Promise<string> {
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('to_address', '=', email)
    .where('purpose', '=', 'rights_handling')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /https?:\S+\/krav\/\S+/.exec(body)![0]
}

it('is registered by whoever takes the phone, waits until we know who it is, and leaves a look-up but no person', async () => {
  const page = await desk('privacy_officer')
  const number = await register(page, cast.per.contact.email, 'erasure')
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-rettigheter')
  await page.click(`a:has-text("${number}")`)
  await page.waitForSelector('p:has-text("har sluttet")')
  expect(await page.locator('text=Slett nå').count()).toBe(0)
  await page.click('text=Vi har ringt tilbake')
  await page.waitForSelector('text=Notert')
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-krav')
  await page.click('text=Slett nå')
  await page.click('text=Slett personen')
  await page.waitForSelector('text=Vi lette overalt og fant ingenting igjen.')
  await pictured(page, 'desk-krav-slettet')
  const left = await site.house.owner.selectFrom('core.person').select('id').where('email', '=', cast.per.contact.email).execute()
  expect(left).toEqual([])
})

it('starts a clock for an address nobody knows, too, and is answered that we hold nothing', async () => {
  const page = await desk('salesperson')
  const number = await register(page, 'ukjent@firma.example', 'access')
  expect(await page.textContent('main')).toContain('Vi har ingenting om deg')
  const officer = await desk('privacy_officer')
  await officer.click(`a:has-text("${number}")`)
  await officer.click('button:has-text("Vi har ingenting")')
  await officer.waitForSelector('text=Svart: vi har ingenting.')
  await pictured(officer, 'desk-krav-ingenting')
})

it('by somebody in Maja’s name goes to Maja’s registered address, and what is handed out never to the one who asked', async () => {
  const page = await desk('host')
  const number = await register(page, 'eve@annetfirma.example', 'access')
  await page.click(`a:has-text("${number}")`)
  await page.fill('[name=address]', cast.maja.contact.email)
  await page.click('button:has-text("Koble")')
  await page.waitForSelector('text=ikke bekreftet ennå')
  await page.click('text=Send lenke til registrert adresse')
  await page.waitForSelector('text=Lenken er sendt')
  const stranger = await (await site.visit({ without: 'script' })).newPage()
  await stranger.goto(await linkTo('eve@annetfirma.example'))
  await stranger.click('main button')
  expect(await stranger.textContent('main')).not.toContain('Last ned')
  const maja = await (await site.visit({ without: 'script', width: 390 })).newPage()
  await maja.goto(await linkTo(cast.maja.contact.email))
  await pictured(maja, 'krav')
  await maja.click('main button')
  const [file] = await Promise.all([maja.waitForEvent('download'), maja.click('text=Last ned')])
  expect(file.suggestedFilename()).toMatch(/^innsyn-.*zip$/)
})

it('is refused by two or by nobody, in writing, with the way to complain', async () => {
  const proposing = await desk('privacy_officer')
  const number = await register(proposing, cast.james.contact.email, 'rectification')
  await proposing.click(`a:has-text("${number}")`)
  await proposing.click('text=Vi har ringt tilbake')
  await proposing.waitForSelector('text=Notert')
  await proposing.click('text=Avslå helt eller delvis')
  await proposing.fill('details[open] [name=reasons]', 'Nei.')
  await proposing.click('button:text-is("Foreslå")')
  await proposing.waitForSelector('text=minst 40 tegn')
  await proposing.fill(
    'details[open] [name=reasons]',
    'Fakturaen er utstedt med navnet firmaet selv oppga, og rettes med kreditnota om firmaet ber om det.',
  )
  await proposing.click('button:text-is("Foreslå")')
  await proposing.waitForSelector('text=En annen enn deg må godkjenne.')
  await pictured(proposing, 'desk-krav-avslag')
  const approving = await desk('host')
  await approving.click(`a:has-text("${number}")`)
  await approving.click('text=Godkjenn og send avslaget')
  await approving.waitForSelector('text=Avslaget er sendt')
  const letter = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'claim answered')
    .where('to_address', '=', cast.james.contact.email)
    .executeTakeFirstOrThrow()
  expect(letter.body).toContain('kreditnota')
  expect(letter.body).toMatch(/datatilsynet\.no[\s\S]*domstolene/)
})
