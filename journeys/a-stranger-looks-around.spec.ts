import { afterAll, beforeAll, expect, it } from 'vitest'
import { faults, openSite, pictured, type Site } from './browser.ts'

let site: Site
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const publicPages = [
  '/',
  '/en',
  '/produkter',
  '/en/products',
  '/foresporsel',
  '/en/inquiry',
  '/registrer',
  '/en/register',
  '/logg-inn',
  '/en/sign-in',
  '/personvern',
  '/en/privacy',
]

it.each(publicPages)('sets no cookie, runs no script and asks nobody else on %s', async (path) => {
  for (const width of [390, 1280] as const) {
    const browser = await site.visit({ width })
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const answer = await page.goto(path)

    expect(answer?.status()).toBe(200)
    expect(await browser.cookies()).toEqual([])
    expect(await page.locator('script').count()).toBe(0)
    expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([])
    expect(
      await page.evaluate(() => [localStorage.length, sessionStorage.length, document.documentElement.scrollWidth <= innerWidth]),
    ).toEqual([0, 0, true])
    expect(await faults(page)).toEqual([])
    await pictured(page, path === '/' ? 'front' : path.slice(1).replaceAll('/', '-'))
    await browser.close()
  }
})

it('says in the reader’s language that a page does not exist, without a trace of the program', async () => {
  const browser = await site.visit({ without: 'script' })
  const page = await browser.newPage()
  for (const [path, words] of [
    ['/finnes/ikke', 'Denne siden finnes ikke'],
    ['/en/nothing/here', 'There is no such page'],
  ] as const) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    expect(await page.textContent('h1')).toBe(words)
    expect(await page.content()).not.toMatch(/at \w+ \(|node_modules|\.ts:/)
    await pictured(page, `404-${path.startsWith('/en') ? 'en' : 'nb'}`)
  }
  await browser.close()
})
