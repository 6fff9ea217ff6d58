import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast } from '../samples/cast.ts'
import { faults, openSite, pictured, type Site } from './browser.ts'
import { cookieOf, visitAs } from './signed-in.ts'

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
  const browser = await visitAs(site, { staff: 'host' }, { width })
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

const asked = 'To hundre kopper,\nmed logoen på begge sider.'

it.each([390, 1280] as const)(
  'keeps what was typed when the session is over, and saves it after signing in again, at %i',
  async (width) => {
    const { browser, page } = await atWork(width)
    const signedIn = await browser.cookies()
    await page.goto('/desk/foresporsler/ny')
    await page.fill('[name=body]', asked)
    await page.fill('[name=phone]', '+47 400 00 001')
    await browser.clearCookies()
    await page.click('text=Lagre forespørselen')
    await page.waitForSelector('h1:has-text("Du er logget ut")')
    expect(await faults(page)).toEqual([])
    await pictured(page, 'desk-logget-ut')
    // Sent again too soon: nothing is lost by that either.
    await page.click('text=Send på nytt')
    await page.waitForSelector('h1:has-text("Du er logget ut")')
    await browser.addCookies(signedIn)
    await page.click('text=Send på nytt')
    await page.waitForURL(/foresporsler\/[0-9a-f-]{36}$/)
    expect(await page.innerText('main')).toContain(asked)
    await browser.close()
  },
)

it('keeps it on my page too, in English and without a script', async () => {
  const browser = await site.visit({ width: 390, without: 'script' })
  const [name, value] = (await cookieOf(site, { customer: cast.james.contact.email })).split('=') as [string, string]
  const cookie = { name, value, url: site.url }
  await browser.addCookies([cookie])
  const page = await browser.newPage()
  await page.goto('/en/my-page/rett/phone')
  await page.fill('[name=value]', '+44 20 7946 0999')
  await browser.clearCookies()
  const [answer] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    page.click('main button'),
  ])
  expect(answer.status()).toBe(401)
  expect(await page.textContent('h1')).toBe('You have been signed out')
  expect(await page.getAttribute('main a', 'href')).toBe('/en/sign-in')
  await browser.addCookies([cookie])
  await page.click('text=Send again')
  const { phone } = await site.house.owner
    .selectFrom('core.person')
    .select('phone')
    .where('email', '=', cast.james.contact.email)
    .executeTakeFirstOrThrow()
  expect(phone).toBe('+44 20 7946 0999')
  await browser.close()
})
