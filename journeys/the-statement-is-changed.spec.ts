import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { dayOf, daysAfter, writtenDay } from '#clock'
import { settingsOf, takeEffect, tellOfRevisions } from '#statement'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { type Somebody, visitAs } from './signed-in.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

async function pageOf(somebody: Somebody | undefined, how: Parameters<Site['visit']>[0] = {}): Promise<Page> {
  const context = await (somebody ? visitAs(site, somebody, how) : site.visit(how))
  return context.newPage()
}

const figure = 'figure.contact.questions-are-answered.within'
const today = dayOf(new Date())
const tooSoon = daysAfter(today, 29)
const day = daysAfter(today, 30)

it('is written, compared and published by the privacy officer, thirty days ahead', async () => {
  const page = await pageOf({ staff: 'privacy_officer' })
  await page.goto('/desk/personvern')
  await page.getByRole('link', { name: 'Neste versjon' }).click()
  expect(await faults(page)).toEqual([])
  await page.locator(`[name="${figure}"]`).fill('14')
  await page.getByRole('button', { name: 'Lagre og vis forskjellen' }).click()
  await page.getByRole('heading', { name: 'Når, og hva vi sier om det' }).waitFor()
  expect(await page.locator('.compared del').allInnerTexts()).toContain('30 ')
  expect(await page.locator('.compared ins').allInnerTexts()).toContain('14 ')

  await page.locator('[name="effectiveOn"]').fill(tooSoon)
  await page.locator('[name="reason.contact.questions-are-answered"]').fill('Vi er blitt raskere.')
  await page.locator('[name="summaryNb"]').fill('Vi svarer deg innen 14 dager.')
  await page.locator('[name="summaryEn"]').fill('We answer you within 14 days.')
  await page.getByRole('button', { name: 'Publiser og varsle' }).click()
  await page.getByText('Kundene skal vite om vesentlige endringer 30 dager før.').waitFor()
  expect(await page.locator('[name="summaryNb"]').inputValue()).toBe('Vi svarer deg innen 14 dager.')
  await pictured(page, 'desk-draft')
  expect(await faults(page)).toEqual([])

  await page.locator('[name="effectiveOn"]').fill(day)
  await page.getByRole('button', { name: 'Publiser og varsle' }).click()
  await page.getByText('Versjon 2 er publisert.').waitFor()
  expect(await faults(page)).toEqual([])
  await pictured(page, 'desk-versions')
})

it('stands on every page with what it changes, without script, in both languages, and is not in force', async () => {
  const page = await pageOf(undefined, { without: 'script' })
  for (const path of ['/', '/produkter', '/foresporsel', '/personvern']) {
    await page.goto(path)
    expect(await page.getByText(`Personvernerklæringen vår endres ${writtenDay(day, 'nb')}.`).count()).toBe(1)
  }
  expect(await page.getByText('versjon 1', { exact: false }).count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Se hva som er endret' }).click()
  expect(await page.locator('h1').innerText()).toBe('Versjon 2')
  expect(await page.getByText('gjelder ikke ennå').count()).toBe(1)
  expect(await page.locator('[data-change="contact.questions-are-answered"] ins').innerText()).toContain('14')
  await page.goto('/en/privacy/sammenlign?fra=1&til=2')
  expect(await page.locator('[data-change="contact.questions-are-answered"] del').innerText()).toContain('30')
  expect(await page.getByText('We answer you within 14 days.').count()).toBe(1)
})

it.each([390, 1280] as const)('can be compared and read at a width of %i', async (width) => {
  const page = await pageOf(undefined, { width })
  for (const [name, path] of [
    ['version', '/personvern/versjoner/2'],
    ['versions', '/personvern/versjoner'],
    ['compare', '/personvern/sammenlign?fra=1&til=2'],
    ['front-with-banner', '/'],
  ] as const) {
    await page.goto(path)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await pictured(page, name)
  }
})

it('is told to every customer, also to who wants no advertising, and my page knows it', async () => {
  await tellOfRevisions(site.house.for('legal_obligation'), new Date(), site.url)
  const told = await site.house.owner
    .selectFrom('core.mail')
    .select('to_address')
    .where('kind', '=', 'statement revision')
    .execute()
  const addresses = told.map(({ to_address }) => to_address)
  expect(addresses).toContain(cast.kari.contact.email)
  expect(addresses).toContain(cast.fatima.contact.email)
  const page = await pageOf({ customer: cast.kari.contact.email })
  await page.goto('/min-side/erklaering')
  expect(await page.getByText('gjaldt versjon 1.', { exact: false }).count()).toBe(1)
  expect(await page.getByText('brev om endring', { exact: false }).count()).toBe(1)
  expect(await faults(page)).toEqual([])
  await pictured(page, 'my-statement')
  await page.goto(`/min-side/erklaering?dag=${day}`)
  expect(await page.getByText('gjaldt versjon 2.', { exact: false }).count()).toBe(1)
})

it('tells staff which text applied to whom', async () => {
  const page = await pageOf({ staff: 'privacy_officer' })
  await page.goto('/desk/personvern/versjoner')
  await page.getByLabel('E-post').fill(cast.kari.contact.email)
  await page.getByRole('button', { name: 'Vis teksten' }).click()
  await page.getByRole('heading', { name: 'gjaldt versjon 1' }).waitFor()
  const noted = await site.house.owner
    .selectFrom('core.reading')
    .select('subject')
    .where('subject', '=', 'which statement applied')
    .execute()
  expect(noted.length).toBe(1)
})

it('puts the figure into practice on its day, not before', async () => {
  const within = async () =>
    (await settingsOf(site.house.owner, 'core')).changed['contact.questions-are-answered']?.within as { days: number } | undefined
  await takeEffect(site.house.owner, new Date(`${daysAfter(day, -1)}T12:00:00Z`))
  expect(await within()).toBeUndefined()
  await takeEffect(site.house.owner, new Date(`${day}T12:00:00Z`))
  expect(await within()).toEqual({ days: 14 })
})
