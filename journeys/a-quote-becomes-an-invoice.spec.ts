import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserContext, type Page } from 'playwright-core'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { visitAs } from './signed-in.ts'

let site: Site
let browser: BrowserContext
let page: Page
const complaints: string[] = []
beforeAll(async () => {
  site = await openSite()
  browser = await visitAs(site, { staff: 'host' }, { width: 1280 })
  page = await browser.newPage()
  page.setDefaultTimeout(8_000)
  page.on('console', (message) => message.type() === 'error' && !/422/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
})
afterAll(() => site.close())

async function looked(name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await pictured(page, name)
  expect.soft(await faults(page)).toEqual([])
}

let token: string

it('is written in the grid as in a spreadsheet, and sent', async () => {
  const inquiry = await site.house.owner
    .selectFrom('core.inquiry as i')
    .innerJoin('core.person as p', 'p.id', 'i.person_id')
    .select('i.id')
    .where('p.email', 'is not', null)
    .where('i.kind', '=', 'quote_request')
    .where('i.closed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('core.quote as q').select('q.id').whereRef('q.inquiry_id', '=', 'i.id'))),
    )
    .executeTakeFirstOrThrow()
  await page.goto(`/desk/foresporsler/${inquiry.id}`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Lag tilbud' }).click()
  await page.waitForURL('**/desk/tilbud/*')
  await page.waitForLoadState('networkidle')
  const rows = page.locator('.grid tbody tr')
  const first = (await rows.count()) - 2
  await page.locator(`[name="description.${first}"]`).fill('Termokopp 35 cl, børstet stål')
  await page.keyboard.press('Tab') // the article number
  await page.keyboard.press('Tab')
  await page.keyboard.type('250')
  await page.keyboard.press('Tab')
  await page.keyboard.type('64,90')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe(`price.${first + 1}`)
  await page.locator(`[name="description.${first + 1}"]`).evaluate((cell) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Trykk\tLasergravering\t250\t8,40\nFrakt\tFrakt, levert Bergen\t1\t390')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  expect(await page.locator(`[name="description.${first + 2}"]`).inputValue()).toBe('Frakt, levert Bergen')
  expect(await page.locator('.grid .gross').textContent()).toMatch(/kr$/)
  await looked('desk-quote')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.locator(`[name="price.${first + 2}"]`).fill('mye')
  await page.getByRole('button', { name: 'Lagre utkast' }).click()
  await page.getByText('Skriv en pris, for eksempel 64,90').waitFor()
  await page.getByText('Det er verken lagret eller sendt').waitFor()
  expect(await page.locator(`[name="description.${first + 2}"]`).inputValue()).toBe('Frakt, levert Bergen')
  await page.locator(`[name="price.${first + 2}"]`).fill('390,00')
  await page.locator('[name=deliveryDays]').fill('10')
  await page.getByRole('button', { name: 'Lagre utkast' }).click()
  await page.getByText(/^Lagret \d\d\.\d\d\.\d{4}/).waitFor()
  await page.getByRole('button', { name: 'Send tilbud' }).click()
  await page.getByText('Versjon 1 sendt').waitFor()
  await page.getByText('Tilbudet er sendt til').waitFor()
  const letter = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'quote sent')
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  token = /\/tilbud\/([\w-]{43})/.exec(letter.body)![1]!
  await looked('desk-quote-sent')
})

it('is accepted by its link, without scripts and without an account, on a phone', async () => {
  const phone = await site.visit({ width: 390, without: 'script' })
  const customer = await phone.newPage()
  customer.setDefaultTimeout(8_000)
  await customer.goto(`/tilbud/${token}`)
  expect(await customer.locator('script[src]').count()).toBe(0)
  await pictured(customer, 'quote')
  expect(await customer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await customer.getByLabel('Bestillingsnummeret deres').fill('13097248022')
  await customer.getByRole('button', { name: 'Godta og bestill' }).click()
  await customer.getByText('Dette ser ut som et fødselsnummer').waitFor()
  expect(await customer.getByLabel('Bestillingsnummeret deres').inputValue()).toBe('13097248022')
  await customer.getByLabel('Bestillingsnummeret deres').fill('PO-4711')
  await customer.getByRole('button', { name: 'Godta og bestill' }).click()
  await customer.getByText('Takk for bestillingen').waitFor()
  await pictured(customer, 'quote-accepted')
  await phone.close()
  const wide = await site.visit({ width: 1280 })
  const seen = await wide.newPage()
  await seen.goto(`/en/quote/${token}`)
  expect(await faults(seen)).toEqual([])
  await pictured(seen, 'quote-accepted-en')
  expect((await seen.goto(`/tilbud/${'A'.repeat(43)}`))?.status()).toBe(404)
  await wide.close()
})

it('is delivered and invoiced, once, and the paper can be fetched', async () => {
  await page.reload({ waitUntil: 'networkidle' })
  await page
    .locator('.actions')
    .getByRole('link', { name: /^Ordre O-/ })
    .click()
  await page.waitForURL('**/desk/ordre/*')
  await looked('desk-order')
  await page.getByRole('button', { name: 'Levert' }).click()
  await page.getByRole('link', { name: 'Lag faktura' }).click()
  await page.waitForURL('**/desk/faktura/ny/*')
  await page.getByLabel('Kjøpers navn').fill('Brygga Vel')
  await page.getByRole('button', { name: 'Utsted faktura' }).click()
  await page.getByText('Skriv kjøpers adresse.').waitFor()
  expect(await page.locator('.fields .ds-validation-message').allTextContents()).toEqual([
    'Skriv kjøpers adresse.',
    'Skriv hvor varene ble levert.',
  ])
  expect(await page.getByLabel('Kjøpers navn').inputValue()).toBe('Brygga Vel')
  await page.getByLabel('Leveringssted').fill('Havnegata 1, 5003 Bergen')
  await looked('desk-new-invoice')
  await page.getByLabel('Kjøpers adresse').fill('Brygga 3, 5003 Bergen')
  await page.getByRole('button', { name: 'Utsted faktura' }).click()
  await page.getByRole('heading', { name: 'Kan ikke endres' }).waitFor()
  await looked('desk-invoice')
  const paper = await page.request.get(`${page.url().split('?')[0]}/pdf`)
  expect(paper.headers()['content-type']).toBe('application/pdf')
  await page.getByRole('link', { name: 'Krediter' }).click()
  await page.getByRole('button', { name: 'Krediter alt som gjenstår' }).click()
  await page.getByText('Skriv hvorfor det krediteres').waitFor()
  await looked('desk-credit')
  await page.getByLabel('Hvorfor').fill('Feil antall')
  await page.getByRole('button', { name: 'Krediter alt som gjenstår' }).click()
  await page.getByRole('heading', { name: /Kreditnota \d+/ }).waitFor()
  await looked('desk-credit-note')
  expect(complaints).toEqual([])
})
