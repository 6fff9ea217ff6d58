/** A salesperson without a mouse: quote, order and invoice with Tab, Enter and typing, and the cursor is never lost (WCAG 2.1.1, 2.4.7, 3.3.1). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { dayOf } from '#clock'
import { openSite, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
  const browser = await site.visit()
  const [name, value] = (await cookieOf(site, { staff: 'host' })).split('=') as [string, string]
  await browser.addCookies([{ name, value, url: site.url }])
  page = await browser.newPage()
  page.setDefaultTimeout(8_000)
})
afterAll(() => site.close())

/** Where the cursor stands, as whoever listens hears it, and whether one can see that it does. */
const standing = () =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
    return {
      name: at.getAttribute('name') ?? '',
      label: label.trim(),
      lost: at === document.body,
      // The link past the menu is seen because it appears; the parts of a date light up inside.
      seen: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || at.type === 'date' || at.classList.contains('skip'),
      how: `${outlineStyle} ${outlineWidth} ${boxShadow}`,
    }
  })

/** Tab until it is reached; on the way every stop is seen. */
async function tabTo(wanted: RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab')
    const { name, label, lost, seen, how } = await standing()
    if (!lost) expect([label || name, how, seen]).toEqual([label || name, how, true])
    if (wanted.test(name) || wanted.test(label)) return
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

async function typed(field: RegExp, text: string): Promise<void> {
  await tabTo(field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Sends it, and the page says no: the cursor stands in the first field to be mended. */
async function isRefusedAt(name: RegExp): Promise<void> {
  await page.keyboard.press('Enter')
  await page.locator('[aria-invalid=true]').first().waitFor()
  await expect.poll(async () => (await standing()).name).toMatch(name)
}

async function opens(address: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.waitForURL(address)
  await page.waitForLoadState('networkidle')
}

let token: string

it('writes a quote and sends it', async () => {
  await page.goto('/desk/foresporsler', { waitUntil: 'networkidle' })
  await tabTo(/^F-\d/)
  await opens('**/desk/foresporsler/*')
  await tabTo(/^Lag tilbud$/)
  await opens('**/desk/tilbud/*')
  await typed(/^description\.0$/, 'Termokopp 35 cl')
  await typed(/^quantity\.0$/, '250')
  await typed(/^price\.0$/, 'mye')
  await tabTo(/^Lagre utkast$/)
  await isRefusedAt(/^price\.0$/)
  expect(await page.locator('[name="description.0"]').inputValue()).toBe('Termokopp 35 cl')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('64,90')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.locator('[aria-invalid=true]').waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  expect(await standing()).toMatchObject({ name: 'price.0', lost: false })
  await tabTo(/^Fjern linje 1$/)
  await page.keyboard.press('Shift+Tab')
  await tabTo(/^Lagre utkast$/)
  await page.keyboard.press('Home')
  for (let stop = 0; !/^Send tilbud$/.test((await standing()).label); stop++) {
    expect(stop).toBeLessThan(120)
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('Enter')
  await page.getByText('Versjon 1 sendt').waitFor()
  const { body } = await site.house.owner
    .selectFrom('core.mail')
    .select('body')
    .where('kind', '=', 'quote sent')
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  token = /\/tilbud\/([\w-]{43})/.exec(body)![1]!
})

it('is answered by a customer without a mouse and without scripts', async () => {
  const desk = page
  page = await (await site.visit({ without: 'script' })).newPage()
  await page.goto(`/tilbud/${token}`)
  await typed(/purchaseOrderNumber/, '13097248022')
  await tabTo(/^Godta og bestill$/)
  await isRefusedAt(/purchaseOrderNumber/)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('PO-4711')
  await tabTo(/^Godta og bestill$/)
  await page.keyboard.press('Enter')
  await page.getByText('Takk for bestillingen').waitFor()
  page = desk
})

it('delivers the order and issues the invoice', async () => {
  await page.reload({ waitUntil: 'networkidle' })
  await tabTo(/^Ordre O-/)
  await opens('**/desk/ordre/*')
  await tabTo(/^deliveredOn$/)
  await page.keyboard.type('12312030')
  await tabTo(/^Levert$/)
  await isRefusedAt(/^deliveredOn$/)
  await page.locator('[name=deliveredOn]').fill(dayOf(new Date()))
  await tabTo(/^Levert$/)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Lag faktura' }).waitFor()
  await page.goto(page.url(), { waitUntil: 'networkidle' })
  await tabTo(/^Lag faktura$/)
  await opens('**/desk/faktura/ny/*')
  await typed(/^to$/, 'ikke en adresse')
  await tabTo(/^Utsted faktura$/)
  await isRefusedAt(/^(?:to|deliveryPlace|buyerName)$/)
})

it.each(['kunder', 'foresporsler?hylle=all', 'tilbud', 'ordre', 'faktura'])(
  'goes from row to row of the list %s by a key, opens one, and is back where it was',
  async (list) => {
    await page.goto(`/desk/${list}`, { waitUntil: 'networkidle' })
    const rows = await page.locator('main tbody tr').evaluateAll((all) => all.map((row) => row.querySelector('a')!.textContent))
    expect(rows.length).toBeGreaterThan(2)
    const stands = async () => rows.indexOf((await page.evaluate(() => document.activeElement!.textContent))!)
    await page.keyboard.press('j') // nowhere near the list: a letter means nothing
    expect(await stands()).toBe(-1)
    await page.locator('main search input[type=search]').focus()
    await page.keyboard.type('jk')
    expect(await page.locator('main search input[type=search]').inputValue()).toBe('jk')
    await page.keyboard.press('ArrowDown')
    const walked: number[] = [await stands()]
    for (const key of ['j', 'ArrowDown', 'k', 'ArrowUp']) {
      await page.keyboard.press(key)
      walked.push(await stands())
    }
    expect(walked).toEqual([0, 1, 2, 1, 0])
    await page.keyboard.press('k')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/[0-9a-f-]{36}/)
    await page.goBack({ waitUntil: 'networkidle' })
    expect(page.url()).toBe(`${site.url}/desk/${list}`)
  },
)
