import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf } from './signed-in.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

it.each([
  '/min-side',
  '/min-side/last-ned',
  '/min-side/si-nei',
  '/min-side/slett',
  '/min-side/begrens',
  '/min-side/protester',
  '/min-side/samtykker',
  '/min-side/ta-med',
  '/en/my-page',
  '/en/my-page/begrens',
])('finds %s without script, without a fault, on a phone and a desk', async (path) => {
  const customer = path.startsWith('/en') ? cast.james.contact.email : seenBy[path]!
  cookies[customer] ??= await cookieOf(site, { customer })
  const [name, value] = cookies[customer].split('=') as [string, string]
  for (const width of [390, 1280] as const) {
    const browser = await site.visit({ width })
    await browser.addCookies([{ name, value, url: site.url }])
    const page = await browser.newPage()
    expect((await page.goto(path))?.status()).toBe(200)
    await pictured(page, path.slice(1).replaceAll('/', '-'))
    expect(await page.locator('script').count()).toBe(0)
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await browser.close()
  }
})

const cookies: Record<string, string> = {}
const seenBy: Record<string, string> = {
  '/min-side': cast.kari.contact.email,
  '/min-side/last-ned': cast.fatima.contact.email,
  '/min-side/si-nei': cast.maja.contact.email,
  '/min-side/slett': cast.ingrid.contact.email,
  '/min-side/begrens': cast.kari.contact.email,
  '/min-side/protester': cast.fatima.contact.email,
  '/min-side/samtykker': cast.maja.contact.email,
  '/min-side/ta-med': cast.ingrid.contact.email,
}
