import { afterAll, beforeAll, expect, it } from 'vitest'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const deskPages = [
  '/desk',
  '/desk/kunder',
  '/desk/foresporsler',
  '/desk/tilbud',
  '/desk/ordre',
  '/desk/faktura',
  '/desk/katalog',
  '/desk/utboks',
  '/desk/rettigheter',
  '/desk/personvern',
  '/desk/ansatte',
  '/desk/sok?sok=fjord',
]

async function atWork(width: 390 | 1280) {
  const browser = await site.visit({ width })
  const [name, value] = (await cookieOf(site, { staff: 'host' })).split('=') as [string, string]
  await browser.addCookies([{ name, value, url: site.url }])
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { browser, page, complaints }
}

it.each(deskPages)('finds %s whole, without a fault and without a complaint in the browser', async (path) => {
  for (const width of [390, 1280] as const) {
    const { browser, page, complaints } = await atWork(width)
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    await pictured(page, path.slice(1).replaceAll(/[/?=]/g, '-'))
    expect(answer?.status()).toBe(200)
    expect(await faults(page)).toEqual([])
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await browser.close()
  }
})

it('searches everywhere by Ctrl-K, without the page being loaded anew', async () => {
  const { browser, page, complaints } = await atWork(1280)
  await page.goto('/desk/kunder', { waitUntil: 'networkidle' })
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Fjordbris')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/sok?sok=Fjordbris')
  await page.waitForSelector('.found')
  expect(await page.textContent('.found')).toContain('Fjordbris Reklame')
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  expect(complaints).toEqual([])
  await browser.close()
})
